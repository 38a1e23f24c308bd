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

/** BSONEachRow: rows as documents of BSON, one behind the other. */
record BsonFormat() implements OutputFormat, InputFormat {

  @Override
  public String name() {
    return "BSONEachRow";
  }

  @Override
  public String contentType() {
    return "application/octet-stream";
  }

  @Override
  public ResultWriter writer(Schema schema, FormatSettings settings, OutputStream out) {
    return new BsonWriter(schema, settings, out);
  }

  @Override
  public RowReader reader(Schema columns, FormatSettings settings, InputStream data) {
    return new BsonReader(columns, settings, data);
  }
}
