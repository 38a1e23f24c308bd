// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.logic;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ConstantColumn;
import io.twinhouse.engine.column.DoubleColumn;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.function.BoundFunction;
import io.twinhouse.engine.function.Invocation;
import io.twinhouse.engine.function.define.Bound;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.function.define.FunctionFamily;
import io.twinhouse.engine.type.BoolType;
import io.twinhouse.engine.type.FloatType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.Lane;
import io.twinhouse.engine.type.NothingType;
import io.twinhouse.engine.type.Type;
import java.util.Arrays;

/** and, or, xor, not. */
public final class LogicFunctions {

  private LogicFunctions() {}

  public static FunctionFamily family() {
    FunctionFamily family = new FunctionFamily("Logical");
    family.add("and", t -> t.ownNulls().dropLowCardinality().anyCase(), call -> bind(call, Op.AND));
    family.add("or", t -> t.ownNulls().dropLowCardinality().anyCase(), call -> bind(call, Op.OR));
    family.add("xor", t -> t.dropLowCardinality().anyCase(), call -> bind(call, Op.XOR));
    family.add("not", t -> t.anyCase(), LogicFunctions::not);
    return family;
  }

  private enum Op {
    AND,
    OR,
    XOR
  }

  private static BoundFunction bind(CallSite call, Op op) {
    if (call.size() < 2) {
      throw call.refuse(
          ErrorCode.TOO_FEW_ARGUMENTS_FOR_FUNCTION,
          "Number of arguments for function \""
              + call.name()
              + "\" should be at least 2: passed "
              + call.size());
    }
    boolean nullable = false;
    boolean anyBool = false;
    for (int i = 0; i < call.size(); i++) {
      checkCondition(call, i);
      nullable |= call.type(i).isNullable();
      anyBool |= call.type(i) instanceof BoolType;
    }
    Type base = anyBool ? BoolType.INSTANCE : IntegerType.UINT8;
    Type result = nullable ? base.toNullable() : base;
    return isDecided(call, op)
        ? Bound.constant(result, LongColumn.of(op == Op.OR ? 1 : 0))
        : Bound.total(result, invocation -> evaluate(invocation, op));
  }

  /** Whether one constant decides, whatever the others are. */
  private static boolean isDecided(CallSite call, Op op) {
    for (int i = 0; i < call.size() && op != Op.XOR; i++) {
      Column constant = call.constant(i);
      if (constant != null && !constant.isNull(0)) {
        long[] truth = new long[1];
        truth(constant, truth, 1);
        if (truth[0] != 0 == (op == Op.OR)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Refuses an argument that is no condition. */
  static void checkCondition(CallSite call, int index) {
    checkType(call, index);
    Column constant = call.constant(index);
    if (call.base(index) instanceof FloatType
        && constant != null
        && constant.flatten() instanceof DoubleColumn value
        && value.values()[0] != Math.rint(value.values()[0])) {
      throw call.refuse(
          ErrorCode.CANNOT_CONVERT_TYPE,
          "Cannot convert out of range floating point value to integer type");
    }
  }

  private static void checkType(CallSite call, int index) {
    Type base = call.base(index);
    boolean fits =
        base instanceof FloatType
            || base instanceof BoolType
            || base instanceof NothingType
            || (base instanceof IntegerType && base.lane() == Lane.LONG);
    if (!fits) {
      throw call.illegal(index);
    }
  }

  private static Column evaluate(Invocation call, Op op) {
    int rows = call.rows();
    long[] values = call.scratch().longs(rows);
    boolean[] nulls = null;
    truth(call.argument(0), values, rows);
    if (call.argument(0).nulls() != null) {
      nulls = Arrays.copyOf(call.argument(0).nulls(), rows);
    }
    long[] next = new long[0];
    for (int i = 1; i < call.argumentCount(); i++) {
      Column argument = call.argument(i);
      boolean[] ownNulls = argument.nulls();
      if (next.length == 0) {
        next = new long[rows];
      }
      truth(argument, next, rows);
      if (nulls == null && ownNulls == null) {
        plain(op, values, next, rows);
      } else {
        nulls = nulls == null ? new boolean[rows] : nulls;
        threeValued(op, values, nulls, next, ownNulls, rows);
      }
    }
    return LongColumn.of(values, rows, nulls);
  }

  private static void plain(Op op, long[] values, long[] next, int rows) {
    switch (op) {
      case AND -> {
        for (int row = 0; row < rows; row++) {
          values[row] &= next[row];
        }
      }
      case OR -> {
        for (int row = 0; row < rows; row++) {
          values[row] |= next[row];
        }
      }
      case XOR -> {
        for (int row = 0; row < rows; row++) {
          values[row] ^= next[row];
        }
      }
    }
  }

  private static void threeValued(
      Op op,
      long[] values,
      boolean[] nulls,
      long[] next,
      boolean @org.jspecify.annotations.Nullable [] nextNulls,
      int rows) {
    for (int row = 0; row < rows; row++) {
      boolean nextNull = nextNulls != null && nextNulls[row];
      switch (op) {
        case AND -> {
          boolean no = (!nulls[row] && values[row] == 0) || (!nextNull && next[row] == 0);
          nulls[row] = !no && (nulls[row] || nextNull);
          values[row] = no ? 0 : 1;
        }
        case OR -> {
          boolean yes = (!nulls[row] && values[row] != 0) || (!nextNull && next[row] != 0);
          nulls[row] = !yes && (nulls[row] || nextNull);
          values[row] = yes ? 1 : 0;
        }
        case XOR -> {
          nulls[row] |= nextNull;
          values[row] ^= next[row];
        }
      }
    }
  }

  /** Writes 1 where a condition holds and 0 elsewhere; arbitrary where it is NULL. */
  static void truth(Column column, long[] target, int rows) {
    if (column instanceof ConstantColumn constant) {
      long[] one = new long[1];
      truth(constant.value(), one, 1);
      Arrays.fill(target, 0, rows, one[0]);
    } else if (column instanceof LongColumn longs) {
      long[] values = longs.values();
      for (int row = 0; row < rows; row++) {
        target[row] = values[row] != 0 ? 1 : 0;
      }
    } else {
      double[] values = ((DoubleColumn) column).values();
      for (int row = 0; row < rows; row++) {
        target[row] = values[row] != 0 ? 1 : 0;
      }
    }
  }

  private static BoundFunction not(CallSite call) {
    call.arity(1);
    checkType(call, 0);
    Type result = call.base(0) instanceof BoolType ? BoolType.INSTANCE : IntegerType.UINT8;
    return Bound.total(
        result,
        invocation -> {
          int rows = invocation.rows();
          long[] values = invocation.scratch().longs(rows);
          truth(invocation.argument(0), values, rows);
          for (int row = 0; row < rows; row++) {
            values[row] ^= 1;
          }
          return LongColumn.of(values, rows, null);
        });
  }
}
