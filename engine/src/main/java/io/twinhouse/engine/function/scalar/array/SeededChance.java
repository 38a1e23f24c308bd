// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.array;

import io.twinhouse.engine.function.lane.LongLane;

/**
 * Numbers from a seed as the server draws them: PCG (O'Neill, 2014) in its fast form of 128 bits
 * with a folded and rotated word of 64, of which as many low bits are taken as the bound has, again
 * and again until they are below it. Not thread-safe.
 */
final class SeededChance implements ArrayChances.Chance {

  private static final long FACTOR_HIGH = 0x2360ED051FC65DA4L;
  private static final long FACTOR_LOW = 0x4385DF649FCCF645L;

  private long high;
  private long low;

  /** From the first row's seed. */
  SeededChance(LongLane seeds) {
    low = seeds.at(0) | 3;
  }

  @Override
  public int below(int bound) {
    int mask = bound == 1 ? 0 : -1 >>> Integer.numberOfLeadingZeros(bound - 1);
    int number = (int) next() & mask;
    while (number >= bound) {
      number = (int) next() & mask;
    }
    return number;
  }

  private long next() {
    long product = Math.multiplyHigh(low, FACTOR_LOW);
    // The high half of the product of numbers without a sign.
    product += (low >> 63 & FACTOR_LOW) + (FACTOR_LOW >> 63 & low);
    high = product + high * FACTOR_LOW + low * FACTOR_HIGH;
    low *= FACTOR_LOW;
    return Long.rotateRight(high ^ low, (int) (high >>> 58));
  }
}
