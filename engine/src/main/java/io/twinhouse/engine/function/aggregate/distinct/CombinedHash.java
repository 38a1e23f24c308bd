// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.distinct;

import io.twinhouse.engine.column.WideColumn;
import io.twinhouse.engine.function.aggregate.distinct.HashedValues.Kind;
import io.twinhouse.engine.function.aggregate.object.RowInput;
import io.twinhouse.engine.function.hash.IntHash;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.Type;
import java.util.List;

/** The hashes that uniqCombined counts. One owner, one thread. */
final class CombinedHash {

  private final HashedValues values;
  private final Kind kind;
  private final boolean sip;
  private final int width;

  /**
   * @param wide whether hashes have 64 bits where those of numbers else have 32
   */
  CombinedHash(List<Type> types, boolean wide, Reservation memory) {
    values = new HashedValues(types, memory);
    kind = HashedValues.kindOf(types);
    sip = types.get(0).base().equals(IntegerType.UINT128);
    width = wide || kind == Kind.TEXT ? Long.BYTES : Integer.BYTES;
  }

  /** Bytes of a hash that count. */
  int width() {
    return width;
  }

  long of(RowInput in, int row) {
    return switch (kind) {
      case NUMBER -> IntHash.mixed(values.key(in, row));
      case WIDE ->
          sip ? WideSip.of((WideColumn) in.column(0), row) : IntHash.mixed(values.key(in, row));
      case TEXT, HASH -> values.key(in, row);
    };
  }
}
