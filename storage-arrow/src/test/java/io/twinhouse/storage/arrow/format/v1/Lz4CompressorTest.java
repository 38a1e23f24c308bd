// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.format.v1;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinhouse.testkit.RandomSource;
import io.twinhouse.testkit.Seed;
import java.util.Arrays;
import net.jpountz.lz4.LZ4Exception;
import net.jpountz.lz4.LZ4Factory;
import net.jpountz.lz4.LZ4SafeDecompressor;
import org.apache.arrow.memory.util.MemoryUtil;
import org.junit.jupiter.api.Test;

/** The library's decompressor and ours give back what was compressed, whatever it was. */
final class Lz4CompressorTest {

  private final RandomSource random = Seed.sourceOf(Lz4CompressorTest.class.getName());
  private final Lz4Compressor compressor = new Lz4Compressor();
  private final LZ4SafeDecompressor decompressor = LZ4Factory.safeInstance().safeDecompressor();

  @Test
  void blocksOfAnyLengthComeBack() {
    for (int length = 0; length < 400; length++) {
      for (int letters : new int[] {1, 2, 5, 40, 256}) {
        comesBack(noise(length, letters));
      }
    }
  }

  @Test
  void longBlocksOfRepeatsAndNoiseComeBack() {
    for (int round = 0; round < 60; round++) {
      comesBack(patchwork(random.between(1, 300_000)));
    }
  }

  @Test
  void matchesReachAsFarAsTheFormatAllows() {
    byte[] phrase = noise(64, 256);
    for (int distance : new int[] {64, 65_534, 65_535, 65_536, 70_000}) {
      byte[] block = noise(distance + 100, 256);
      System.arraycopy(phrase, 0, block, 0, phrase.length);
      System.arraycopy(phrase, 0, block, distance, 36);
      comesBack(block);
    }
  }

  @Test
  void whatRepeatsShrinks() {
    byte[] block = new byte[100_000];
    Arrays.fill(block, (byte) 'x');
    assertThat(comesBack(block)).isLessThan(500);
    assertThat(comesBack(noise(100_000, 256)))
        .isLessThanOrEqualTo(Lz4Compressor.mostBytes(100_000));
  }

  /** Compresses, in the midst of arrays, and unpacks again; returns the length of the block. */
  private int comesBack(byte[] block) {
    int before = random.between(0, 20);
    byte[] source = new byte[before + block.length + random.between(0, 20)];
    System.arraycopy(block, 0, source, before, block.length);
    byte[] target = new byte[before + Lz4Compressor.mostBytes(block.length)];
    int size = compressor.compress(source, before, block.length, target, before);
    byte[] unpacked = new byte[block.length];
    int found = decompressor.decompress(target, before, size, unpacked, 0, block.length);
    assertThat(found).isEqualTo(block.length);
    assertThat(Arrays.mismatch(unpacked, block)).isEqualTo(-1);
    byte[] packed = Arrays.copyOfRange(target, before, before + size);
    assertThat(Arrays.mismatch(unpack(packed, block.length), block)).isEqualTo(-1);
    return size;
  }

  @Test
  void whatAnotherCompressorMakesComesBack() {
    for (int round = 0; round < 200; round++) {
      byte[] block = patchwork(random.between(1, 3000 * (1 + round % 20)));
      byte[] packed = LZ4Factory.safeInstance().highCompressor().compress(block);
      assertThat(Arrays.mismatch(unpack(packed, block.length), block)).isEqualTo(-1);
    }
  }

  /** Either the library finds the same bytes in it, or it is refused; nothing else is touched. */
  @Test
  void spoiltBlocksAreToldOrReadAsTheLibraryReadsThem() {
    for (int round = 0; round < 3000; round++) {
      byte[] block = patchwork(random.between(1, 2000));
      byte[] packed = LZ4Factory.safeInstance().fastCompressor().compress(block);
      for (int i = random.between(1, 4); i > 0; i--) {
        packed[random.between(0, packed.length - 1)] = random.bytes(1)[0];
      }
      byte[] cut = Arrays.copyOf(packed, packed.length - random.between(0, 2) % packed.length);
      byte[] theirs = new byte[block.length];
      boolean whole;
      try {
        whole =
            decompressor.decompress(cut, 0, cut.length, theirs, 0, theirs.length) == theirs.length;
      } catch (LZ4Exception e) {
        whole = false;
      }
      try {
        byte[] ours = unpack(cut, block.length);
        assertThat(whole).isTrue();
        assertThat(Arrays.mismatch(ours, theirs)).isEqualTo(-1);
      } catch (IllegalStateException told) {
        assertThat(whole).as("a block that the library reads").isFalse();
      }
    }
  }

  /** By our decompressor, at the very end of the memory that belongs to the block. */
  private static byte[] unpack(byte[] packed, int size) {
    byte[] room = new byte[size + 40];
    Arrays.fill(room, size, room.length, (byte) 0x5a);
    long address = MemoryUtil.allocateMemory(Math.max(1, packed.length));
    try {
      MemoryUtil.copyToMemory(packed, 0, address, packed.length);
      Lz4Decompressor.decompress(address, packed.length, room, size);
    } finally {
      MemoryUtil.freeMemory(address);
    }
    for (int i = size; i < room.length; i++) {
      assertThat(room[i]).isEqualTo((byte) 0x5a);
    }
    return Arrays.copyOf(room, size);
  }

  private byte[] noise(int length, int letters) {
    byte[] bytes = random.bytes(length);
    for (int i = 0; i < length && letters < 256; i++) {
      bytes[i] = (byte) ('a' + (bytes[i] & 0xff) % letters);
    }
    return bytes;
  }

  /** Noise, runs, and copies of what went before. */
  private byte[] patchwork(int length) {
    byte[] bytes = new byte[length];
    for (int at = 0; at < length; ) {
      int piece = Math.min(length - at, random.between(1, 900));
      switch (random.between(0, 2)) {
        case 0 -> System.arraycopy(noise(piece, 256), 0, bytes, at, piece);
        case 1 -> Arrays.fill(bytes, at, at + piece, (byte) random.between(0, 255));
        default -> {
          int from = random.between(0, at);
          System.arraycopy(bytes, from, bytes, at, Math.min(piece, length - from));
        }
      }
      at += piece;
    }
    return bytes;
  }
}
