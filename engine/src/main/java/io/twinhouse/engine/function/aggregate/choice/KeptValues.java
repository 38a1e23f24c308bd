// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.choice;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.type.TupleType;
import io.twinhouse.engine.type.Type;

/** One value of some type a group, the type's default until one is kept. */
interface KeptValues {

  /** Values of {@code type}, NULL included if it is Nullable. */
  static KeptValues of(Type type, Reservation memory) {
    if (type.isNullable()) {
      return new NullableKept(of(type.withoutNullable().base(), memory), memory);
    }
    Type base = type.base();
    return switch (base.lane()) {
      case LONG -> ByteKept.holds(base) ? new ByteKept(base, memory) : new LongKept(base, memory);
      case DOUBLE -> new DoubleKept(memory);
      case BYTES -> new BytesKept(base, memory);
      case WIDE -> new WideKept(base, memory);
      case ARRAY -> new RowKept(base, memory);
      case TUPLE -> new TupleKept((TupleType) base, memory);
    };
  }

  void resize(int groups);

  /** Keeps row {@code rows[i]} of the column for group {@code groups[rows[i]]}, in turn. */
  void keep(Column column, int[] rows, int count, int[] groups);

  /** Keeps for {@code group} what {@code other}, made for the same type, keeps for one of its. */
  void take(KeptValues other, int otherGroup, int group);

  /** What is kept for groups {@code [from, from + count)}. */
  Column results(int from, int count);
}
