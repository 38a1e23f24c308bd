// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.keyed;

import io.twinhouse.engine.column.ArrayColumn;
import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.column.TupleColumn;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.function.StateReader;
import io.twinhouse.engine.function.aggregate.object.GroupObject;
import io.twinhouse.engine.function.aggregate.object.Numbers;
import io.twinhouse.engine.function.aggregate.object.RowInput;
import io.twinhouse.engine.function.define.ValueOrder;
import io.twinhouse.engine.memory.Reservation;
import java.util.Map;
import java.util.TreeMap;

/** sumMap, minMap and maxMap over arrays: the values under each key, folded. */
final class KeyedFold implements GroupObject<KeyedFold> {

  /** An entry of the map, its key's column and the array of values. */
  private static final int ENTRY_BYTES = 200;

  private final KeyedShape shape;
  private final Reservation memory;

  /** By key, each a column of one row; NULL has no place here. */
  private final TreeMap<Column, long[]> entries;

  KeyedFold(KeyedShape shape, Reservation memory) {
    this.shape = shape;
    this.memory = memory;
    ValueOrder order = ValueOrder.of(shape.key());
    entries = new TreeMap<>((a, b) -> order.compare(a, 0, b, 0));
  }

  @Override
  public void add(RowInput in, int row) {
    Column[] arrays = new Column[shape.values().size() + 1];
    for (int i = 0; i < arrays.length; i++) {
      arrays[i] =
          shape.tuple() ? ((TupleColumn) in.column(0)).elements().get(i).flatten() : in.column(i);
    }
    ArrayColumn keys = (ArrayColumn) arrays[0];
    int from = keys.offsets()[row];
    int count = keys.length(row);
    for (int i = 1; i < arrays.length; i++) {
      if (((ArrayColumn) arrays[i]).length(row) != count) {
        throw new TwinhouseException(
            ErrorCode.BAD_ARGUMENTS, "Sizes of keys and values arrays do not match");
      }
    }
    for (int e = 0; e < count; e++) {
      Column key = keys.elements().gather(new int[] {from + e}, 1);
      if (shape.keeps(key)) {
        long[] values = new long[arrays.length - 1];
        for (int i = 0; i < values.length; i++) {
          ArrayColumn array = (ArrayColumn) arrays[i + 1];
          values[i] = shape.read(i, array.elements(), array.offsets()[row] + e);
        }
        fold(key, values);
      }
    }
  }

  private void fold(Column key, long[] values) {
    long[] known = entries.get(key);
    if (known == null) {
      memory.grow(ENTRY_BYTES + key.retainedBytes() + 8L * values.length);
      entries.put(key, values);
      return;
    }
    for (int i = 0; i < values.length; i++) {
      known[i] = shape.fold(i, known[i], values[i]);
    }
  }

  @Override
  public void merge(KeyedFold other) {
    other.entries.forEach((key, values) -> fold(key, values.clone()));
  }

  @Override
  public void result(ColumnBuilder out) {
    for (Map.Entry<Column, long[]> entry : entries.entrySet()) {
      if (!shape.isEmpty(entry.getValue())) {
        out.element(0).elements().append(entry.getKey(), 0);
        for (int i = 0; i < entry.getValue().length; i++) {
          Numbers numbers = shape.results().get(i);
          numbers.append(entry.getValue()[i], out.element(i + 1).elements());
        }
      }
    }
    for (int i = 0; i <= shape.values().size(); i++) {
      out.element(i).endRow();
    }
    out.endRow();
  }

  @Override
  public void write(BytesBuffer out) {
    io.twinhouse.engine.function.aggregate.state.StateBytes.writeVarint(out, entries.size());
    for (Map.Entry<Column, long[]> entry : entries.entrySet()) {
      shape.keyCodec().write(entry.getKey(), 0, out);
      for (int i = 0; i < entry.getValue().length; i++) {
        shape.states().get(i).write(entry.getValue()[i], out);
      }
    }
  }

  @Override
  public void read(StateReader in) {
    for (int left = in.readCount(1); left > 0; left--) {
      ColumnBuilder key = ColumnBuilder.of(shape.key());
      shape.keyCodec().read(in, key);
      long[] values = new long[shape.values().size()];
      for (int i = 0; i < values.length; i++) {
        values[i] = shape.states().get(i).read(in);
      }
      fold(key.build(), values);
    }
  }
}
