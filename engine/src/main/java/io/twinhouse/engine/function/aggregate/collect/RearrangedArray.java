// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.collect;

import io.twinhouse.engine.column.ArrayColumn;
import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.function.Accumulator;
import io.twinhouse.engine.function.StateReader;
import io.twinhouse.engine.type.ArrayType;
import io.twinhouse.engine.type.Type;

/** All values of a group, of which the result shows some in an order of its own. */
final class RearrangedArray implements Accumulator {

  private final Type type;
  private final GroupArray all;
  private final Arrangement arrangement;

  /** Chooses what to show of one group's values. */
  interface Arrangement {
    /** Rows of {@code elements} in {@code [from, to)}, in the order to show them. */
    int[] of(Column elements, int from, int to);
  }

  RearrangedArray(Type type, GroupArray all, Arrangement arrangement) {
    this.type = type;
    this.all = all;
    this.arrangement = arrangement;
  }

  @Override
  public void resize(int groups) {
    all.resize(groups);
  }

  @Override
  public void add(Column[] arguments, int[] groups, int rows) {
    all.add(arguments, groups, rows);
  }

  @Override
  public void merge(Accumulator other, int[] target, int groups) {
    all.merge(((RearrangedArray) other).all, target, groups);
  }

  @Override
  public Column results(int from, int count) {
    ArrayColumn lists = (ArrayColumn) all.results(from, count).flatten();
    Column elements = lists.elements().flatten();
    ColumnBuilder out = ColumnBuilder.of(new ArrayType(type));
    for (int row = 0; row < count; row++) {
      for (int pick : arrangement.of(elements, lists.offsets()[row], lists.offsets()[row + 1])) {
        out.elements().append(elements, pick);
      }
      out.endRow();
    }
    return out.build();
  }

  @Override
  public void writeState(int group, BytesBuffer out) {
    all.writeState(group, out);
  }

  @Override
  public void mergeState(int group, StateReader in) {
    all.mergeState(group, in);
  }
}
