// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.file;

import java.io.Closeable;
import java.io.IOException;

/** A file being written from front to back. One thread. */
public interface FileOutput extends Closeable {

  /** Appends {@code length} bytes of {@code source}; they may still be in a buffer afterwards. */
  void write(byte[] source, int offset, int length) throws IOException;

  /** Bytes in the file so far, those it had before an append included. */
  long position();

  /** Makes all bytes written so far durable. */
  void sync() throws IOException;

  /** Ends the file; it can be opened from now on. */
  @Override
  void close() throws IOException;
}
