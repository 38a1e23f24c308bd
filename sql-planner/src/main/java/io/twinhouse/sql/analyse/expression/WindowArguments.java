// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.analyse.expression;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.type.AggregateFunctionType;
import io.twinhouse.engine.type.BoolType;
import io.twinhouse.engine.type.DateTime64Type;
import io.twinhouse.engine.type.DateTimeType;
import io.twinhouse.engine.type.DecimalType;
import io.twinhouse.engine.type.FloatType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.LowCardinalityType;
import io.twinhouse.engine.type.Type;
import io.twinhouse.engine.type.common.LeastSupertype;
import io.twinhouse.sql.analyse.scope.Failures;
import io.twinhouse.sql.ast.Window;
import io.twinhouse.sql.rel.RexFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.calcite.rex.RexNode;
import org.jspecify.annotations.Nullable;

/** Checks what functions that exist over windows alone are given. */
final class WindowArguments {

  private final RexFactory rex;

  WindowArguments(RexFactory rex) {
    this.rex = rex;
  }

  /** Some functions see the whole partition, and want no frame. */
  static void checkFrame(String function, Window.Definition window) {
    boolean whole = function.equals("lag") || function.equals("lead");
    if (whole && window.frame() != null) {
      throw Failures.of(
          ErrorCode.BAD_ARGUMENTS,
          "Window function '"
              + function
              + "' does not expect window frame to be explicitly specified");
    }
  }

  /** What others fail with over a frame that is not the partition, or does not say so; or null. */
  static @Nullable TwinhouseException frameFailure(String function, Window.Definition window) {
    Window.Frame frame = window.frame();
    boolean ntile = function.equals("ntile");
    boolean shares = function.equals("percent_rank") || function.equals("cume_dist");
    boolean refused =
        frame == null
            ? ntile && window.orderBy().isEmpty()
            : (ntile && !isWhole(frame))
                || (shares && (!isWhole(frame) || frame.unit() != Window.FrameUnit.RANGE));
    return refused
        ? Failures.of(
            ErrorCode.BAD_ARGUMENTS,
            "Unsupported window frame type for function '" + function + "'")
        : null;
  }

  private static boolean isWhole(Window.Frame frame) {
    Window.Bound end = frame.end();
    return frame.start().kind() == Window.BoundKind.UNBOUNDED_PRECEDING
        && end != null
        && end.kind() == Window.BoundKind.UNBOUNDED_FOLLOWING;
  }

  /** A rank is given nothing. */
  static void checkRank(String function, List<RexNode> arguments) {
    if (!arguments.isEmpty() && (function.equals("rank") || function.equals("dense_rank"))) {
      throw Failures.of(
          ErrorCode.NUMBER_OF_ARGUMENTS_DOESNT_MATCH,
          "Number of arguments for window function "
              + function
              + " doesn't match: passed "
              + arguments.size()
              + ", should be 0");
    }
  }

  /** {@code ntile(n)}: a number of buckets that is one for all rows. */
  static void checkBuckets(List<RexNode> arguments) {
    if (arguments.size() != 1) {
      throw Failures.of(
          ErrorCode.NUMBER_OF_ARGUMENTS_DOESNT_MATCH, "Function ntile takes exactly one argument");
    }
    Type type = RexFactory.typeOf(arguments.get(0));
    boolean unsigned =
        type instanceof IntegerType integer && !integer.signed() && integer.bits() <= 64;
    if (!unsigned) {
      throw Failures.of(
          ErrorCode.BAD_ARGUMENTS,
          "'ntile' argument type must be an unsigned integer (not larger than 64-bit), got "
              + type.name());
    }
    if (RexFactory.constantOf(arguments.get(0)) == null) {
      throw Failures.of(ErrorCode.BAD_ARGUMENTS, "Argument of 'ntile' function must be a constant");
    }
  }

