// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.json;

import io.twinhouse.engine.column.ArrayColumn;
import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.column.BytesColumn;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ConstantColumn;
import io.twinhouse.engine.column.Schema;
import io.twinhouse.engine.column.TupleColumn;
import io.twinhouse.engine.text.TextOutput;
import io.twinhouse.engine.type.ArrayType;
import io.twinhouse.engine.type.JsonType;
import io.twinhouse.engine.type.MapType;
import io.twinhouse.engine.type.TupleType;
import io.twinhouse.engine.type.Type;
import java.util.ArrayList;
import java.util.List;

/**
 * Brings JSON that a format has read, and left as it was written, to the form that values have in
 * flight. A table that keeps what comes and computes nothing of it takes the text as it is.
 */
public final class ReceivedValues {

  private ReceivedValues() {}

  /** Whether values of the type are JSON or hold some. */
  public static boolean concern(Type type) {
    Type base = type.base();
    if (base instanceof ArrayType array) {
      return concern(array.element());
    }
    if (base instanceof MapType map) {
      return concern(map.value());
    }
    return base instanceof TupleType tuple
        ? tuple.elements().stream().anyMatch(ReceivedValues::concern)
        : base instanceof JsonType;
  }

  /**
   * The rows with all JSON in its one form.
   *
   * @throws io.twinhouse.engine.error.TwinhouseException INCORRECT_DATA for what is no object
   */
  public static Batch of(Batch rows, Schema schema) {
    if (schema.types().stream().noneMatch(ReceivedValues::concern)) {
      return rows;
    }
    Column[] columns = new Column[rows.width()];
    for (int c = 0; c < columns.length; c++) {
      columns[c] = of(rows.column(c), schema.field(c).type());
    }
    return Batch.of(rows.rows(), columns);
  }

  /** One column of {@code type}. */
  public static Column of(Column column, Type type) {
    Type base = type.base();
    if (!concern(base)) {
      return column;
    }
    if (column instanceof ConstantColumn constant) {
      return ConstantColumn.of(of(constant.value(), type), column.size());
    }
    if (column instanceof ArrayColumn array) {
      Type element = base instanceof MapType map ? map.entry() : ((ArrayType) base).element();
      return ArrayColumn.of(array.offsets(), of(array.elements(), element), array.size());
    }
    if (column instanceof TupleColumn tuple) {
      List<Column> elements = new ArrayList<>();
      for (int i = 0; i < tuple.elements().size(); i++) {
        elements.add(of(tuple.elements().get(i), ((TupleType) base).elements().get(i)));
      }
      return TupleColumn.of(elements, tuple.size());
    }
    return objects((BytesColumn) column.flatten());
  }

  private static Column objects(BytesColumn texts) {
    ObjectPrinter printer = new ObjectPrinter();
    BytesBuffer out = new BytesBuffer(texts.size());
    TextOutput text = new TextOutput();
    for (int row = 0; row < texts.size(); row++) {
      text.reset();
      printer.write(texts.data(), texts.offsets()[row], texts.offsets()[row + 1], text);
      out.append(text.data(), 0, text.length());
    }
    return out.toColumn(texts.nulls());
  }
}
