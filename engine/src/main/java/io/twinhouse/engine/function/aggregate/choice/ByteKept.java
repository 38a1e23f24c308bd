// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.choice;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ConstantColumn;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.function.aggregate.state.GroupBytes;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.type.BoolType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.Type;

/** Flags and other whole numbers of one byte, of which there may be one for every user. */
final class ByteKept implements KeptValues {

  private final boolean signed;
  private final GroupBytes kept;

  ByteKept(Type base, Reservation memory) {
    signed = base.equals(IntegerType.INT8);
    kept = new GroupBytes(memory);
  }

  static boolean holds(Type base) {
    return base instanceof BoolType || (base instanceof IntegerType whole && whole.bits() == 8);
  }

  @Override
  public void resize(int groups) {
    kept.resize(groups);
  }

  @Override
  public void keep(Column column, int[] rows, int count, int[] groups) {
    byte[] values = kept.values();
    if (column instanceof ConstantColumn constant) {
      byte value = (byte) ((LongColumn) constant.value()).values()[0];
      for (int i = 0; i < count; i++) {
        values[groups[rows[i]]] = value;
      }
      return;
    }
    long[] lane = ((LongColumn) column).values();
    for (int i = 0; i < count; i++) {
      values[groups[rows[i]]] = (byte) lane[rows[i]];
    }
  }

  @Override
  public void take(KeptValues other, int otherGroup, int group) {
    kept.values()[group] = ((ByteKept) other).kept.values()[otherGroup];
  }

  @Override
  public Column results(int from, int count) {
    byte[] held = kept.values();
    long[] values = new long[count];
    for (int i = 0; i < count; i++) {
      values[i] = signed ? held[from + i] : held[from + i] & 0xff;
    }
    return LongColumn.of(values, count, null);
  }
}
