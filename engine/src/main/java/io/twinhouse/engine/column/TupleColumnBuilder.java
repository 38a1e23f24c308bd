// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.column;

import java.util.List;

final class TupleColumnBuilder implements ColumnBuilder {

  private final List<ColumnBuilder> elements;
  private int size;

  TupleColumnBuilder(List<ColumnBuilder> elements) {
    this.elements = elements;
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

  @Override
  public void appendDefault() {
    elements.forEach(ColumnBuilder::appendDefault);
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
