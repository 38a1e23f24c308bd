// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.predicate;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.expression.Expression;
import io.twinhouse.engine.type.Lane;
import io.twinhouse.engine.type.Type;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a filter expression; what it does not know becomes {@link Predicate#ANY}. */
final class PredicateReader {

  /** Longer IN lists are pruned by their span only. */
  private static final int MOST_POINTS = 10_000;

  /**
   * @param wanted whether the expression is asked to be true, or (below a NOT) false
   */
  Predicate read(Expression expression, boolean wanted) {
    if (expression instanceof Expression.Call call) {
      return readCall(call, wanted);
    }
    if (expression instanceof Expression.InSet set && wanted && !set.negated()) {
      return readSet(set);
    }
    if (expression instanceof Expression.Constant constant) {
      return readConstant(constant, wanted);
    }
    return Predicate.ANY;
  }

  private static Predicate readConstant(Expression.Constant constant, boolean wanted) {
    Column value = constant.value().flatten();
    if (!wanted || !(value instanceof LongColumn flag)) {
      return Predicate.ANY;
    }
    boolean passes = !value.isNull(0) && flag.values()[0] != 0;
    return passes ? Predicate.ANY : Predicate.NONE;
  }

  private Predicate readCall(Expression.Call call, boolean wanted) {
    List<Expression> arguments = call.arguments();
    return switch (call.name()) {
      case "and" -> combine(arguments, wanted, wanted);
      case "or" -> combine(arguments, !wanted, wanted);
      case "not" -> read(arguments.get(0), !wanted);
      case "equals", "less", "lessOrEquals", "greater", "greaterOrEquals", "notEquals" ->
          readComparison(Comparison.named(call.name()), call, wanted);
      case "isNull" -> readNullTest(arguments.get(0), wanted);
      case "isNotNull" -> readNullTest(arguments.get(0), !wanted);
      case "startsWith" -> wanted ? readPrefix(arguments) : Predicate.ANY;
      default -> Predicate.ANY;
    };
  }

  private Predicate combine(List<Expression> arguments, boolean and, boolean wanted) {
    List<Predicate> parts = new ArrayList<>();
    for (Expression argument : arguments) {
      parts.add(read(argument, wanted));
    }
    return and ? new Predicate.And(parts) : new Predicate.Or(parts);
  }

  private static Predicate readComparison(
      Comparison comparison, Expression.Call call, boolean wanted) {
    Expression left = call.arguments().get(0);
    Expression right = call.arguments().get(1);
    if (right instanceof Expression.Constant constant) {
      return compare(left, comparison, constant, call.function().comparand(), wanted);
    }
    if (left instanceof Expression.Constant constant) {
      return compare(right, comparison.mirrored(), constant, call.function().comparand(), wanted);
    }
    return Predicate.ANY;
  }

  /**
   * @param read the constant as a value of the other's type, where the comparison reads it so
   */
  private static Predicate compare(
      Expression expression,
      Comparison comparison,
      Expression.Constant constant,
      @Nullable Column read,
      boolean wanted) {
    if (expression.type().carriesType() || constant.type().carriesType()) {
      return Predicate.ANY;
    }
    if (constant.value().isNull(0)) {
      // NULL is neither true nor false: neither form of the comparison keeps a row
      return wanted ? Predicate.NONE : Predicate.ANY;
    }
    Type type = expression.type();
    boolean mayBeNan = type.base().lane() == Lane.DOUBLE;
    if (!wanted && mayBeNan) {
      return Predicate.ANY;
    }
    Comparison asked = wanted ? comparison : comparison.negated();
    Ranges ranges =
        read == null
            ? ConstantRange.of(type, asked, constant.type(), constant.value())
            : ConstantRange.of(type.base(), asked, type.base(), read);
    return in(expression, ranges, wanted);
  }

  /** What a result in {@code ranges} says of the one column that it is computed from. */
  private static Predicate in(Expression expression, @Nullable Ranges ranges, boolean wanted) {
    if (ranges == null || expression.type().carriesType()) {
      return Predicate.ANY;
    }
    if (expression instanceof Expression.InputRef ref) {
      boolean mayBeNan = ref.type().base().lane() == Lane.DOUBLE;
      return !wanted && mayBeNan ? Predicate.ANY : new Predicate.InRanges(ref.index(), ranges);
    }
    if (expression instanceof Expression.Call call && ranges instanceof Ranges.Longs longs) {
      Preimage.Of of = Preimage.find(call, longs);
      return of == null ? Predicate.ANY : in(of.argument(), of.ranges(), wanted);
    }
    return Predicate.ANY;
  }

  private static Predicate readNullTest(Expression argument, boolean isNull) {
    return argument instanceof Expression.InputRef ref && !ref.type().carriesType()
        ? new Predicate.NullTest(ref.index(), isNull)
        : Predicate.ANY;
  }

  private static Predicate readPrefix(List<Expression> arguments) {
    if (arguments.get(0) instanceof Expression.InputRef ref
        && !ref.type().carriesType()
        && arguments.get(1) instanceof Expression.Constant constant
        && !constant.value().isNull(0)) {
      Ranges ranges = ConstantRange.ofPrefix(ref.type(), constant.type(), constant.value());
      return ranges == null ? Predicate.ANY : new Predicate.InRanges(ref.index(), ranges);
    }
    return Predicate.ANY;
  }

  private static Predicate readSet(Expression.InSet set) {
    if (!(set.source() instanceof Expression.SetSource.Rows source)) {
      return Predicate.ANY;
    }
    List<Predicate> parts = new ArrayList<>();
    for (int key = 0; key < set.keys().size(); key++) {
      Expression expression = set.keys().get(key);
      parts.add(in(expression, points(expression.type(), source.rows(), key), true));
    }
    return new Predicate.And(parts);
  }

  private static @Nullable Ranges points(Type type, Batch rows, int key) {
    Column values = rows.column(key).flatten();
    return rows.rows() > MOST_POINTS ? null : ConstantRange.ofPoints(type, values);
  }
}
