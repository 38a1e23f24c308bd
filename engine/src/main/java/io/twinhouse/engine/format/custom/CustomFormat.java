// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.format.custom;

import io.twinhouse.engine.column.Schema;
import io.twinhouse.engine.format.FormatSettings;
import io.twinhouse.engine.format.InputFormat;
import io.twinhouse.engine.format.RowReader;
import io.twinhouse.engine.format.text.Header;
import java.io.InputStream;

/**
 * CustomSeparated as it is read.
 *
 * @param ignoresSpaces whether blanks around fields and delimiters are passed over
 */
record CustomFormat(Header header, boolean ignoresSpaces) implements InputFormat {

  @Override
  public String name() {
    return "CustomSeparated" + (ignoresSpaces ? "IgnoreSpaces" : "") + header.suffix();
  }

  @Override
  public RowReader reader(Schema columns, FormatSettings settings, InputStream data) {
    return new CustomReader(header, ignoresSpaces, columns, settings, data);
  }
}
