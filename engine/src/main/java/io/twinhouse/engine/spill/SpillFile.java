// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.spill;

import java.io.IOException;

/** A file that grows at its end and is read anywhere. One thread at a time. */
public interface SpillFile extends AutoCloseable {

  /** Writes {@code length} bytes behind all written so far. */
  void append(byte[] source, int length) throws IOException;

  /** Reads exactly {@code length} bytes from {@code position} on. */
  void read(long position, byte[] target, int length) throws IOException;

  /** Deletes the file; idempotent. */
  @Override
  void close() throws IOException;
}
