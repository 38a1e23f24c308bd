// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.compression;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import net.jpountz.xxhash.XXHash32;
import net.jpountz.xxhash.XXHashFactory;

/** Writes and reads whole frames of LZ4 (its frame format 1.6.x), blocks linked or not. */
public final class Lz4Frame {

  static final int MAGIC = 0x184D2204;
  private static final XXHash32 HASH = XXHashFactory.fastestJavaInstance().hash32();

  /**
   * What the first byte of a frame's description says.
   *
   * @param blockSums whether a checksum stands behind each block
   * @param size whether the frame's length is told
   * @param sum whether a checksum stands behind the frame
   * @param dictionary whether a dictionary is told
   */
  private record Flags(boolean blockSums, boolean size, boolean sum, boolean dictionary) {
    static Flags of(int bits) throws IOException {
      if ((bits & 0xC0) != 0x40) {
        throw new IOException("an LZ4 frame has an unknown version");
      }
      return new Flags(
          (bits & 0x10) != 0, (bits & 0x08) != 0, (bits & 0x04) != 0, (bits & 0x01) != 0);
    }
  }

  private Lz4Frame() {}

  /**
   * Decodes one frame into an array of the length that it has.
   *
   * @throws IOException when it is garbled or of another length
   */
  public static void decode(byte[] source, int from, int length, byte[] target) throws IOException {
    ByteBuffer in = ByteBuffer.wrap(source, from, length).order(ByteOrder.LITTLE_ENDIAN);
    try {
      int end = decode(in, source, target);
      if (end != target.length) {
        throw new IOException("an LZ4 frame is shorter than it says");
      }
    } catch (BufferUnderflowException | IllegalArgumentException outside) {
      throw new IOException("an LZ4 frame ends too early", outside);
    }
  }

  private static int decode(ByteBuffer in, byte[] source, byte[] target) throws IOException {
    if (in.getInt() != MAGIC) {
      throw new IOException("an LZ4 frame does not begin with its mark");
    }
    Flags flags = Flags.of(in.get());
    in.get();
    in.position(in.position() + (flags.size() ? 8 : 0) + (flags.dictionary() ? 4 : 0) + 1);
    int at = 0;
    for (int block = in.getInt(); block != 0; block = in.getInt()) {
      int size = block & Integer.MAX_VALUE;
      int start = in.position();
      in.position(start + size);
      if (flags.blockSums()) {
        check(source, start, size, in.getInt());
      }
      if (block < 0 && size > target.length - at) {
        throw new IOException("an LZ4 frame is longer than it says");
      } else if (block < 0) {
        System.arraycopy(source, start, target, at, size);
        at += size;
      } else {
        at = Lz4Block.decode(source, start, start + size, target, at);
      }
    }
    if (flags.sum()) {
      check(target, 0, at, in.getInt());
    }
    return at;
  }

  private static void check(byte[] bytes, int from, int length, int expected) throws IOException {
    if (HASH.hash(bytes, from, length, 0) != expected) {
      throw new IOException("the checksum of an LZ4 frame does not match");
    }
  }
}
