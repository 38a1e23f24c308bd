// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.expression;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ConstantColumn;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.function.Scratch;
import io.twinhouse.engine.key.KeyFinder;
import io.twinhouse.engine.memory.MemoryContext;
import io.twinhouse.engine.memory.Reservation;
import org.jspecify.annotations.Nullable;

/**
 * Membership in a set. With one key NULL is answered by NULL; a tuple that holds a NULL is in no
 * set; NULLs in the set itself are passed over.
 */
final class InSetNode extends EvaluationNode {

  private final EvaluationNode[] keys;
  private final boolean negated;
  private final boolean nullable;
  private final SetKeys set;
  private final Scratch scratch;
  private final KeyFinder finder;
  private final Column[] values;

  InSetNode(Expression.InSet in, EvaluationNode[] keys, MemoryContext context) {
    this.keys = keys;
    negated = in.negated();
    nullable = in.type().isNullable();
    scratch = new Scratch(new Reservation(context));
    values = new Column[keys.length];
    set = new SetKeys(in, context);
    finder = set.finder();
  }

  @Override
  Column evaluate(Batch batch) {
    int rows = batch.rows();
    if (set.size() == 0 && !nullable) { // the server does not cast the keys then, which may fail
      return ConstantColumn.of(LongColumn.of(negated ? 1 : 0), rows);
    }
    for (int i = 0; i < keys.length; i++) {
      values[i] = keys[i].evaluate(batch);
    }
    int[] groups = scratch.ints(rows);
    finder.find(values, rows, groups);
    long[] found = scratch.longs(rows);
    for (int row = 0; row < rows; row++) {
      found[row] = groups[row] >= 0 != negated ? 1 : 0;
    }
    for (Column value : values) {
      passOverNulls(value, found, rows);
    }
    return LongColumn.of(found, rows, nullable ? values[0].nulls() : null);
  }

  private void passOverNulls(Column value, long[] found, int rows) {
    boolean @Nullable [] nulls = value.nulls();
    if (nulls != null) {
      for (int row = 0; row < rows; row++) {
        found[row] = nulls[row] ? (negated ? 1 : 0) : found[row];
      }
    }
  }

  @Override
  void close() {
    for (EvaluationNode key : keys) {
      key.close();
    }
    scratch.close();
    set.close();
  }
}
