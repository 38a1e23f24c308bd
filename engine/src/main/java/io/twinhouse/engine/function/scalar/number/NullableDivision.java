// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.number;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.function.BoundFunction;
import io.twinhouse.engine.function.FunctionRegistry;
import io.twinhouse.engine.function.Invocation;
import io.twinhouse.engine.function.define.Bound;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.function.define.Composition;
import io.twinhouse.engine.function.define.FunctionFamily;
import io.twinhouse.engine.function.lane.DoubleLane;
import io.twinhouse.engine.function.lane.LongLane;
import io.twinhouse.engine.type.FloatType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.NothingType;
import io.twinhouse.engine.type.Type;

/** Divisions that answer NULL where there is no quotient. */
final class NullableDivision {

  private NullableDivision() {}

  static void addTo(FunctionFamily family) {
    family.add("divideOrNull", call -> bind(call, "divide"));
    family.add("intDivOrNull", call -> bind(call, "intDivOrZero"));
    family.add(
        "moduloOrNull",
        t -> t.withAliases("modOrNull").anyCase(),
        call -> bind(call, "moduloOrZero"));
    family.add(
        "positiveModuloOrNull",
        t -> t.withAliases("positive_modulo_or_null", "pmodOrNull").anyCase(),
        call -> bind(call, "positiveModulo"));
    family.add("ifNotFinite", t -> t.ownNulls(), NullableDivision::ifNotFinite);
  }

  private static BoundFunction bind(CallSite call, String name) {
    call.arity(2);
    Type a = call.base(0);
    Type b = call.base(1);
    for (Type type : new Type[] {a, b}) {
      boolean plain =
          type instanceof FloatType || (type instanceof IntegerType whole && whole.bits() <= 64);
      if (!plain) {
        throw call.notImplemented(a.name() + " and " + b.name());
      }
    }
    if (!name.equals("divide") && (a instanceof FloatType || b instanceof FloatType)) {
      throw call.notImplemented(a.name() + " and " + b.name());
    }
    BoundFunction division =
        name.equals("positiveModulo")
            ? Division.bind(call, Division.Kind.POSITIVE_REMAINDER, true)
            : FunctionRegistry.standard().bindScalar(name, call.arguments(), call.context());
    return Bound.total(
        division.returnType().toNullable(),
        invocation -> {
          Column values = division.evaluate(invocation).flatten();
          boolean[] nulls =
              name.equals("divide")
                  ? zeros(DoubleLane.of(b, invocation.argument(1)), invocation.rows())
                  : faults(invocation, (IntegerType) a, (IntegerType) b, name);
          return values.withNulls(nulls);
        });
  }

  private static boolean[] zeros(DoubleLane divisors, int rows) {
    boolean[] nulls = new boolean[rows];
    for (int row = 0; row < rows; row++) {
      nulls[row] = divisors.at(row) == 0;
    }
    return nulls;
  }

  /** Where whole numbers have no quotient: by zero, or of the smallest one by minus one. */
  private static boolean[] faults(Invocation call, IntegerType a, IntegerType b, String name) {
    boolean quotient = name.equals("intDivOrZero");
    boolean signed = quotient ? a.signed() || b.signed() : a.signed() && b.signed();
    IntegerType left = new IntegerType(a.bits(), signed);
    int divisorBits = quotient ? Math.max(a.bits(), b.bits()) : b.bits();
    IntegerType right = new IntegerType(divisorBits, signed);
    long least = -1L << (a.bits() - 1);
    LongLane p = LongLane.of(call.argument(0));
    LongLane q = LongLane.of(call.argument(1));
    boolean[] nulls = new boolean[call.rows()];
    for (int row = 0; row < nulls.length; row++) {
      long divisor = right.wrap(q.at(row));
      nulls[row] = divisor == 0 || (signed && divisor == -1 && left.wrap(p.at(row)) == least);
    }
    return nulls;
  }

  /** {@code if(isFinite(x), x, y)}, of numbers alone: what is no number has other rules. */
  private static BoundFunction ifNotFinite(CallSite call) {
    call.arity(2);
    for (int i = 0; i < 2; i++) {
      Type type = call.base(i);
      boolean known =
          type instanceof FloatType || type instanceof IntegerType || type instanceof NothingType;
      if (!known) {
        throw call.notImplemented(call.base(0).name() + " and " + call.base(1).name());
      }
    }
    Composition composition = new Composition(call);
    Composition.Part value = composition.argument(0);
    Composition.Part finite = composition.call("isFinite", value);
    try {
      return composition.bound(composition.call("if", finite, value, composition.argument(1)));
    } catch (TwinhouseException e) {
      throw e.is(ErrorCode.NO_COMMON_TYPE)
          ? call.notImplemented(call.base(0).name() + " and " + call.base(1).name())
          : e;
    }
  }
}
