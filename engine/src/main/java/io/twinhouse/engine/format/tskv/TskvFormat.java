// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.format.tskv;

import io.twinhouse.engine.column.Schema;
import io.twinhouse.engine.format.FormatSettings;
import io.twinhouse.engine.format.InputFormat;
import io.twinhouse.engine.format.OutputFormat;
import io.twinhouse.engine.format.ResultWriter;
import io.twinhouse.engine.format.RowReader;
import java.io.InputStream;
import java.io.OutputStream;

/** TSKV, written and read. */
record TskvFormat() implements InputFormat, OutputFormat {

  @Override
  public String name() {
    return "TSKV";
  }

  @Override
  public String contentType() {
    return "text/tab-separated-values; charset=UTF-8";
  }

  @Override
  public ResultWriter writer(Schema schema, FormatSettings settings, OutputStream out) {
    return new TskvWriter(schema, settings, out);
  }

  @Override
  public RowReader reader(Schema columns, FormatSettings settings, InputStream data) {
    return new TskvReader(columns, settings, data);
  }
}
