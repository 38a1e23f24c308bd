// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.clickhouse.client;

import io.twinhouse.engine.error.TwinhouseException;
import java.io.InputStream;

/**
 * The rows a statement answers with, as a stream of Native blocks. Holds a connection until closed.
 * For one thread.
 */
public interface Answer extends AutoCloseable {
  /** The blocks; decompressed. Reading throws {@link java.io.IOException} when the line breaks. */
  InputStream body();

  /** What to throw for a failure while {@link #body()} was read. */
  TwinhouseException broken(Exception failure);

  /** The server's figures; final, since the query had ended before the first byte was sent. */
  Summary summary();

  /** Gives the connection back; what was not read is dropped with it. Idempotent. */
  @Override
  void close();
}
