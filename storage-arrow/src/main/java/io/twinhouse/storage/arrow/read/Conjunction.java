// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.read;

import io.twinhouse.engine.expression.Expression;
import io.twinhouse.engine.predicate.Bounds;
import io.twinhouse.engine.predicate.Predicate;
import io.twinhouse.engine.type.Lane;
import io.twinhouse.storage.arrow.layout.Inputs;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A filter as conditions that must all hold. Where what is known of a granule says that a condition
 * holds for all of its rows, neither is the condition evaluated there nor are its columns read.
 * Immutable.
 */
final class Conjunction {

  /** Conditions that are looked at one by one; any further ones are always evaluated. */
  private static final int MOST = 62;

  /** These can not fail. */
  private static final Set<String> COMPARISONS =
      Set.of(
          "equals",
          "notEquals",
          "less",
          "lessOrEquals",
          "greater",
          "greaterOrEquals",
          "isNull",
          "isNotNull");

  private final Expression filter;
  private final List<Expression> parts;
  private final List<Predicate> failures = new ArrayList<>();
  private final List<BitSet> inputs = new ArrayList<>();

  private Conjunction(Expression filter) {
    this.filter = filter;
    parts =
        filter instanceof Expression.Call call && call.name().equals("and")
            ? numbersFirst(call.arguments())
            : List.of(filter);
    for (Expression part : parts) {
      failures.add(Predicate.ofFalse(part));
      BitSet used = new BitSet();
      Inputs.collect(part, used);
      inputs.add(used);
    }
  }

  /**
   * Comparisons of numbers before those of texts: a bound of time mostly leaves few rows of the
   * granules in which it is open. Nothing moves past a condition that may fail.
   */
  private static List<Expression> numbersFirst(List<Expression> conditions) {
    List<Expression> ordered = new ArrayList<>();
    List<Expression> texts = new ArrayList<>();
    for (Expression condition : conditions) {
      boolean comparison = isComparison(condition);
      if (!comparison) {
        ordered.addAll(texts);
        texts.clear();
      }
      (comparison && !readsNumbers(condition) ? texts : ordered).add(condition);
    }
    ordered.addAll(texts);
    return ordered;
  }

  private static boolean isComparison(Expression condition) {
    return condition instanceof Expression.Call call
        && COMPARISONS.contains(call.name())
        && call.arguments().stream()
            .allMatch(a -> a instanceof Expression.InputRef || a instanceof Expression.Constant);
  }

  private static boolean readsNumbers(Expression comparison) {
    return ((Expression.Call) comparison)
        .arguments().stream()
            .allMatch(a -> a instanceof Expression.Constant || a.type().lane() == Lane.LONG);
  }

  static @Nullable Conjunction of(@Nullable Expression filter) {
    return filter == null ? null : new Conjunction(filter);
  }

  /** One bit a condition: those that some row of the data within {@code bounds} may not fulfil. */
  long open(Bounds bounds) {
    long open = parts.size() > MOST ? 1L << MOST : 0;
    for (int i = 0; i < Math.min(parts.size(), MOST); i++) {
      if (mayFail(i, bounds)) {
        open |= 1L << i;
      }
    }
    return open;
  }

  private boolean mayFail(int part, Bounds bounds) {
    if (failures.get(part).mayMatch(bounds)) {
      return true;
    }
    if (isNullTest(parts.get(part))) {
      return false;
    }
    BitSet used = inputs.get(part);
    for (int input = used.nextSetBit(0); input >= 0; input = used.nextSetBit(input + 1)) {
      if (bounds.mayHoldNull(input)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isNullTest(Expression part) {
    return part instanceof Expression.Call call
        && (call.name().equals("isNull") || call.name().equals("isNotNull"));
  }

  /** The open conditions as one filter, or null when there are none. */
  @Nullable Expression filter(long open) {
    List<Expression> left = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      if (isOpen(open, i)) {
        left.add(parts.get(i));
      }
    }
    if (left.size() < 2) {
      return left.isEmpty() ? null : left.get(0);
    }
    Expression.Call and = (Expression.Call) filter;
    return new Expression.Call(and.name(), and.function(), left, and.deterministic());
  }

  /**
   * The conditions at the head that compare numbers and nothing else: where they leave no row the
   * columns of the others need not be read.
   */
  long bounds() {
    long bounds = 0;
    for (int i = 0; i < Math.min(parts.size(), MOST); i++) {
      if (!isComparison(parts.get(i)) || !readsNumbers(parts.get(i))) {
        break;
      }
      bounds |= 1L << i;
    }
    return bounds;
  }

  /** The open conditions as one range of one column's values, or null where they are more. */
  @Nullable ColumnRange range(long open) {
    ColumnRange range = null;
    for (int i = 0; i < parts.size(); i++) {
      if (isOpen(open, i)) {
        ColumnRange own = ColumnRange.of(parts.get(i), failures.get(i));
        range = own == null || range == null ? own : range.and(own);
        if (range == null) {
          return null;
        }
      }
    }
    return range;
  }

  /** What the open conditions read. */
  BitSet reads(long open) {
    BitSet used = new BitSet();
    for (int i = 0; i < parts.size(); i++) {
      if (isOpen(open, i)) {
        used.or(inputs.get(i));
      }
    }
    return used;
  }

  private static boolean isOpen(long open, int part) {
    return (open >>> Math.min(part, MOST) & 1) != 0;
  }
}
