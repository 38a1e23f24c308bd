// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.file;

import org.apache.arrow.memory.ArrowBuf;
import org.apache.arrow.memory.util.MemoryUtil;
import org.jspecify.annotations.Nullable;

/** Writes into one buffer, which becomes the file when it is closed. */
final class MemoryOutput implements FileOutput {

  private final MemoryDirectory directory;
  private final String name;
  private final ArrowMemory memory;
  private @Nullable ArrowBuf buffer;
  private long position;

  MemoryOutput(MemoryDirectory directory, String name, ArrowMemory memory, long expectedBytes) {
    this.directory = directory;
    this.name = name;
    this.memory = memory;
    this.buffer = memory.allocate(expectedBytes);
  }

  private ArrowBuf open() {
    if (buffer == null) {
      throw new IllegalStateException(name + " is closed");
    }
    return buffer;
  }

  @Override
  public void write(byte[] source, int offset, int length) {
    ArrowBuf target = open();
    if (position + length > target.capacity()) {
      target = resize(target, Math.max(position + length, target.capacity() * 2));
    }
    MemoryUtil.copyToMemory(source, offset, target.memoryAddress() + position, length);
    position += length;
  }

  private ArrowBuf resize(ArrowBuf old, long bytes) {
    ArrowBuf resized = memory.allocate(bytes);
    MemoryUtil.copyMemory(old.memoryAddress(), resized.memoryAddress(), position);
    old.getReferenceManager().release();
    buffer = resized;
    return resized;
  }

  @Override
  public long position() {
    return position;
  }

  @Override
  public void sync() {
    // nothing here outlives the process
  }

  /** Frees the bytes without making a file of them. */
  void discard() {
    ArrowBuf held = buffer;
    buffer = null;
    if (held != null) {
      held.getReferenceManager().release();
    }
  }

  @Override
  public void close() {
    if (buffer == null) {
      return;
    }
    ArrowBuf written = buffer;
    if (written.capacity() > position + position / 8 + 4096) {
      written = resize(written, position);
    }
    buffer = null;
    directory.put(name, new MemoryFile(written, position));
  }
}
