// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.choice;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ConstantColumn;
import io.twinhouse.engine.column.TupleColumn;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.type.TupleType;
import java.util.List;

/** Tuples, element by element. */
final class TupleKept implements KeptValues {

  private final List<KeptValues> elements;

  TupleKept(TupleType type, Reservation memory) {
    elements = type.elements().stream().map(element -> KeptValues.of(element, memory)).toList();
  }

  @Override
  public void resize(int groups) {
    elements.forEach(element -> element.resize(groups));
  }

  @Override
  public void keep(Column column, int[] rows, int count, int[] groups) {
    Column flat = column instanceof ConstantColumn ? column.flatten() : column;
    for (int i = 0; i < elements.size(); i++) {
      elements.get(i).keep(((TupleColumn) flat).elements().get(i), rows, count, groups);
    }
  }

  @Override
  public void take(KeptValues other, int otherGroup, int group) {
    for (int i = 0; i < elements.size(); i++) {
      elements.get(i).take(((TupleKept) other).elements.get(i), otherGroup, group);
    }
  }

  @Override
  public Column results(int from, int count) {
    return TupleColumn.of(elements.stream().map(e -> e.results(from, count)).toList(), count);
  }
}
