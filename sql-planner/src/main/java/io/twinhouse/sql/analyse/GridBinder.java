// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.analyse;

import io.twinhouse.engine.column.JavaValues;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.plan.FillGrid;
import io.twinhouse.engine.plan.FillGrid.Numbers;
import io.twinhouse.engine.plan.FillGrid.Step;
import io.twinhouse.engine.plan.FillGrid.Unit;
import io.twinhouse.engine.type.BoolType;
import io.twinhouse.engine.type.DateTime64Type;
import io.twinhouse.engine.type.DateTimeType;
import io.twinhouse.engine.type.DateType;
import io.twinhouse.engine.type.FixedStringType;
import io.twinhouse.engine.type.FloatType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.IntervalType;
import io.twinhouse.engine.type.NullableType;
import io.twinhouse.engine.type.StringType;
import io.twinhouse.engine.type.Type;
import io.twinhouse.sql.analyse.expression.ExpressionBinder;
import io.twinhouse.sql.analyse.scope.Failures;
import io.twinhouse.sql.analyse.scope.LambdaFrame;
import io.twinhouse.sql.analyse.scope.Scope;
import io.twinhouse.sql.ast.Expr;
import io.twinhouse.sql.ast.OrderBy;
import io.twinhouse.sql.rel.ConstantOperator;
import io.twinhouse.sql.rel.RexFactory;
import java.math.BigInteger;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import org.apache.calcite.rex.RexNode;
import org.jspecify.annotations.Nullable;

/** Makes the grid of one key of ORDER BY out of FROM, TO, STEP and STALENESS. */
final class GridBinder {

  private static final long DAY = 86_400;

  /** 1900-01-01. */
  private static final long FIRST_DAY = -25_567;

  /** 2299-12-31. */
  private static final long LAST_DAY = 120_529;

  private static final Map<IntervalType.Unit, Long> SECONDS =
      Map.of(
          IntervalType.Unit.SECOND, 1L,
          IntervalType.Unit.MINUTE, 60L,
          IntervalType.Unit.HOUR, 3600L,
          IntervalType.Unit.DAY, DAY,
          IntervalType.Unit.WEEK, 7 * DAY);

  private static final Map<IntervalType.Unit, Long> MONTHS =
      Map.of(
          IntervalType.Unit.MONTH, 1L,
          IntervalType.Unit.QUARTER, 3L,
          IntervalType.Unit.YEAR, 12L);

  private final Scope scope;
  private final Type type;
  private final boolean descending;
  private final Numbers numbers;

  /**
   * @param key the type of the key
   */
  GridBinder(Scope scope, Type key, boolean descending) {
    this.scope = scope;
    this.descending = descending;
    type = key instanceof NullableType nullable ? nullable.inner() : key;
    if (type instanceof BoolType || type instanceof IntegerType wide && wide.bits() > 64) {
      throw Failures.notImplemented("WITH FILL of type " + type.name());
    }
    boolean unsigned =
        type instanceof IntegerType integer && !integer.signed()
            || type instanceof DateTimeType
            || type.equals(DateType.DATE);
    numbers =
        type instanceof FloatType ? Numbers.FLOATS : unsigned ? Numbers.UNSIGNED : Numbers.SIGNED;
  }

  /** What is to be said of the parts before their values are looked at. */
  void check(OrderBy.Fill fill) {
    for (Expr part : Arrays.asList(fill.from(), fill.to(), fill.step(), fill.staleness())) {
      if (part != null && isWord(constant(part).type().base())) {
        throw incompatible();
      }
    }
  }

  private static boolean isWord(Type type) {
    return type instanceof StringType || type instanceof FixedStringType;
  }

  FillGrid bind(OrderBy.Fill fill) {
    Step step = step(fill.step(), false);
    Long from = bound(fill.from());
    Long to = bound(fill.to());
    Step staleness = fill.staleness() == null ? null : step(fill.staleness(), true);
    if (from != null && to != null && isBefore(to, from)) {
      throw invalid("WITH FILL TO value cannot be on the wrong side of FROM value");
    }
    if (staleness != null && from != null) {
      throw invalid("WITH FILL STALENESS cannot be used together with WITH FILL FROM");
    }
    if (type instanceof FloatType.Brain) {
      throw Failures.notImplemented("WITH FILL of BFloat16");
    }
    if (!(type instanceof IntegerType || type instanceof FloatType || isTime() || isDate())) {
      throw incompatible();
    }
    if (to != null && numbers == Numbers.FLOATS && !Double.isFinite(Double.longBitsToDouble(to))) {
      throw Failures.notImplemented("WITH FILL without an end");
    }
    return new FillGrid(from, to, step, staleness, descending, numbers, clock());
  }

