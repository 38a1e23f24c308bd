// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.exec.operator.join;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ConstantColumn;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.type.BoolType;
import io.twinhouse.engine.type.DateType;
import io.twinhouse.engine.type.EnumType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.Type;

/** Numbers of a type of at most two bytes, kept in as many. */
final class NarrowColumn {

  private final boolean signed;
  private final byte[] bytes;
  private final short[] shorts;

  /**
   * @param type one that {@link #holds}
   */
  NarrowColumn(Type type, int size, Reservation memory) {
    int bits = bitsOf(type);
    memory.grow(bytes(type, size));
    signed = type instanceof EnumType || (type instanceof IntegerType i && i.signed());
    bytes = new byte[bits == 8 ? size : 0];
    shorts = new short[bits == 8 ? 0 : size];
  }

  /** What so many values of a type that it {@link #holds} take. */
  static long bytes(Type type, int size) {
    return (long) bitsOf(type) / 8 * size;
  }

  /** Whether values of a type are that narrow, and never NULL. */
  static boolean holds(Type type) {
    return !type.isNullable() && bitsOf(type) > 0;
  }

  private static int bitsOf(Type type) {
    int bits = 0;
    if (type instanceof IntegerType integer) {
      bits = integer.bits();
    } else if (type instanceof DateType date) {
      bits = date.bits();
    } else if (type instanceof EnumType enumeration) {
      bits = enumeration.bits();
    } else if (type instanceof BoolType) {
      bits = 8;
    }
    return bits <= 16 ? bits : 0;
  }

  /** Keeps a row's value in a place. */
  void put(int place, Column column, int row) {
    boolean constant = column instanceof ConstantColumn;
    LongColumn longs = (LongColumn) (constant ? ((ConstantColumn) column).value() : column);
    long value = longs.values()[constant ? 0 : row];
    if (shorts.length == 0) {
      bytes[place] = (byte) value;
    } else {
      shorts[place] = (short) value;
    }
  }

  /** The values of the places {@code places[from .. from + count)}. */
  Column at(int[] places, int from, int count) {
    long[] values = new long[count];
    for (int i = 0; i < count; i++) {
      int place = places[from + i];
      if (shorts.length == 0) {
        values[i] = signed ? bytes[place] : bytes[place] & 0xff;
      } else {
        values[i] = signed ? shorts[place] : shorts[place] & 0xffff;
      }
    }
    return LongColumn.of(values, count, null);
  }
}
