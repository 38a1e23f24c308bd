// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.compression;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import net.jpountz.xxhash.XXHash32;
import net.jpountz.xxhash.XXHashFactory;

/**
 * Writes frames of LZ4, one an input: the length of the input is told, blocks hold up to 4 MiB and
 * may refer to those before. The bytes are those of the reference implementation at level 1 whose
 * one context compresses the same inputs in the same order. For one thread.
 */
public final class Lz4FrameEncoder {

  private static final XXHash32 HASH = XXHashFactory.fastestJavaInstance().hash32();
  private static final byte VERSION_AND_LENGTH = 0x48;
  private static final byte BLOCKS_OF_4_MIB = 0x70;
  private static final int BLOCK = 4 << 20;
  private static final int NOT_COMPRESSED = 1 << 31;
  private static final int HEADER = 15;

  /** Written beyond a block's limit before the compressor sees that it does not fit. */
  private static final int MARGIN = 16;

  private final Lz4Compressor compressor = new Lz4Compressor();

  /** One frame of {@code length} bytes of {@code source}. */
  public byte[] encode(byte[] source, int from, int length) {
    int blocks = length / BLOCK + 1;
    byte[] bytes = new byte[HEADER + length + Integer.BYTES * (blocks + 1) + MARGIN];
    ByteBuffer frame = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    frame.putInt(Lz4Frame.MAGIC).put(VERSION_AND_LENGTH).put(BLOCKS_OF_4_MIB).putLong(length);
    frame.put((byte) (HASH.hash(bytes, 4, HEADER - 5, 0) >> 8));
    compressor.begin(source, from);
    for (int at = from; at < from + length; at += BLOCK) {
      putBlock(source, at, Math.min(BLOCK, from + length - at), bytes, frame);
    }
    frame.putInt(0);
    return Arrays.copyOf(bytes, frame.position());
  }

  private void putBlock(byte[] source, int from, int length, byte[] bytes, ByteBuffer frame) {
    int start = frame.position() + Integer.BYTES;
    int end = compressor.block(from, from + length, bytes, start, start + length - 1);
    if (end < 0) {
      frame.putInt(length | NOT_COMPRESSED).put(source, from, length);
    } else {
      frame.putInt(end - start).position(end);
    }
  }
}
