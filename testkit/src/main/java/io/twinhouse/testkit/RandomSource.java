// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.testkit;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Draws test values, with a liking for the edges where bugs live. Deterministic for a seed. Not
 * thread-safe: give each thread a {@link #split()}.
 */
public final class RandomSource {
  private static final List<String> AWKWARD =
      List.of(
          "", "a", "\0", "Grüße", "日本語", "😀", "tab\there", "line\nbreak", "quo'te", "back\\slash");

  private final SplittableRandom random;

  private RandomSource(SplittableRandom random) {
    this.random = random;
  }

  /** The source of a seed. */
  public static RandomSource of(long seed) {
    return new RandomSource(new SplittableRandom(seed));
  }

  /** A new source, whose draws do not depend on how much this one is used later. */
  public RandomSource split() {
    return new RandomSource(random.split());
  }

  /** An int from low to high, both included. */
  public int between(int low, int high) {
    return (int) random.nextLong(low, high + 1L);
  }

  /** Any long, all equally likely. */
  public long anyLong() {
    return random.nextLong();
  }

  /** From 0.0 to below 1.0. */
  public double unit() {
    return random.nextDouble();
  }

  /** True once in n draws on average. */
  public boolean oneIn(int n) {
    return random.nextInt(n) == 0;
  }

  /** One of the values. */
  public <T> T pick(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }

  /** A signed whole number that fits the bits (1 to 64); every fourth is at or near an edge. */
  public long signed(int bits) {
    long raw = oneIn(4) ? edge(bits) + between(-2, 2) : random.nextLong() >> between(0, bits - 1);
    return raw << (64 - bits) >> (64 - bits);
  }

  /** As {@link #signed}, without a bound of 64 bits; two's complement of the given width. */
  public BigInteger bigSigned(int bits) {
    byte[] words = bytes(bits / 8);
    if (oneIn(4)) {
      Arrays.fill(words, (byte) pick(List.of(0, -1)).intValue());
      words[0] = (byte) pick(List.of(0, -1, 127, -128)).intValue();
    }
    return new BigInteger(words);
  }

  /** A double: ordinary, tiny, huge, signed zero, infinite or NaN. */
  public double anyDouble() {
    return switch (between(0, 9)) {
      case 0 -> pick(List.of(0.0, -0.0, Double.NaN, Double.MIN_VALUE, Double.MAX_VALUE));
      case 1 -> pick(List.of(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY));
      case 2 -> signed(40);
      default -> (random.nextDouble() - 0.5) * Math.pow(10, between(-20, 20));
    };
  }

  /** Random bytes of a length. */
  public byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }

  /** A text of up to about so many characters: ASCII mostly, else awkward to escape or to count. */
  public String text(int maxLength) {
    if (maxLength > 0 && oneIn(4)) {
      return pick(AWKWARD);
    }
    StringBuilder text = new StringBuilder();
    for (int left = between(0, maxLength); left > 0; left--) {
      text.append((char) between('!', '~'));
    }
    return text.toString();
  }

  private long edge(int bits) {
    return switch (between(0, 2)) {
      case 0 -> 0;
      case 1 -> 1L << (bits - 1);
      default -> ~(1L << (bits - 1));
    };
  }
}
