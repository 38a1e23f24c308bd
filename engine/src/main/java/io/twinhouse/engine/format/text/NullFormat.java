// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.format.text;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.Schema;
import io.twinhouse.engine.format.FormatSettings;
import io.twinhouse.engine.format.OutputFormat;
import io.twinhouse.engine.format.ResultFigures;
import io.twinhouse.engine.format.ResultWriter;
import java.io.OutputStream;

/** Null: the query runs, its rows go nowhere. */
record NullFormat() implements OutputFormat {

  @Override
  public String name() {
    return "Null";
  }

  @Override
  public String contentType() {
    return "text/plain; charset=UTF-8";
  }

  @Override
  public ResultWriter writer(Schema schema, FormatSettings settings, OutputStream out) {
    return new ResultWriter() {
      @Override
      public void write(Batch batch) {
        // dropped
      }

      @Override
      public void totals(Batch row) {
        // dropped
      }

      @Override
      public void end(ResultFigures figures) {
        // nothing to end
      }
    };
  }
}
