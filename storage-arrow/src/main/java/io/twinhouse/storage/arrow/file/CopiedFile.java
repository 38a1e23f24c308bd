// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.arrow.memory.util.MemoryUtil;

/** A file whose bytes are at hand though it is not on the disk. Thread-safe. */
public final class CopiedFile implements FileView {

  private final ByteBuffer bytes;

  public CopiedFile(byte[] content) {
    bytes = ByteBuffer.allocateDirect(content.length).put(content);
  }

  @Override
  public long size() {
    return bytes.capacity();
  }

  @Override
  public Region region(long offset, long length) throws IOException {
    if (offset < 0 || length < 0 || offset + length > size()) {
      throw new IOException(length + " bytes at " + offset + " of a file of " + size());
    }
    return new Region(MemoryUtil.getByteBufferAddress(bytes) + offset, length, bytes);
  }

  @Override
  public void close() {
    // the collector frees it
  }
}
