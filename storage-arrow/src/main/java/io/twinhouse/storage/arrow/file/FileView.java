// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.file;

import java.io.Closeable;
import java.io.IOException;

/** A file opened for reading by address. Thread-safe. */
public interface FileView extends Closeable {

  long size();

  /**
   * A range of the file in memory, valid until this view is closed.
   *
   * @throws IOException if the range is not within the file
   */
  Region region(long offset, long length) throws IOException;

  /** Copies a range of the file; for small files and metadata. */
  default byte[] bytes(long offset, int length) throws IOException {
    return region(offset, length).copy(0, length);
  }

  @Override
  void close() throws IOException;
}
