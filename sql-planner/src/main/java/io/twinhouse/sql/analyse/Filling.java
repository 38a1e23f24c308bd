// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.analyse;

import io.twinhouse.engine.column.JavaValues;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.plan.FillGrid;
import io.twinhouse.engine.plan.FillGrid.Unit;
import io.twinhouse.engine.type.DateTime64Type;
import io.twinhouse.engine.type.DateTimeType;
import io.twinhouse.engine.type.DateType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.IntervalType;
import io.twinhouse.engine.type.Type;
import io.twinhouse.sql.analyse.expression.ExpressionBinder;
import io.twinhouse.sql.analyse.scope.Failures;
import io.twinhouse.sql.analyse.scope.LambdaFrame;
import io.twinhouse.sql.analyse.scope.Scope;
import io.twinhouse.sql.ast.Expr;
import io.twinhouse.sql.ast.OrderBy;
import io.twinhouse.sql.rel.ConstantOperator;
import io.twinhouse.sql.rel.FillRows;
import io.twinhouse.sql.rel.RexFactory;
import io.twinhouse.sql.type.EngineRelType;
import java.math.BigInteger;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.apache.calcite.rel.RelCollation;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rex.RexNode;
import org.jspecify.annotations.Nullable;

/**
 * Puts WITH FILL in place: over one key of whole numbers, days or times. The keys before it divide
 * the rows, those behind it only order them.
 */
final class Filling {

  private static final long DAY = 86_400;

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
  private final List<String> names;

  /**
   * @param names of the result's columns, which are the first of the sorted ones
   */
  Filling(Scope scope, List<String> names) {
    this.scope = scope;
    this.names = names;
  }

  RelNode apply(RelNode sorted, RelCollation order) {
    OrderBy orderBy = scope.select().orderBy();
    if (orderBy == null || orderBy.items().stream().allMatch(item -> item.fill() == null)) {
      return sorted;
    }
    int position = position(orderBy);
    OrderBy.Item item = orderBy.items().get(position);
    List<Integer> keys = order.getKeys();
    if (keys.size() != orderBy.items().size() || scope.select().limitBy() != null) {
      throw Failures.notImplemented("WITH FILL beside a constant, or before LIMIT BY");
    }
    int column = keys.get(position);
    List<Integer> prefix = keys.subList(0, position);
    Type type = EngineRelType.typeOf(sorted.getRowType().getFieldList().get(column).getType());
    boolean supported =
        type instanceof IntegerType integer && integer.bits() <= 64
            || type instanceof DateType
            || isTime(type);
    if (!supported || prefix.contains(column)) {
      throw Failures.notImplemented("WITH FILL of type " + type.name());
    }
    FillGrid grid = grid(Objects.requireNonNull(item.fill()), type, item.descending());
    List<FillRows.Interpolated> computed = new Interpolation(scope, names).of(sorted, keys);
    return FillRows.of(sorted, column, prefix, grid, computed);
  }

  /** The one key that is filled. */
  private static int position(OrderBy orderBy) {
    List<Integer> filled =
        IntStream.range(0, orderBy.items().size())
            .filter(i -> orderBy.items().get(i).fill() != null)
            .boxed()
            .toList();
    if (filled.size() > 1) {
      throw Failures.notImplemented("WITH FILL of several keys");
    }
    return filled.get(0);
  }

  private FillGrid grid(OrderBy.Fill fill, Type type, boolean descending) {
    Step step = step(fill.step(), type, descending);
    Long from = bound(fill.from(), type);
    Long to = bound(fill.to(), type);
    Step staleness = fill.staleness() == null ? null : step(fill.staleness(), type, descending);
    if (from != null && to != null && (descending ? from < to : from > to)) {
      throw invalid("WITH FILL TO value cannot be on the wrong side of FROM value");
    }
    if (staleness != null && (from != null || staleness.unit() != Unit.VALUES)) {
      throw from != null
          ? invalid("WITH FILL STALENESS cannot be used together with WITH FILL FROM")
          : Failures.notImplemented(
              "WITH FILL STALENESS in months, or in days of a clock that is changed");
    }
    boolean unsigned = type.equals(IntegerType.UINT64);
    return new FillGrid(
        from,
        to,
        step.count(),
        step.unit(),
        staleness == null ? null : staleness.count(),
        unsigned,
        clock(type));
  }

  private record Step(long count, Unit unit) {}

  private Step step(@Nullable Expr expression, Type type, boolean descending) {
    Step step;
    try {
      step =
          expression == null
              ? new Step((descending ? -1 : 1) * ticksPerSecond(type), Unit.VALUES)
              : stepOf(expression, type);
    } catch (ArithmeticException tooLong) {
      throw Failures.of(ErrorCode.ARGUMENT_OUT_OF_BOUND, "WITH FILL STEP is too large");
    }
    if (step.count() == 0 || step.count() < 0 != descending) {
      throw invalid(
          descending
              ? "STEP value cannot be positive or zero for sorting in descending direction"
              : "STEP value cannot be negative or zero for sorting in ascending direction");
    }
    return step;
  }

