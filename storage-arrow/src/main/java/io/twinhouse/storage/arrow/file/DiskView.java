// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.file;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.List;
import org.apache.arrow.memory.util.MemoryUtil;

/** Maps each asked range of a file; one range is at most 2 GiB. */
final class DiskView implements FileView {

  private final FileChannel channel;
  private final long size;
  private final List<ByteBuffer> mappings = new ArrayList<>();

  DiskView(FileChannel channel) throws IOException {
    this.channel = channel;
    this.size = channel.size();
  }

  @Override
  public long size() {
    return size;
  }

  @Override
  public Region region(long offset, long length) throws IOException {
    if (offset < 0 || length < 0 || offset + length > size) {
      throw new IOException(length + " bytes at " + offset + " of a file of " + size);
    }
    if (length == 0) {
      return new Region(0, 0, this);
    }
    MappedByteBuffer mapped = channel.map(FileChannel.MapMode.READ_ONLY, offset, length);
    synchronized (mappings) {
      mappings.add(mapped);
    }
    return new Region(MemoryUtil.getByteBufferAddress(mapped), length, mapped);
  }

  @Override
  public byte[] bytes(long offset, int length) throws IOException {
    byte[] bytes = new byte[length];
    ByteBuffer target = ByteBuffer.wrap(bytes);
    while (target.hasRemaining()) {
      if (channel.read(target, offset + target.position()) < 0) {
        throw new EOFException(length + " bytes at " + offset + " of a file of " + size);
      }
    }
    return bytes;
  }

  @Override
  public void close() throws IOException {
    synchronized (mappings) {
      mappings.forEach(Unmapping::unmap);
      mappings.clear();
    }
    channel.close();
  }
}
