// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.lane;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.TupleColumn;
import io.twinhouse.engine.memory.Reservation;
import java.util.List;

/** The TUPLE lane. */
public final class TupleLane extends LaneBuffer {

  private final List<LaneBuffer> elements;

  TupleLane(Reservation memory, List<LaneBuffer> elements) {
    super(memory);
    this.elements = elements;
  }

  public List<LaneBuffer> elements() {
    return elements;
  }

  /** Counts {@code count} rows, whose elements have been filled. */
  public void endRows(int count) {
    grownTo(size() + count);
  }

  @Override
  public void clear() {
    super.clear();
    elements.forEach(LaneBuffer::clear);
  }

  @Override
  void appendFlat(Column source, int from, int count) {
    TupleColumn tuple = (TupleColumn) source;
    for (int i = 0; i < elements.size(); i++) {
      elements.get(i).append(tuple.elements().get(i), from, count);
    }
    endRows(count);
  }

  @Override
  public void appendDefaults(int count) {
    elements.forEach(element -> element.appendDefaults(count));
    endRows(count);
  }

  @Override
  public Column view() {
    return TupleColumn.of(elements.stream().map(LaneBuffer::view).toList(), size());
  }
}
