// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.source;

import io.twinhouse.engine.error.Checkpoint;
import io.twinhouse.engine.memory.Reservation;
import java.util.Arrays;

/**
 * All primes in order, by a sieve that goes over the odd numbers segment by segment. It holds a
 * segment and the primes up to the root of where it is. Not thread-safe.
 */
final class PrimeSieve {

  /** Beyond this there are more than an array's length of primes to sieve by. */
  static final long MOST = 1L << 61;

  /** Odd numbers of a segment. */
  private static final int ODDS = 1 << 16;

  private final Reservation memory;
  private final long[] composite;
  private int[] factors = {};
  private int factorLimit = 1;
  private long low = 3;
  private int at;
  private boolean started;

  PrimeSieve(Reservation memory) {
    this.memory = memory;
    memory.grow(ODDS / 8);
    composite = new long[ODDS / 64];
  }

  /**
   * Goes to the first prime that is not below {@code from}. It goes back by no more than what the
   * last call of {@link #next} passed over.
   */
  void seek(long from) {
    if (from <= 2) {
      started = false;
      at = 0;
      return;
    }
    long odd = from | 1;
    started = true;
    if (odd >= low + 2L * ODDS || factors.length == 0) {
      low = odd;
      at = 0;
      sieve();
    } else {
      at = (int) Math.max(0, (odd - low) / 2);
    }
  }

  /** The next prime, from 2 on. */
  long next() {
    if (!started) {
      started = true;
      sieve();
      return 2;
    }
    while (true) {
      int word = at >> 6;
      long free = word < composite.length ? ~composite[word] & -1L << at : 0;
      if (free != 0) {
        int odd = (word << 6) + Long.numberOfTrailingZeros(free);
        at = odd + 1;
        return low + 2L * odd;
      }
      at = (word + 1) << 6;
      if (at > ODDS) {
        low += 2L * ODDS;
        at = 0;
        sieve();
      }
    }
  }

  private void sieve() {
    Checkpoint.pass();
    Arrays.fill(composite, 0);
    long high = low + 2L * ODDS;
    findFactors((int) Math.sqrt((double) high) + 1);
    for (int factor : factors) {
      long square = (long) factor * factor;
      if (square >= high) {
        return;
      }
      long multiple = Math.max(square, (low + factor - 1) / factor * factor);
      multiple += multiple % 2 == 0 ? factor : 0;
      for (long odd = (multiple - low) / 2; odd < ODDS; odd += factor) {
        composite[(int) (odd >> 6)] |= 1L << odd;
      }
    }
  }

  /** Finds all odd primes up to a number. */
  private void findFactors(int limit) {
    if (limit <= factorLimit) {
      return;
    }
    int most = (int) Math.min(Integer.MAX_VALUE - 16, Math.max(1024, 2L * limit));
    int words = most / 128 + 1;
    memory.grow(8L * words);
    long[] divided = new long[words];
    int count = 0;
    for (int number = 3; number > 0 && number < most; number += 2) {
      passSometimes(number);
      if (!isDivided(divided, number)) {
        count++;
        if ((long) number * number < most) {
          Checkpoint.pass(); // a small factor has hundreds of millions of multiples
        }
        for (long multiple = (long) number * number; multiple < most; multiple += 2L * number) {
          divided[(int) (multiple >> 7)] |= 1L << (multiple >> 1);
        }
      }
    }
    memory.grow(4L * count);
    int[] found = new int[count];
    int next = 0;
    for (int number = 3; number > 0 && number < most; number += 2) {
      passSometimes(number);
      if (!isDivided(divided, number)) {
        found[next++] = number;
      }
    }
    memory.shrink(8L * words + 4L * factors.length);
    factors = found;
    factorLimit = most - 1;
  }

  private static void passSometimes(int number) {
    if ((number & 0xFFFFF) == 1) {
      Checkpoint.pass();
    }
  }

  /** Of odd numbers. */
  private static boolean isDivided(long[] divided, int number) {
    return (divided[number >> 7] >> (number >> 1) & 1) != 0;
  }
}