  private boolean isBefore(long first, long second) {
    int order =
        numbers == Numbers.FLOATS
            ? Double.compare(Double.longBitsToDouble(first), Double.longBitsToDouble(second))
            : Long.compare(first, second);
    return descending ? order > 0 : order < 0;
  }

  private Step step(@Nullable Expr expression, boolean mayBeZero) {
    Step step;
    try {
      step = expression == null ? single() : stepOf(expression);
    } catch (ArithmeticException tooLong) {
      throw Failures.of(ErrorCode.ARGUMENT_OUT_OF_BOUND, "WITH FILL STEP is too large");
    }
    double count = numbers == Numbers.FLOATS ? Double.longBitsToDouble(step.count()) : step.count();
    if (count == 0 && !mayBeZero || count != 0 && count < 0 != descending) {
      throw invalid(
          descending
              ? "STEP value cannot be positive or zero for sorting in descending direction"
              : "STEP value cannot be negative or zero for sorting in ascending direction");
    }
    return step;
  }

  /** The step where none is said. */
  private Step single() {
    long sign = descending ? -1 : 1;
    return new Step(
        numbers == Numbers.FLOATS
            ? Double.doubleToRawLongBits((double) sign)
            : sign * ticksPerSecond(type),
        Unit.VALUES);
  }

  private Step stepOf(Expr expression) {
    ConstantOperator constant = constant(expression);
    if (numbers == Numbers.FLOATS) {
      return new Step(real(constant), Unit.VALUES);
    }
    if (!(constant.type() instanceof IntervalType interval)
        || !(constant.value() instanceof LongColumn value)) {
      return new Step(ticks(constant), Unit.VALUES);
    }
    long count = value.values()[0];
    if (isTime()) {
      return timeStep(count, interval);
    }
    if (isDate()) {
      return dayStep(count, interval);
    }
    throw invalid(
        "STEP of Interval type can be used only with Date/DateTime types, but got " + type.name());
  }

  private Step dayStep(long count, IntervalType interval) {
    Long months = MONTHS.get(interval.unit());
    if (months != null) {
      return new Step(Math.multiplyExact(count, months), Unit.MONTHS_OF_DAYS);
    }
    Long seconds = SECONDS.get(interval.unit());
    if (seconds == null || Math.abs(Math.multiplyExact(count, seconds)) < DAY) {
      throw invalid("Value of step is too low. Must be >= 1 day");
    }
    if (seconds % DAY != 0) {
      throw unlike(interval); // the server takes seconds for days there
    }
    return new Step(Math.multiplyExact(count, seconds / DAY), Unit.INTERVALS);
  }

  private Step timeStep(long count, IntervalType interval) {
    Long months = MONTHS.get(interval.unit());
    if (months != null) {
      return new Step(Math.multiplyExact(count, months), Unit.MONTHS_OF_TIMES);
    }
    Long seconds = SECONDS.get(interval.unit());
    if (seconds == null) {
      return new Step(Math.multiplyExact(count, ticksOf(interval)), Unit.INTERVALS);
    }
    if (seconds >= DAY && !clock().zone().getRules().isFixedOffset()) {
      return new Step(Math.multiplyExact(count, seconds / DAY), Unit.DAYS_OF_TIMES);
    }
    return new Step(
        Math.multiplyExact(Math.multiplyExact(count, seconds), ticksPerSecond(type)),
        Unit.INTERVALS);
  }

  /** Ticks of a column in a part of a second. */
  private long ticksOf(IntervalType interval) {
    long parts =
        switch (interval.unit()) {
          case MILLISECOND -> 1_000L;
          case MICROSECOND -> 1_000_000L;
          default -> 1_000_000_000L;
        };
    if (!(type instanceof DateTime64Type) || ticksPerSecond(type) % parts != 0) {
      throw unlike(interval);
    }
    return ticksPerSecond(type) / parts;
  }

