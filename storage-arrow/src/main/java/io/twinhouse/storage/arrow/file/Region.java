// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.file;

import org.apache.arrow.memory.util.MemoryUtil;

/**
 * A range of memory that holds a part of a file.
 *
 * @param address where it begins; read it only while the view it came from is open
 * @param length in bytes
 * @param owner kept reachable, since a mapping ends when its buffer is collected
 */
public record Region(long address, long length, Object owner) {

  /** Copies {@code count} bytes at {@code offset}. */
  public byte[] copy(long offset, int count) {
    if (offset < 0 || count < 0 || offset + count > length) {
      throw new IllegalArgumentException(count + " bytes at " + offset + " of " + length);
    }
    byte[] bytes = new byte[count];
    MemoryUtil.copyFromMemory(address + offset, bytes, 0, count);
    return bytes;
  }
}
