// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.column;

import org.jspecify.annotations.Nullable;

/**
 * The LONG lane. Hashes of a dictionary's entries may stand here by their ids: whoever groups or
 * counts them works on ids then, and nobody computes a hash before {@link #values()} asks for it.
 */
public final class LongColumn extends Column {

  private static final int[] NO_IDS = {};

  private final int[] ids;
  private final @Nullable Dictionary hashed;
  private final long @Nullable [] room;

  /** Hashes are filled in before the array is published here, for any thread to see. */
  private volatile long @Nullable [] values;

  private LongColumn(long[] values, int size, boolean @Nullable [] nulls) {
    super(size, nulls);
    this.values = values;
    ids = NO_IDS;
    hashed = null;
    room = null;
  }

  private LongColumn(
      int[] ids, Dictionary hashed, int size, boolean @Nullable [] nulls, long @Nullable [] room) {
    super(size, nulls);
    this.ids = ids;
    this.hashed = hashed;
    this.room = room;
  }

  public static LongColumn of(long... values) {
    return new LongColumn(values, values.length, null);
  }

  public static LongColumn of(long[] values, int size, boolean @Nullable [] nulls) {
    return new LongColumn(values, size, nulls);
  }

  /**
   * The sipHash64 of entries.
   *
   * @param dictionary one whose entries all have different hashes
   * @param room where hashes may be written if they are asked for, at least {@code size} long; null
   *     for an array of the column's own
   */
  public static LongColumn ofSipHashes(
      int[] ids,
      Dictionary dictionary,
      int size,
      boolean @Nullable [] nulls,
      long @Nullable [] room) {
    return new LongColumn(ids, dictionary, size, nulls, room);
  }

  /**
   * The dictionary whose entries' sipHash64 the values are, no two alike; null for other values.
   */
  public @Nullable Dictionary hashed() {
    return hashed;
  }

  /** The entries whose hashes the values are; empty unless {@link #hashed()}. */
  public int[] ids() {
    return ids;
  }

  /** The lane itself, at least {@link #size()} long. */
  public long[] values() {
    long[] held = values;
    if (held == null) {
      held = hashes(room == null ? new long[size()] : room);
      values = held;
    }
    return held;
  }

  private long[] hashes(long[] target) {
    Dictionary entries = hashed;
    for (int i = 0; i < size() && entries != null; i++) {
      target[i] = isNull(i) ? 0 : entries.sipHash64(ids[i]);
    }
    return target;
  }

  @Override
  public Column gather(int[] rows, int count) {
    if (hashed != null) {
      int[] chosen = new int[count];
      for (int i = 0; i < count; i++) {
        chosen[i] = ids[rows[i]];
      }
      return new LongColumn(chosen, hashed, count, gatherNulls(rows, count), null);
    }
    long[] lane = values();
    long[] chosen = new long[count];
    for (int i = 0; i < count; i++) {
      chosen[i] = lane[rows[i]];
    }
    return new LongColumn(chosen, count, gatherNulls(rows, count));
  }

  @Override
  public Column withNulls(boolean @Nullable [] mask) {
    return new LongColumn(values(), size(), mask);
  }

  /** Hashes count as if they had been computed. */
  @Override
  public long retainedBytes() {
    long[] held = values;
    long lane = 8L * (held != null ? held.length : room != null ? room.length : size());
    return 4L * ids.length + lane + nullBytes();
  }
}
