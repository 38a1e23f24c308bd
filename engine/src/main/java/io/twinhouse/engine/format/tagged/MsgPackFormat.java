// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.format.tagged;

import io.twinhouse.engine.column.Schema;
import io.twinhouse.engine.format.FormatSettings;
import io.twinhouse.engine.format.InputFormat;
import io.twinhouse.engine.format.OutputFormat;
import io.twinhouse.engine.format.ResultWriter;
import io.twinhouse.engine.format.RowReader;
import java.io.InputStream;
import java.io.OutputStream;

/** MsgPack: the values of a row one behind the other, with nothing around. */
record MsgPackFormat() implements OutputFormat, InputFormat {

  @Override
  public String name() {
    return "MsgPack";
  }

  @Override
  public String contentType() {
    return "application/octet-stream";
  }

  @Override
  public ResultWriter writer(Schema schema, FormatSettings settings, OutputStream out) {
    return new MsgPackWriter(schema, settings, out);
  }

  @Override
  public RowReader reader(Schema columns, FormatSettings settings, InputStream data) {
    return new MsgPackReader(columns, settings, data);
  }
}
