// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.file;

import java.io.IOException;
import org.apache.arrow.memory.ArrowBuf;

/** The bytes of one finished file; counted by its directory entry and by each open view. */
final class MemoryFile {

  private final ArrowBuf buffer;
  private final long size;

  /** Takes over one reference to {@code buffer}. */
  MemoryFile(ArrowBuf buffer, long size) {
    this.buffer = buffer;
    this.size = size;
  }

  long size() {
    return size;
  }

  byte[] copy(long length) {
    return new Region(buffer.memoryAddress(), size, buffer).copy(0, Math.toIntExact(length));
  }

  void release() {
    buffer.getReferenceManager().release();
  }

  FileView view() {
    buffer.getReferenceManager().retain();
    return new View();
  }

  private final class View implements FileView {

    private boolean closed;

    @Override
    public long size() {
      return size;
    }

    @Override
    public Region region(long offset, long length) throws IOException {
      if (offset < 0 || length < 0 || offset + length > size) {
        throw new IOException(length + " bytes at " + offset + " of a file of " + size);
      }
      return new Region(buffer.memoryAddress() + offset, length, buffer);
    }

    @Override
    public synchronized void close() {
      if (!closed) {
        closed = true;
        release();
      }
    }
  }
}
