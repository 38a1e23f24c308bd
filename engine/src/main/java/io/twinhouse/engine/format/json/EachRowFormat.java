// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.format.json;

import io.twinhouse.engine.column.Schema;
import io.twinhouse.engine.format.FormatSettings;
import io.twinhouse.engine.format.InputFormat;
import io.twinhouse.engine.format.RowReader;
import java.io.InputStream;

/** JSONEachRow as it is read. */
record EachRowFormat(String name) implements InputFormat {

  @Override
  public RowReader reader(Schema columns, FormatSettings settings, InputStream data) {
    return new EachRowReader(columns, settings, data);
  }
}
