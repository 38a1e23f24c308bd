// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.column;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The TUPLE lane: one column an element. */
public final class TupleColumn extends Column {

  private final List<Column> elements;

  private TupleColumn(List<Column> elements, int size) {
    super(size, null);
    this.elements = List.copyOf(elements);
  }

  public static TupleColumn of(List<Column> elements, int size) {
    return new TupleColumn(elements, size);
  }

  public List<Column> elements() {
    return elements;
  }

  @Override
  public Column gather(int[] rows, int count) {
    return new TupleColumn(elements.stream().map(c -> c.gather(rows, count)).toList(), count);
  }

  @Override
  public Column flatten() {
    return new TupleColumn(elements.stream().map(Column::flatten).toList(), size());
  }

  @Override
  public Column withNulls(boolean @Nullable [] mask) {
    if (mask != null) {
      throw new IllegalArgumentException("a tuple cannot be NULL");
    }
    return this;
  }

  @Override
  public long retainedBytes() {
    return elements.stream().mapToLong(Column::retainedBytes).sum();
  }
}
