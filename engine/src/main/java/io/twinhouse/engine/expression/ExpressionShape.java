// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.expression;

import io.twinhouse.engine.column.JavaValues;
import io.twinhouse.engine.function.lane.BytesLane;
import io.twinhouse.engine.type.DecimalType;
import io.twinhouse.engine.type.Lane;
import io.twinhouse.engine.type.Type;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What can be said of an expression without evaluating it. */
final class ExpressionShape {

  /** Calls that cost a few nanoseconds a row and can not fail, Decimals apart. */
  private static final Set<String> CHEAP =
      Set.of(
          "equals",
          "notEquals",
          "less",
          "lessOrEquals",
          "greater",
          "greaterOrEquals",
          "plus",
          "minus",
          "multiply",
          "negate",
          "not",
          "and",
          "or",
          "xor",
          "isNull",
          "isNotNull",
          "assumeNotNull",
          "toNullable");

  private ExpressionShape() {}

  /** The columns that an expression reads, with their types. */
  static SortedMap<Integer, Type> inputs(Expression expression) {
    SortedMap<Integer, Type> found = new TreeMap<>();
    collect(expression, found);
    return found;
  }

  private static void collect(Expression expression, SortedMap<Integer, Type> found) {
    if (expression instanceof Expression.InputRef input) {
      found.put(input.index(), input.type());
    } else {
      children(expression).forEach(child -> collect(child, found));
    }
  }

  /** Direct parts over the same input; a lambda's body is over another. */
  private static List<Expression> children(Expression expression) {
    if (expression instanceof Expression.Call call) {
      return call.arguments();
    }
    if (expression instanceof Expression.Lambda lambda) {
      return lambda.captures();
    }
    return expression instanceof Expression.InSet in ? in.keys() : List.of();
  }

  /** Whether evaluating a row costs next to nothing and can not fail. */
  static boolean isCheap(Expression expression) {
    if (expression instanceof Expression.Call call) {
      return CHEAP.contains(call.name())
          && call.arguments().stream().allMatch(ExpressionShape::isCheap)
          && call.arguments().stream().noneMatch(a -> isRisky(a.type().base()));
    }
    return expression instanceof Expression.InputRef || expression instanceof Expression.Constant;
  }

  /** Decimals overflow with an error, arrays may differ in length. */
  private static boolean isRisky(Type base) {
    return base instanceof DecimalType || base.lane() == Lane.ARRAY || base.lane() == Lane.TUPLE;
  }

  /** Whether the same input always gives the same value. */
  static boolean isDeterministic(Expression expression) {
    if (expression instanceof Expression.Call call && !call.deterministic()) {
      return false;
    }
    if (expression instanceof Expression.Lambda lambda && !isDeterministic(lambda.body())) {
      return false;
    }
    return children(expression).stream().allMatch(ExpressionShape::isDeterministic);
  }

  /**
   * A text that equal expressions share, or null when there is none. What is drawn at random is
   * drawn once for all that say it in the same words, as the server does.
   */
  static @Nullable String key(Expression expression) {
    StringBuilder text = new StringBuilder();
    return write(expression, true, text) ? text.toString() : null;
  }

  /** The same for a deterministic expression of one column, whichever that is. */
  static @Nullable String keyOfOne(Expression expression) {
    StringBuilder text = new StringBuilder();
    return isDeterministic(expression) && write(expression, false, text) ? text.toString() : null;
  }

  private static boolean write(Expression expression, boolean numbered, StringBuilder text) {
    if (expression instanceof Expression.InputRef input) {
      text.append('#').append(numbered ? input.index() : 0);
      return true;
    }
    if (expression instanceof Expression.Constant constant) {
      return writeConstant(constant, text);
    }
    if (!(expression instanceof Expression.Call call)) {
      return false;
    }
    text.append(call.name()).append('(');
    for (Expression argument : call.arguments()) {
      if (!write(argument, numbered, text)) {
        return false;
      }
      text.append(',');
    }
    text.append(')').append(call.type().name());
    return true;
  }

  private static boolean writeConstant(Expression.Constant constant, StringBuilder text) {
    text.append(constant.type().name()).append(':');
    if (constant.type().lane() == Lane.BYTES && !constant.value().isNull(0)) {
      String bytes = BytesLane.of(constant.value()).latin1(0);
      text.append(bytes.length()).append(':').append(bytes);
      return true;
    }
    text.append(JavaValues.get(constant.type(), constant.value(), 0)).append(';');
    return constant.type().lane() == Lane.LONG;
  }
}
