// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.key;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.column.BytesColumn;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.error.Checkpoint;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.type.Lane;
import io.twinhouse.engine.type.Type;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Numbers distinct keys from 0 in order of their first appearance. The memory held is released by
 * closing the reservation. One thread inserts; once nobody inserts any more, any number of threads
 * may look up, each with a {@link KeyFinder} of its own.
 */
public final class KeyTable {

  private final List<Type> types;
  private final Reservation memory;
  private final boolean anyOrder;
  private @Nullable PackedLayout layout;
  private @Nullable LongIndex packed;
  private @Nullable BytesIndex encoded;
  private @Nullable BytesBuffer rowBytes;
  private long[] codes = {};

  /**
   * @param types of the key columns, at least one
   * @param memory for all the table holds
   */
  public KeyTable(List<Type> types, Reservation memory) {
    this(types, memory, false);
  }

  /**
   * @param anyOrder whether keys come in another order each time: what is held is the same then too
   */
  public KeyTable(List<Type> types, Reservation memory, boolean anyOrder) {
    this.types = List.copyOf(types);
    this.memory = memory;
    this.anyOrder = anyOrder;
  }

  public List<Type> types() {
    return types;
  }

  /** Distinct keys so far. */
  public int size() {
    if (packed != null) {
      return packed.size();
    }
    return encoded == null ? 0 : encoded.size();
  }

  /** How many groups to make room for when there are {@code count}; for mixed rows. */
  public int capacity(int count) {
    return packed == null ? KeyCapacity.mixed(count, 0) : packed.capacity(count);
  }

  /**
   * Finds or adds the keys of rows {@code [0, rows)}.
   *
   * @param groups receives each row's number
   */
  public void insert(Column[] keys, int rows, int[] groups) {
    Checkpoint.pass();
    if (packed == null && encoded == null) {
      choose(keys);
    }
    if (packed != null && layout != null) {
      if (codes.length < rows) {
        int length = anyOrder ? Math.max(rows, Batch.ROWS) : rows;
        memory.grow(8L * (length - codes.length));
        codes = new long[length];
      }
      if (layout.encode(keys, rows, codes)) {
        packed.insert(codes, rows, groups);
        return;
      }
      unpack(layout, packed, keys, rows, groups);
      return;
    }
    if (encoded != null) {
      insertBytes(encoded, keys, rows, groups);
    }
  }

  private void choose(Column[] keys) {
    layout = PackedLayout.of(types, keys);
    if (layout != null) {
      packed = new LongIndex(memory, layout.universe(), anyOrder);
    } else {
      encoded = new BytesIndex(memory);
      rowBytes = new BytesBuffer(memory);
    }
  }

  /**
   * Columns of another encoding came: goes on with plain values where they fit, else with bytes.
   */
  private void unpack(
      PackedLayout oldLayout, LongIndex old, Column[] keys, int rows, int[] groups) {
    PackedLayout plain = oldLayout.holdsHashes() ? PackedLayout.ofValues(types) : null;
    if (plain == null) {
      becomeEncoded(oldLayout, old);
    } else {
      LongIndex index = new LongIndex(memory, 0, anyOrder);
      int step = Math.min(codes.length, groups.length);
      for (int from = 0; from < old.size(); from += step) {
        int count = Math.min(step, old.size() - from);
        plain.encode(decode(oldLayout, old, from, count), count, codes);
        index.insert(codes, count, groups);
      }
      old.release();
      packed = index;
      layout = plain;
    }
    insert(keys, rows, groups);
  }

  /** The keys so far move over, under the same numbers. */
  private void becomeEncoded(PackedLayout oldLayout, LongIndex old) {
    BytesIndex index = new BytesIndex(memory);
    rowBytes = new BytesBuffer(memory);
    int[] groups = new int[Batch.ROWS];
    for (int from = 0; from < old.size(); from += Batch.ROWS) {
      int count = Math.min(Batch.ROWS, old.size() - from);
      insertBytes(index, decode(oldLayout, old, from, count), count, groups);
    }
    old.release();
    packed = null;
    layout = null;
    encoded = index;
  }

  private void insertBytes(BytesIndex index, Column[] keys, int rows, int[] groups) {
    index.insert(encode(keys, rows), rows, groups);
  }

  private BytesColumn encode(Column[] keys, int rows) {
    if (isSingleBytes()) {
      return (BytesColumn) keys[0].flatten();
    }
    BytesBuffer buffer = rowBytes == null ? new BytesBuffer(rows) : rowBytes;
    buffer.reset();
    new RowCodec(types).encode(keys, rows, buffer);
    return buffer.toColumn(null);
  }

  /** One key of plain bytes is its own encoding. */
  private boolean isSingleBytes() {
    return types.size() == 1 && types.get(0).lane() == Lane.BYTES && !types.get(0).isNullable();
  }

  /** The keys numbered {@code [from, from + count)} as columns of their own arrays. */
  public Column[] keys(int from, int count) {
    if (packed != null && layout != null) {
      return decode(layout, packed, from, count);
    }
    if (encoded == null) {
      return types.stream().map(t -> ColumnBuilder.of(t).build()).toArray(Column[]::new);
    }
    if (isSingleBytes()) {
      BytesBuffer bytes = new BytesBuffer(count);
      ByteStrings strings = encoded.strings();
      for (int index = from; index < from + count; index++) {
        bytes.append(strings.chunk(index), strings.start(index), strings.length(index));
      }
      return new Column[] {bytes.toColumn(null)};
    }
    return new RowCodec(types).decode(encoded.strings(), from, count);
  }

  /** The keys numbered {@code [from, from + count)} of an index of this layout. */
  static Column[] decode(PackedLayout layout, LongIndex index, int from, int count) {
    long[] codes = new long[count];
    index.copyKeys(from, count, codes);
    return layout.decode(codes, count);
  }

  /**
   * Adds all keys of {@code other}, in their order.
   *
   * @return this table's number for each of the other's
   */
  public int[] merge(KeyTable other) {
    int[] target = new int[other.size()];
    int[] groups = new int[Batch.ROWS];
    for (int from = 0; from < target.length; from += Batch.ROWS) {
      int count = Math.min(Batch.ROWS, target.length - from);
      insert(other.keys(from, count), count, groups);
      System.arraycopy(groups, 0, target, from, count);
    }
    return target;
  }

  /** A reader of this table for one thread. */
  public KeyFinder finder(Reservation finderMemory) {
    return new KeyFinder(types, layout, packed, encoded, finderMemory);
  }
}
