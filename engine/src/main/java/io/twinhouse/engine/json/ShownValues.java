// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.json;

import io.twinhouse.engine.column.ArrayColumn;
import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.column.BytesColumn;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ConstantColumn;
import io.twinhouse.engine.column.Field;
import io.twinhouse.engine.column.Schema;
import io.twinhouse.engine.column.TupleColumn;
import io.twinhouse.engine.text.JsonMarks;
import io.twinhouse.engine.text.TextOutput;
import io.twinhouse.engine.type.ArrayType;
import io.twinhouse.engine.type.DynamicType;
import io.twinhouse.engine.type.JsonType;
import io.twinhouse.engine.type.MapType;
import io.twinhouse.engine.type.TupleType;
import io.twinhouse.engine.type.Type;
import java.util.ArrayList;
import java.util.List;

/**
 * Brings rows from the form that they have in flight to the one that results have: JSON without
 * marks, and a null mask over Dynamic values. Rows of other types pass as they are.
 */
public final class ShownValues {

  private final List<Type> types;
  private final boolean any;

  /** For rows of {@code schema}. */
  public ShownValues(Schema schema) {
    types = schema.fields().stream().map(Field::type).toList();
    any = types.stream().anyMatch(ShownValues::concerns);
  }

  private static boolean concerns(Type type) {
    Type base = type.base();
    if (base instanceof ArrayType array) {
      return concerns(array.element());
    }
    if (base instanceof MapType map) {
      return concerns(map.entry());
    }
    if (base instanceof TupleType tuple) {
      return tuple.elements().stream().anyMatch(ShownValues::concerns);
    }
    return base instanceof JsonType || base instanceof DynamicType;
  }

  /** The rows as results have them; valid as long as {@code rows} are. */
  public Batch of(Batch rows) {
    if (!any) {
      return rows;
    }
    Column[] columns = new Column[rows.width()];
    for (int c = 0; c < columns.length; c++) {
      columns[c] = shown(rows.column(c), types.get(c));
    }
    return Batch.of(rows.rows(), columns);
  }

  private static Column shown(Column column, Type type) {
    Type base = type.base();
    if (!concerns(base)) {
      return column;
    }
    if (column instanceof ConstantColumn constant) {
      return ConstantColumn.of(shown(constant.value(), type), column.size());
    }
    if (column instanceof ArrayColumn array) {
      Type element = base instanceof MapType map ? map.entry() : ((ArrayType) base).element();
      return ArrayColumn.of(array.offsets(), shown(array.elements(), element), array.size());
    }
    if (column instanceof TupleColumn tuple) {
      List<Column> elements = new ArrayList<>();
      for (int i = 0; i < tuple.elements().size(); i++) {
        elements.add(shown(tuple.elements().get(i), ((TupleType) base).elements().get(i)));
      }
      return TupleColumn.of(elements, tuple.size());
    }
    BytesColumn bytes = (BytesColumn) column.flatten();
    return base instanceof JsonType ? unmarked(bytes) : bytes.withNulls(empty(bytes));
  }

  private static boolean[] empty(BytesColumn values) {
    boolean[] nulls = new boolean[values.size()];
    for (int row = 0; row < nulls.length; row++) {
      nulls[row] = values.length(row) == 0;
    }
    return nulls;
  }

  private static Column unmarked(BytesColumn texts) {
    int size = texts.size();
    if (size == 0 || !JsonMarks.in(texts.data(), texts.offsets()[0], texts.offsets()[size])) {
      return texts;
    }
    BytesBuffer out = new BytesBuffer(size);
    TextOutput text = new TextOutput();
    for (int row = 0; row < size; row++) {
      text.reset();
      JsonMarks.write(texts.data(), texts.offsets()[row], texts.offsets()[row + 1], text);
      out.append(text.data(), 0, text.length());
    }
    return out.toColumn(texts.nulls());
  }
}