  private @Nullable Long bound(@Nullable Expr expression) {
    if (expression == null) {
      return null;
    }
    ConstantOperator constant = constant(expression);
    if (numbers == Numbers.FLOATS) {
      return real(constant);
    }
    boolean sameKind =
        isTime()
            ? constant.type().getClass() == type.getClass()
                && ticksPerSecond(constant.type()) == ticksPerSecond(type)
            : isDate() && constant.type().equals(type);
    long value = sameKind ? ((LongColumn) constant.value()).values()[0] : ticks(constant);
    if (value < 0 && type instanceof IntegerType integer && !integer.signed()) {
      throw invalid("WITH FILL bound values cannot be negative for unsigned type " + type.name());
    }
    if (value < 0 && numbers == Numbers.UNSIGNED) {
      throw Failures.notImplemented("A negative bound of WITH FILL for type " + type.name());
    }
    return value;
  }

  /** A number in the units of the column. */
  private long ticks(ConstantOperator constant) {
    Object value = JavaValues.get(constant.type(), constant.value(), 0);
    if (constant.type() instanceof BoolType) {
      return ticksPerSecond(type) * ((LongColumn) constant.value()).values()[0];
    }
    if (type instanceof DateTime64Type && value instanceof Double seconds) {
      double exact = seconds * ticksPerSecond(type);
      if (Double.isNaN(exact) || Math.abs(exact) >= Long.MAX_VALUE) {
        throw outOfBound(seconds);
      }
      return (long) exact;
    }
    if (!(constant.type() instanceof IntegerType integer) || integer.bits() > 64) {
      throw incompatible();
    }
    BigInteger exact =
        new BigInteger(String.valueOf(value)).multiply(BigInteger.valueOf(ticksPerSecond(type)));
    if (exact.bitLength() > 63) {
      throw outOfBound(exact);
    }
    return exact.longValue();
  }

  private static RuntimeException outOfBound(Number value) {
    return Failures.of(
        ErrorCode.ARGUMENT_OUT_OF_BOUND,
        "Cannot convert value '" + value + "': it cannot be represented as Int64");
  }

  /** The bits of a number as a float. */
  private long real(ConstantOperator constant) {
    if (!(constant.type() instanceof IntegerType || constant.type() instanceof FloatType)) {
      throw incompatible();
    }
    Object value = JavaValues.get(constant.type(), constant.value(), 0);
    return Double.doubleToRawLongBits(((Number) Objects.requireNonNull(value)).doubleValue());
  }

  private ConstantOperator constant(Expr expression) {
    RexNode bound = new ExpressionBinder(scope, LambdaFrame.NONE).bind(expression);
    ConstantOperator constant = RexFactory.constantOf(bound);
    if (constant == null) {
      throw invalid("WITH FILL expression must be constant. In scope " + scope.text());
    }
    return constant;
  }

  private boolean isTime() {
    return type instanceof DateTimeType || type instanceof DateTime64Type;
  }

  private boolean isDate() {
    return type instanceof DateType;
  }

  private static long ticksPerSecond(Type type) {
    return type instanceof DateTime64Type time ? time.ticksPerSecond() : 1;
  }

  private FillGrid.Clock clock() {
    String zone =
        type instanceof DateTime64Type fine
            ? fine.zone()
            : type instanceof DateTimeType time ? time.zone() : "UTC";
    ZoneId id = zone == null ? scope.context().planning().bind().zone() : ZoneId.of(zone);
    if (type instanceof DateTimeType) {
      return new FillGrid.Clock(id, 1, 0, 0xFFFF_FFFFL);
    }
    if (isDate()) {
      boolean small = type.equals(DateType.DATE);
      return new FillGrid.Clock(id, 1, small ? 0 : FIRST_DAY, small ? 0xFFFF : LAST_DAY);
    }
    return new FillGrid.Clock(id, ticksPerSecond(type), Long.MIN_VALUE, Long.MAX_VALUE);
  }

  private RuntimeException unlike(IntervalType interval) {
    return Failures.notImplemented("WITH FILL of type " + type.name() + " by " + interval.name());
  }

  private RuntimeException incompatible() {
    return invalid(
        "Incompatible types of WITH FILL expression values with column type " + type.name());
  }

  private static RuntimeException invalid(String message) {
    return Failures.of(ErrorCode.INVALID_WITH_FILL_EXPRESSION, message);
  }
}
