// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.lookup;

import io.twinhouse.engine.buffer.ColumnBuffer;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.key.KeyFinder;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.type.Type;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What one call looks rows up with, kept from batch to batch. For one thread. */
public final class LookupFinder {

  private final Reservation memory;
  private final Map<Integer, ColumnBuffer> buffers = new HashMap<>();
  private @Nullable LookupRows rows;
  private @Nullable KeyFinder finder;
  private int[] addresses = {};

  public LookupFinder(Reservation memory) {
    this.memory = memory;
  }

  /**
   * The address of the row of each key, 0 for none; valid until the next call.
   *
   * @param keys columns of the types of the keys
   * @param point where in the range; null without one
   */
  public int[] find(LookupRows in, Column[] keys, @Nullable Column point, int count) {
    KeyFinder last = finder;
    if (last == null || rows != in) {
      last = in.keys().finder(memory);
      finder = last;
      rows = in;
    }
    if (addresses.length < count) {
      memory.grow(4L * (count - addresses.length));
      addresses = new int[count];
    }
    in.find(last, keys, point, count, addresses);
    return addresses;
  }

  /** The number of each key in the hierarchy, 0 for those that are not there. */
  public int[] numbers(LookupRows in, Column[] keys, int count) {
    int[] found = find(in, keys, null, count);
    if (in instanceof KeyedRows keyed && finder != null) {
      keyed.numbers(finder, keys, count, found);
    }
    return found;
  }

  /** An empty buffer for values of {@code type}, the same for each {@code place}. */
  public ColumnBuffer buffer(int place, Type type) {
    ColumnBuffer buffer = buffers.computeIfAbsent(place, p -> ColumnBuffer.of(type, memory));
    buffer.reset();
    return buffer;
  }
}