  /** {@code exponentialTimeDecayedSum(length)(value, time)}, of which a count has no value. */
  static void checkDecay(String function, List<RexNode> parameters, List<RexNode> arguments) {
    if (parameters.size() != 1) {
      throw Failures.of(
          ErrorCode.NUMBER_OF_ARGUMENTS_DOESNT_MATCH,
          "Function " + function + " takes exactly one parameter");
    }
    if (!isNumber(RexFactory.typeOf(parameters.get(0)))) {
      throw Failures.notImplemented("A parameter of " + function + " that is no number");
    }
    int wanted = function.endsWith("Count") ? 1 : 2;
    if (arguments.size() != wanted) {
      throw Failures.of(
          ErrorCode.NUMBER_OF_ARGUMENTS_DOESNT_MATCH,
          "Function "
              + function
              + " takes exactly "
              + (wanted == 1 ? "one argument" : "two arguments"));
    }
    for (int i = 0; i < wanted; i++) {
      checkDecayed(
          i, i == wanted - 1, LowCardinalityType.removedFrom(RexFactory.typeOf(arguments.get(i))));
    }
  }

  private static void checkDecayed(int index, boolean time, Type type) {
    boolean decimal = type instanceof DecimalType || type instanceof IntegerType;
    if (isNumber(type) || (time && type instanceof DateTimeType)) {
      return;
    }
    if (decimal || (time && type instanceof DateTime64Type)) {
      throw Failures.notImplemented("A decayed sum over " + type.name());
    }
    throw Failures.of(
        ErrorCode.BAD_ARGUMENTS,
        "Argument "
            + index
            + (time ? " must be DateTime, DateTime64 or a number, '" : " must be a number, '")
            + type.name()
            + "' given");
  }

  private static boolean isNumber(Type type) {
    return (type instanceof IntegerType integer && integer.bits() <= 64)
        || type instanceof FloatType
        || type instanceof BoolType;
  }

  /** {@code lagInFrame(x, offset, default)}: the default must leave x its type. */
  List<RexNode> ofOffset(String function, List<RexNode> given) {
    List<RexNode> arguments = new ArrayList<>(given);
    boolean nth = function.toLowerCase(Locale.ROOT).equals("nth_value");
    if (nth && arguments.size() != 2) {
      throw Failures.of(
          ErrorCode.NUMBER_OF_ARGUMENTS_DOESNT_MATCH,
          "Function nth_value takes exactly two arguments");
    }
    if (arguments.isEmpty()) {
      throw Failures.of(
          ErrorCode.TOO_FEW_ARGUMENTS_FOR_FUNCTION,
          "Function " + function + " takes at least one argument");
    }
    if (arguments.size() > 3) {
      throw Failures.of(
          ErrorCode.TOO_MANY_ARGUMENTS_FOR_FUNCTION,
          "Function '"
              + function
              + "' accepts at most 3 arguments, "
              + arguments.size()
              + " given");
    }
    Type type = RexFactory.typeOf(arguments.get(0));
    boolean state = type instanceof AggregateFunctionType;
    Type value = state ? type : LowCardinalityType.removedFrom(type);
    arguments.set(0, rex.cast(arguments.get(0), value));
    if (arguments.size() > 1) {
      checkOffset(RexFactory.typeOf(arguments.get(1)));
    }
    if (arguments.size() == 3) {
      checkDefault(value, RexFactory.typeOf(arguments.get(2)));
      arguments.set(2, rex.cast(arguments.get(2), value));
    }
    return arguments;
  }

  private static void checkOffset(Type offset) {
    if (!(offset instanceof IntegerType integer) || integer.bits() > 64) {
      throw Failures.of(
          ErrorCode.BAD_ARGUMENTS, "Offset must be an integer, '" + offset.name() + "' given");
    }
  }

  /** What stands for the value must not change its type. */
  private static void checkDefault(Type value, Type other) {
    String both =
        "for the argument type '"
            + value.name()
            + "' and the default value type '"
            + other.name()
            + "'";
    Type common;
    try {
      common = LeastSupertype.of(List.of(value, other));
    } catch (TwinhouseException e) {
      throw Failures.of(ErrorCode.BAD_ARGUMENTS, "There is no supertype " + both);
    }
    if (!isSame(common, value)) {
      throw Failures.of(
          ErrorCode.BAD_ARGUMENTS,
          "The supertype '"
              + common.name()
              + "' "
              + both
              + " is not the same as the argument type");
    }
  }

  /** Decimals are told apart by scale and width, not by the digits that they promise. */
  private static boolean isSame(Type common, Type value) {
    if (common.base() instanceof DecimalType wide && value.base() instanceof DecimalType own) {
      return wide.isStoredAs(own) && common.isNullable() == value.isNullable();
    }
    return common.equals(value);
  }
}
