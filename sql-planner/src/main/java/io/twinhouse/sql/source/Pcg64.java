// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.source;

/**
 * PCG XSL RR 128/64 (O'Neill, 2014) with its default stream: the generator of the server's random
 * tables. Not thread-safe.
 */
final class Pcg64 {

  private static final long MULTIPLIER_HIGH = 2549297995355413924L;
  private static final long MULTIPLIER_LOW = 4865540595714422341L;
  private static final long INCREMENT_HIGH = 6364136223846793005L;
  private static final long INCREMENT_LOW = 1442695040888963407L;

  /** The bits of the state that say how far its halves are turned. */
  private static final int TURN_SHIFT = 58;

  private long high;
  private long low;

  Pcg64(long seed) {
    add(seed);
    step();
  }

  private void add(long value) {
    low = value + INCREMENT_LOW;
    high = INCREMENT_HIGH + (Long.compareUnsigned(low, value) < 0 ? 1 : 0);
  }

  private void step() {
    long top =
        unsignedMultiplyHigh(low, MULTIPLIER_LOW) + high * MULTIPLIER_LOW + low * MULTIPLIER_HIGH;
    long product = low * MULTIPLIER_LOW;
    low = product + INCREMENT_LOW;
    high = top + INCREMENT_HIGH + (Long.compareUnsigned(low, product) < 0 ? 1 : 0);
  }

  private static long unsignedMultiplyHigh(long a, long b) {
    return Math.multiplyHigh(a, b) + (a >> 63 & b) + (b >> 63 & a);
  }

  /** The next 64 bits. */
  long next() {
    step();
    return Long.rotateRight(high ^ low, (int) (high >>> TURN_SHIFT));
  }

  /** The next number below a bound, as the remainder of the next bits. */
  long below(long bound) {
    return Long.remainderUnsigned(next(), bound);
  }
}