  private Step stepOf(Expr expression, Type type) {
    ConstantOperator constant = constant(expression);
    if (constant.type() instanceof IntegerType) {
      return new Step(Math.multiplyExact(number(constant), ticksPerSecond(type)), Unit.VALUES);
    }
    if (!(constant.type() instanceof IntervalType interval)
        || !(constant.value() instanceof LongColumn value)) {
      throw Failures.notImplemented("WITH FILL STEP of type " + constant.type().name());
    }
    return isTime(type)
        ? timeStep(value.values()[0], interval, type)
        : dayStep(value.values()[0], interval, type);
  }

  private static Step dayStep(long count, IntervalType interval, Type type) {
    Long months = MONTHS.get(interval.unit());
    Long seconds = SECONDS.get(interval.unit());
    if (type instanceof DateType && months != null) {
      return new Step(Math.multiplyExact(count, months), Unit.MONTHS_OF_DAYS);
    }
    if (type instanceof DateType && seconds != null && seconds % DAY == 0) {
      return new Step(Math.multiplyExact(count, seconds / DAY), Unit.VALUES);
    }
    throw misfit(interval, type);
  }

  private Step timeStep(long count, IntervalType interval, Type type) {
    Long months = MONTHS.get(interval.unit());
    if (months != null) {
      return new Step(Math.multiplyExact(count, months), Unit.MONTHS_OF_TIMES);
    }
    Long seconds = SECONDS.get(interval.unit());
    if (seconds == null) {
      return new Step(Math.multiplyExact(count, ticksOf(interval, type)), Unit.VALUES);
    }
    if (seconds >= DAY && !clock(type).zone().getRules().isFixedOffset()) {
      return new Step(Math.multiplyExact(count, seconds / DAY), Unit.DAYS_OF_TIMES);
    }
    return new Step(
        Math.multiplyExact(Math.multiplyExact(count, seconds), ticksPerSecond(type)), Unit.VALUES);
  }

  /** Ticks of a column in a part of a second. */
  private static long ticksOf(IntervalType interval, Type type) {
    long parts =
        switch (interval.unit()) {
          case MILLISECOND -> 1_000L;
          case MICROSECOND -> 1_000_000L;
          default -> 1_000_000_000L;
        };
    if (!(type instanceof DateTime64Type)) {
      throw misfit(interval, type);
    }
    if (ticksPerSecond(type) % parts != 0) {
      throw Failures.notImplemented(
          "WITH FILL of type " + type.name() + " by parts of its unit, " + interval.name());
    }
    return ticksPerSecond(type) / parts;
  }

  private static RuntimeException misfit(IntervalType interval, Type type) {
    return invalid("STEP " + interval.name() + " does not fit a column of type " + type.name());
  }

  private static boolean isTime(Type type) {
    return type instanceof DateTimeType || type instanceof DateTime64Type;
  }

  private static long ticksPerSecond(Type type) {
    return type instanceof DateTime64Type time ? time.ticksPerSecond() : 1;
  }

  private FillGrid.Clock clock(Type type) {
    String zone =
        type instanceof DateTime64Type fine
            ? fine.zone()
            : type instanceof DateTimeType time ? time.zone() : "UTC";
    ZoneId id = zone == null ? scope.context().planning().bind().zone() : ZoneId.of(zone);
    return new FillGrid.Clock(id, ticksPerSecond(type), type instanceof DateTimeType);
  }

  private @Nullable Long bound(@Nullable Expr expression, Type type) {
    if (expression == null) {
      return null;
    }
    ConstantOperator constant = constant(expression);
    boolean number = constant.type() instanceof IntegerType && type instanceof IntegerType;
    boolean time =
        isTime(type)
            && constant.type().getClass() == type.getClass()
            && ticksPerSecond(constant.type()) == ticksPerSecond(type);
    if (!number && !time && !constant.type().equals(type)) {
      throw Failures.notImplemented(
          "WITH FILL of type " + type.name() + " with a bound of type " + constant.type().name());
    }
    if (!number) {
      return ((LongColumn) constant.value()).values()[0];
    }
    long value = number(constant);
    IntegerType integer = (IntegerType) type;
    if (value < 0 && !integer.signed()) {
      throw invalid("WITH FILL bound values cannot be negative for unsigned type " + type.name());
    }
    int bits = integer.signed() ? integer.bits() - 1 : integer.bits();
    if (BigInteger.valueOf(value).bitLength() > bits) {
      throw Failures.notImplemented("WITH FILL bound " + value + " for type " + type.name());
    }
    return value;
  }

  private static long number(ConstantOperator constant) {
    Object value = JavaValues.get(constant.type(), constant.value(), 0);
    BigInteger exact = new BigInteger(String.valueOf(value));
    if (exact.bitLength() > 63) {
      throw Failures.notImplemented("WITH FILL with number " + exact);
    }
    return exact.longValue();
  }

  private ConstantOperator constant(Expr expression) {
    RexNode bound = new ExpressionBinder(scope, LambdaFrame.NONE).bind(expression);
    ConstantOperator constant = RexFactory.constantOf(bound);
    if (constant == null) {
      throw invalid("WITH FILL expression must be constant. In scope " + scope.text());
    }
    return constant;
  }

  private static RuntimeException invalid(String message) {
    return Failures.of(ErrorCode.INVALID_WITH_FILL_EXPRESSION, message);
  }
}
