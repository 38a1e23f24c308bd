// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.format.separated;

import io.twinhouse.engine.column.Schema;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.format.FormatSettings;
import io.twinhouse.engine.format.InputFormat;
import io.twinhouse.engine.format.RowReader;
import io.twinhouse.engine.format.text.Header;
import io.twinhouse.engine.text.TextStyle;
import java.io.InputStream;

/** TabSeparated and CSV as they are read. */
record SeparatedFormat(String name, Header header, TextStyle style) implements InputFormat {

  /** Signs that values or the blanks around them may have: the server takes none of them. */
  private static final String NO_DELIMITERS = " \t\"'.UL";

  @Override
  public RowReader reader(Schema columns, FormatSettings settings, InputStream data) {
    if (style == TextStyle.CSV && NO_DELIMITERS.indexOf(settings.csvDelimiter()) >= 0) {
      throw new TwinhouseException(
          ErrorCode.BAD_ARGUMENTS,
          "CSV cannot be read with delimiter '"
              + settings.csvDelimiter()
              + "'; CustomSeparated takes any");
    }
    return new SeparatedReader(header, style, columns, settings, data);
  }
}
