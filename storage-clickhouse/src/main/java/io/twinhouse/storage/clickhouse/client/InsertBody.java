// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.clickhouse.client;

import java.io.IOException;
import java.io.OutputStream;

/** Writes the data of one insert. */
@FunctionalInterface
public interface InsertBody {
  /** Writes everything; the caller flushes and closes. An exception abandons the insert. */
  void writeTo(OutputStream out) throws IOException;
}
