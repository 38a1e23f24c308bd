// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** Writes through a small buffer, so that short pieces do not each cost a system call. */
final class DiskOutput implements FileOutput {

  private final FileChannel channel;
  private final ByteBuffer buffer = ByteBuffer.allocate(64 * 1024);
  private long position;

  DiskOutput(FileChannel channel, long position) {
    this.channel = channel;
    this.position = position;
  }

  @Override
  public void write(byte[] source, int offset, int length) throws IOException {
    if (length > buffer.remaining()) {
      flush();
    }
    if (length > buffer.capacity()) {
      drain(ByteBuffer.wrap(source, offset, length));
    } else {
      buffer.put(source, offset, length);
    }
    position += length;
  }

  private void flush() throws IOException {
    buffer.flip();
    drain(buffer);
    buffer.clear();
  }

  private void drain(ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }

  @Override
  public long position() {
    return position;
  }

  @Override
  public void sync() throws IOException {
    flush();
    channel.force(true);
  }

  @Override
  public void close() throws IOException {
    try {
      if (channel.isOpen()) {
        flush();
      }
    } finally {
      channel.close();
    }
  }
}
