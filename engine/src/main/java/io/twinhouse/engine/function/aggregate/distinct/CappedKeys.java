// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.distinct;

import io.twinhouse.engine.column.WideColumn;
import io.twinhouse.engine.function.aggregate.distinct.HashedValues.Kind;
import io.twinhouse.engine.function.aggregate.object.RowInput;
import io.twinhouse.engine.function.aggregate.state.ValueWidth;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.Type;
import io.twinhouse.engine.type.UuidType;
import java.util.List;

/**
 * What uniqUpTo keeps of a row: numbers, Int128 and UUID as they are, other wide integers as their
 * SipHash, all else as the hash that uniq counts. One owner, one thread.
 */
final class CappedKeys {

  private final HashedValues values;
  private final Kind kind;
  private final Type base;
  private final int width;

  CappedKeys(List<Type> types, Reservation memory) {
    values = new HashedValues(types, memory);
    kind = HashedValues.kindOf(types);
    base = types.get(0).base();
    width = width();
  }

  private int width() {
    if (kind == Kind.NUMBER) {
      return ValueWidth.numberBytes(base);
    }
    boolean whole = base.equals(IntegerType.INT128) || base instanceof UuidType;
    return kind == Kind.WIDE && whole ? 2 * Long.BYTES : Long.BYTES;
  }

  /** Bytes of what is kept: up to 8 of them in the low word, of 16 the others in the high word. */
  int bytes() {
    return width;
  }

  long low(RowInput in, int row) {
    if (kind != Kind.WIDE) {
      return values.key(in, row);
    }
    WideColumn column = (WideColumn) in.column(0);
    return width == Long.BYTES ? WideSip.of(column, row) : word(column, row, 0);
  }

  long high(RowInput in, int row) {
    return width <= Long.BYTES ? 0 : word((WideColumn) in.column(0), row, 1);
  }

  private long word(WideColumn column, int row, int number) {
    return column.values()[row * column.words() + ValueWidth.place(base, number)];
  }
}
