// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.format.text;

import io.twinhouse.engine.column.Schema;
import io.twinhouse.engine.format.FormatSettings;
import io.twinhouse.engine.format.InputFormat;
import io.twinhouse.engine.format.RowReader;
import io.twinhouse.engine.text.TextStyle;
import java.io.InputStream;

/** TabSeparated and CSV as they are read. */
record SeparatedFormat(String name, Header header, TextStyle style) implements InputFormat {

  @Override
  public RowReader reader(Schema columns, FormatSettings settings, InputStream data) {
    return new SeparatedReader(header, style, columns, settings, data);
  }
}
