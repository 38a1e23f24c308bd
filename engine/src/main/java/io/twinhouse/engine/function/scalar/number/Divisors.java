// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.number;

import io.twinhouse.engine.function.BoundFunction;
import io.twinhouse.engine.function.define.Bound;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.function.define.Operands;
import io.twinhouse.engine.function.lane.BigLane;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.Type;
import java.math.BigInteger;

/** Greatest common divisor and least common multiple. */
final class Divisors {

  private Divisors() {}

  static BoundFunction bind(CallSite call, boolean greatest) {
    Type a = call.arity(2).base(0);
    Type b = call.base(1);
    if (!(a instanceof IntegerType x) || !(b instanceof IntegerType y)) {
      throw call.illegal();
    }
    IntegerType result = NumberTypes.sum(x, y, false);
    boolean signs = x.bits() > 64 || y.bits() > 64;
    return Bound.of(
        result,
        invocation -> {
          BigLane left = BigLane.of(a, invocation.argument(0));
          BigLane right = BigLane.of(b, invocation.argument(1));
          return Operands.bigs(
              invocation,
              result,
              row -> {
                BigInteger p = left.at(row);
                BigInteger q = right.at(row);
                if (p.signum() == 0 || q.signum() == 0) {
                  throw ArithmeticFunctions.divisionByZero();
                }
                BigInteger divisor = p.gcd(q);
                if (greatest) {
                  return divisor;
                }
                BigInteger multiple = p.divide(divisor).multiply(q);
                return signs ? multiple : multiple.abs();
              });
        });
  }
}
