// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.column;

import io.twinhouse.engine.type.Type;
import java.util.List;

final class TupleColumnBuilder implements ColumnBuilder {

  private final List<Type> types;
  private final List<ColumnBuilder> elements;
  private int size;

  TupleColumnBuilder(List<Type> types) {
    this.types = types;
    this.elements = types.stream().map(ColumnBuilder::of).toList();
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public ColumnBuilder element(int index) {
    return elements.get(index);
  }

  @Override
  public void endRow() {
    size++;
  }

  @Override
  public void appendNull() {
    appendDefault();
  }

  /** The default of an element that may be NULL is NULL. */
  @Override
  public void appendDefault() {
    for (int i = 0; i < elements.size(); i++) {
      elements.get(i).appendAbsent(types.get(i));
    }
    endRow();
  }

  @Override
  public void append(Column source, int row) {
    if (source instanceof ConstantColumn constant) {
      append(constant.value(), 0);
      return;
    }
    TupleColumn tuple = (TupleColumn) source;
    for (int i = 0; i < elements.size(); i++) {
      elements.get(i).append(tuple.elements().get(i), row);
    }
    endRow();
  }

  @Override
  public long retainedBytes() {
    return elements.stream().mapToLong(ColumnBuilder::retainedBytes).sum();
  }

  @Override
  public Column build() {
    Column column = TupleColumn.of(elements.stream().map(ColumnBuilder::build).toList(), size);
    size = 0;
    return column;
  }
}
