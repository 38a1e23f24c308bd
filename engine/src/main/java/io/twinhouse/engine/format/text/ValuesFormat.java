// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.format.text;

import io.twinhouse.engine.column.Schema;
import io.twinhouse.engine.format.ConstantReader;
import io.twinhouse.engine.format.FormatSettings;
import io.twinhouse.engine.format.InputFormat;
import io.twinhouse.engine.format.RowReader;
import java.io.InputStream;

/** Values as they are read: literals and expressions in parentheses. */
record ValuesFormat() implements InputFormat {

  @Override
  public String name() {
    return "Values";
  }

  @Override
  public RowReader reader(Schema columns, FormatSettings settings, InputStream data) {
    return new ValuesReader(columns, settings, data, null);
  }

  @Override
  public RowReader reader(
      Schema columns, FormatSettings settings, InputStream data, ConstantReader constants) {
    boolean interpreted = settings.flag("input_format_values_interpret_expressions", true);
    return new ValuesReader(columns, settings, data, interpreted ? constants : null);
  }
}
