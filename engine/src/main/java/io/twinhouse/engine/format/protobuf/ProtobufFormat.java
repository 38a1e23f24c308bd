// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.format.protobuf;

import io.twinhouse.engine.column.Schema;
import io.twinhouse.engine.format.FormatSettings;
import io.twinhouse.engine.format.InputFormat;
import io.twinhouse.engine.format.OutputFormat;
import io.twinhouse.engine.format.ResultWriter;
import io.twinhouse.engine.format.RowReader;
import java.io.InputStream;
import java.io.OutputStream;

/** Messages, framed in one of three ways. */
record ProtobufFormat(String name, Framing framing) implements InputFormat, OutputFormat {

  /** What stands around messages. */
  enum Framing {
    /** The length of each before it. */
    EACH,
    /** Nothing, so that there is one alone. */
    NONE,
    /** A message around all, of which each is a repeated field. */
    LIST
  }

  @Override
  public String contentType() {
    return "application/octet-stream";
  }

  @Override
  public ResultWriter writer(Schema schema, FormatSettings settings, OutputStream out) {
    return new ProtobufWriter(framing, MessageSchema.of(settings), schema, out);
  }

  @Override
  public RowReader reader(Schema columns, FormatSettings settings, InputStream data) {
    return new ProtobufReader(framing, MessageSchema.of(settings), columns, data);
  }
}
