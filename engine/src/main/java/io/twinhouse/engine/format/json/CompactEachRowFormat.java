// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.format.json;

import io.twinhouse.engine.column.Schema;
import io.twinhouse.engine.format.FormatSettings;
import io.twinhouse.engine.format.InputFormat;
import io.twinhouse.engine.format.RowReader;
import io.twinhouse.engine.format.text.Header;
import java.io.InputStream;

/** Formats with an array a row, as they are read. */
record CompactEachRowFormat(String name, Header header, boolean document, boolean strings)
    implements InputFormat {

  @Override
  public RowReader reader(Schema columns, FormatSettings settings, InputStream data) {
    return new CompactEachRowReader(this, columns, settings, data);
  }
}
