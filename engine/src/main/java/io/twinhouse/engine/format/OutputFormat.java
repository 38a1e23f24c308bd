// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.format;

import io.twinhouse.engine.column.Schema;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/** A format that results can be written in. Immutable and thread-safe. */
public interface OutputFormat {

  /** ClickHouse's name, for instance {@code JSONEachRow}. */
  String name();

  /** For the Content-Type header, as the real server sends it. */
  String contentType();

  /**
   * Begins one result. Nothing is written before the first batch or the end.
   *
   * @param out not closed and not flushed by the writer; give it a buffered one
   */
  ResultWriter writer(Schema schema, FormatSettings settings, OutputStream out);

  /**
   * Begins one result of rows as they are in flight, where JSON tells the types of its values.
   *
   * @return null where the format does not ask for them; {@link #writer} will do then
   */
  default @Nullable ResultWriter typedWriter(
      Schema schema, FormatSettings settings, OutputStream out) {
    return null;
  }
}
