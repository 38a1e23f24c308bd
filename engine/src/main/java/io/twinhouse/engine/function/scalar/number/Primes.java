// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.number;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.function.BoundFunction;
import io.twinhouse.engine.function.define.Bound;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.function.define.FunctionFamily;
import io.twinhouse.engine.function.define.Operands;
import io.twinhouse.engine.function.define.RowKernels;
import io.twinhouse.engine.function.lane.BigLane;
import io.twinhouse.engine.type.BoolType;
import io.twinhouse.engine.type.IntegerType;
import java.math.BigInteger;

/**
 * isPrime by the test of Miller and Rabin, with the first twelve primes as bases, which leave no
 * composite number of 64 bits (Sorenson and Webster, 2015).
 */
public final class Primes {

  private static final int[] BASES = {2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37};

  private Primes() {}

  public static FunctionFamily family() {
    return new FunctionFamily("Mathematics")
        .add("isPrime", Primes::bind)
        .add("isProbablePrime", Primes::bindProbable);
  }

  private static BoundFunction bind(CallSite call) {
    boolean unsigned =
        call.arity(1).base(0) instanceof IntegerType type && !type.signed() && type.bits() <= 64;
    if (!unsigned && !(call.base(0) instanceof BoolType)) {
      throw call.illegal(0);
    }
    return Bound.total(IntegerType.UINT8, Operands.longs(n -> isPrime(n) ? 1 : 0));
  }

  /** Of numbers of any size: so many bases that no composite number is known to pass. */
  private static BoundFunction bindProbable(CallSite call) {
    call.arity(1, 2);
    if (!(call.base(0) instanceof IntegerType type) || type.signed()) {
      throw call.illegal(0);
    }
    if (call.size() == 2) {
      checkRounds(call);
    }
    return Bound.total(
        IntegerType.UINT8,
        RowKernels.longs(
            invocation -> {
              BigLane lane = BigLane.of(type, invocation.argument(0));
              return row -> lane.at(row).isProbablePrime(100) ? 1 : 0;
            }));
  }

  private static void checkRounds(CallSite call) {
    if (!(call.base(1) instanceof IntegerType rounds) || rounds.signed()) {
      throw call.illegal(1);
    }
    call.integer(1);
    if (call.constantLong(1) == 0) {
      throw call.refuse(
          ErrorCode.BAD_ARGUMENTS,
          "Second argument of function isProbablePrime must be a positive integer constant");
    }
  }

  /** Whether a number without a sign is a prime. */
  static boolean isPrime(long n) {
    for (int base : BASES) {
      if (Long.remainderUnsigned(n, base) == 0) {
        return n == base;
      }
    }
    return n != 1 && passes(n);
  }

  private static boolean passes(long n) {
    BigInteger number = new BigInteger(Long.toUnsignedString(n));
    BigInteger before = number.subtract(BigInteger.ONE);
    int twos = before.getLowestSetBit();
    BigInteger odd = before.shiftRight(twos);
    for (int base : BASES) {
      if (!passes(BigInteger.valueOf(base).modPow(odd, number), twos, number, before)) {
        return false;
      }
    }
    return true;
  }

  /** Whether squaring a power comes to -1, unless it is 1 to begin with. */
  private static boolean passes(
      BigInteger power, int squarings, BigInteger number, BigInteger minusOne) {
    BigInteger square = power;
    if (square.equals(BigInteger.ONE)) {
      return true;
    }
    for (int i = 0; i < squarings; i++) {
      if (square.equals(minusOne)) {
        return true;
      }
      square = square.multiply(square).mod(number);
    }
    return false;
  }
}
