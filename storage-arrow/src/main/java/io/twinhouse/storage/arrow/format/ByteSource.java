// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.format;

import io.twinhouse.storage.arrow.file.CorruptFileException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Reads back what a {@link ByteSink} wrote, refusing to read past the end. */
public final class ByteSource {

  private final String file;
  private final ByteBuffer bytes;

  /**
   * @param file named in errors
   */
  public ByteSource(String file, byte[] bytes) {
    this.file = file;
    this.bytes = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  public int getByte() throws CorruptFileException {
    require(1);
    return bytes.get();
  }

  public int getInt() throws CorruptFileException {
    require(4);
    return bytes.getInt();
  }

  public long getLong() throws CorruptFileException {
    require(8);
    return bytes.getLong();
  }

  /** A number of things that each take at least {@code bytesEach} of what is left. */
  public int getCount(int bytesEach) throws CorruptFileException {
    int count = getInt();
    if (count < 0 || (long) count * bytesEach > bytes.remaining()) {
      throw new CorruptFileException(file, "it promises " + count + " entries and holds fewer");
    }
    return count;
  }

  public byte[] getBytes() throws CorruptFileException {
    byte[] read = new byte[getCount(1)];
    bytes.get(read);
    return read;
  }

  public String getText() throws CorruptFileException {
    return new String(getBytes(), StandardCharsets.UTF_8);
  }

  /** Skips the padding that {@link ByteSink#align()} wrote. */
  public void align() {
    bytes.position(Math.min(bytes.limit(), (bytes.position() + 7) & ~7));
  }

  private void require(int count) throws CorruptFileException {
    if (bytes.remaining() < count) {
      throw new CorruptFileException(file, "it ends too early");
    }
  }
}
