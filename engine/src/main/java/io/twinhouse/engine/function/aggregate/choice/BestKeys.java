// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.choice;

import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ConstantColumn;
import io.twinhouse.engine.column.DoubleColumn;
import io.twinhouse.engine.function.StateReader;
import io.twinhouse.engine.function.define.ValueOrder;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.type.Type;
import org.jspecify.annotations.Nullable;

/** The smallest or largest key of each group, for those who must know how each row stands to it. */
public final class BestKeys {

  /** The key is not as good as the best one. */
  public static final int WORSE = 0;

  /** The key equals the best one. */
  public static final int SAME = 1;

  /** The key is the best one now. */
  public static final int BETTER = 2;

  private final ValueOrder order;
  private final SingleValue codec;
  private final RowKept kept;

  public BestKeys(Type type, boolean largest, Reservation memory) {
    order = largest ? ValueOrder.reverse(type) : ValueOrder.of(type);
    codec = new SingleValue(type);
    kept = new RowKept(type, memory);
  }

  /** Whether the values of a type have an order here. */
  public static boolean areOrdered(Type type) {
    return !type.isOpaque();
  }

  public void resize(int groups) {
    kept.resize(groups);
  }

  /** How row {@code row} of the column stands to the group's best key, which it may become. */
  public int offer(Column column, int row, int group) {
    Column flat = column instanceof ConstantColumn constant ? constant.value() : column;
    int at = flat == column ? row : 0;
    if (kept.isPresent(group)) {
      int compared = order.compare(flat, at, kept.values(), kept.rowOf(group));
      if (compared == 0) {
        return isNan(flat, at) ? WORSE : SAME;
      }
      if (compared > 0) {
        return WORSE;
      }
    }
    kept.keep(flat, at, group);
    return BETTER;
  }

  private static boolean isNan(Column column, int row) {
    return column instanceof DoubleColumn doubles && Double.isNaN(doubles.values()[row]);
  }

  /** As {@link #offer} with another's best key; WORSE if it has none. */
  public int take(BestKeys other, int otherGroup, int group) {
    RowKept keys = other.kept;
    return keys.isPresent(otherGroup) ? offer(keys.values(), keys.rowOf(otherGroup), group) : WORSE;
  }

  public void write(int group, BytesBuffer out) {
    if (kept.isPresent(group)) {
      codec.write(kept.results(group, 1), out);
    } else {
      codec.writeNone(out);
    }
  }

  /** A key that {@link #write} wrote, as a column of one row, or null if there was none. */
  public @Nullable Column read(StateReader in) {
    return codec.read(in);
  }
}
