// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.format.text;

import io.twinhouse.engine.column.Schema;
import io.twinhouse.engine.format.FormatSettings;
import io.twinhouse.engine.format.OutputFormat;
import io.twinhouse.engine.format.ResultWriter;
import java.io.OutputStream;

/** A format made of its name and its writer. */
public record TextFormat(String name, String contentType, WriterFactory factory)
    implements OutputFormat {

  /** Makes the writer of one result. */
  @FunctionalInterface
  public interface WriterFactory {
    ResultWriter writer(Schema schema, FormatSettings settings, OutputStream out);
  }

  @Override
  public ResultWriter writer(Schema schema, FormatSettings settings, OutputStream out) {
    return factory.writer(schema, settings, out);
  }
}
