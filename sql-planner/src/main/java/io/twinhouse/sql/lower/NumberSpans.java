// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.lower;

import io.twinhouse.engine.expression.Expression;
import io.twinhouse.engine.plan.PlanNode;
import io.twinhouse.engine.predicate.Bounds;
import io.twinhouse.engine.predicate.OrderedValue;
import io.twinhouse.engine.predicate.Predicate;
import io.twinhouse.engine.predicate.Ranges;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.sql.source.NumbersTable;
import java.util.ArrayList;
import java.util.List;

/**
 * Leaves numbers out that a filter drops all the same, so that a condition on an endless table of
 * numbers comes to an end. The filter stays: what is left may hold others, too.
 */
final class NumberSpans {

  /** Runs of numbers are not split further. */
  private static final long SHORT = 4096;

  /** More runs than that are read as the one that holds them. */
  private static final int MOST_SPANS = 256;

  private final NumbersTable table;
  private final Predicate predicate;
  private final List<NumbersTable.Span> spans = new ArrayList<>();

  private NumberSpans(NumbersTable table, Predicate predicate) {
    this.table = table;
    this.predicate = predicate;
  }

  /** The input of a filter with {@code condition}, read in part if it is a table of numbers. */
  static PlanNode within(PlanNode input, Expression condition) {
    boolean numbers =
        input instanceof PlanNode.Scan scan
            && scan.table() instanceof NumbersTable table
            && table.isAscending()
            && scan.filter() == null
            && scan.output().size() == 1;
    if (!numbers) {
      return input;
    }
    PlanNode.Scan scan = (PlanNode.Scan) input;
    NumbersTable table = (NumbersTable) scan.table();
    Predicate predicate = Predicate.of(condition);
    if (predicate.equals(Predicate.ANY) || table.count() <= SHORT) {
      return input;
    }
    NumberSpans within = new NumberSpans(table, predicate);
    if (table.count() == Long.MAX_VALUE && within.mayMatch(Long.MAX_VALUE, Long.MAX_VALUE)) {
      return input; // endless: it goes on behind the numbers that can be counted
    }
    within.collect(0, table.count());
    return new PlanNode.Scan(
        table.within(within.spans),
        scan.alias(),
        scan.reads(),
        scan.filter(),
        scan.output(),
        scan.finalRead(),
        scan.schema());
  }

  /** Adds what may match of {@code count} numbers from place {@code from} on. */
  private void collect(long from, long count) {
    if (count == 0 || !mayMatch(from, count)) {
      return;
    }
    boolean whole = count <= SHORT || spans.size() >= MOST_SPANS;
    if (!whole) {
      long half = count / 2;
      collect(from, half);
      collect(from + half, count - half);
      return;
    }
    NumbersTable.Span last = spans.isEmpty() ? null : spans.get(spans.size() - 1);
    if (last != null && (last.end() == from || spans.size() >= MOST_SPANS)) {
      spans.set(spans.size() - 1, new NumbersTable.Span(last.from(), from + count));
    } else {
      spans.add(new NumbersTable.Span(from, from + count));
    }
  }

  private boolean mayMatch(long from, long count) {
    long flip = OrderedValue.flip(IntegerType.UINT64);
    long least = table.first() + from * table.step() ^ flip;
    long most = table.first() + (from + count - 1) * table.step() ^ flip;
    return predicate.mayMatch(
        new Bounds() {
          @Override
          public boolean mayHold(int input, Ranges ranges) {
            return !(ranges instanceof Ranges.Longs longs) || longs.meets(least, most);
          }

          @Override
          public boolean mayHoldNull(int input) {
            return false;
          }

          @Override
          public boolean mayHoldValue(int input) {
            return true;
          }
        });
  }
}
