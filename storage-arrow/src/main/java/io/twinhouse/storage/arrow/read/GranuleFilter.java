// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.read;

import io.twinhouse.engine.expression.EntryFacts;
import io.twinhouse.engine.expression.Expression;
import io.twinhouse.engine.expression.ExpressionEvaluator;
import io.twinhouse.engine.memory.MemoryContext;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The conditions that are open in some granules, as steps: the columns of a step are read for those
 * rows alone that the steps before it left. One thread.
 */
final class GranuleFilter implements AutoCloseable {

  private final List<Step> steps;

  private GranuleFilter(List<Step> steps) {
    this.steps = List.copyOf(steps);
  }

  /**
   * Conditions with what they read.
   *
   * @param range the same as a range of one column's values, where it is that
   */
  record Step(ExpressionEvaluator evaluator, BitSet reads, @Nullable ColumnRange range) {}

  /**
   * @param open the conditions to be tested; none makes no step
   */
  static GranuleFilter of(
      Conjunction conditions, long open, MemoryContext context, EntryFacts facts) {
    List<Step> steps = new ArrayList<>();
    long bounds = conditions.bounds();
    for (long tested : new long[] {open & bounds, open & ~bounds}) {
      Expression filter = conditions.filter(tested);
      if (filter != null) {
        ExpressionEvaluator evaluator = ExpressionEvaluator.of(filter, context, facts);
        ColumnRange range = steps.isEmpty() ? conditions.range(tested & bounds) : null;
        steps.add(new Step(evaluator, conditions.reads(tested), range));
      }
    }
    return new GranuleFilter(steps);
  }

  List<Step> steps() {
    return steps;
  }

  @Override
  public void close() {
    steps.forEach(step -> step.evaluator().close());
  }
}
