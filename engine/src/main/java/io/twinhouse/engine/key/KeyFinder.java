// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.key;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.column.BytesColumn;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.type.Lane;
import io.twinhouse.engine.type.Type;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Looks keys up in a table that nobody changes any more. For one thread. */
public final class KeyFinder {

  private final List<Type> types;
  private final @Nullable PackedLayout layout;
  private final @Nullable LongIndex packed;
  private final @Nullable BytesIndex encoded;
  private final Reservation memory;
  private long[] codes = {};
  private boolean[] present = {};
  private @Nullable BytesBuffer rowBytes;
  private @Nullable BytesIndex plain;

  KeyFinder(
      List<Type> types,
      @Nullable PackedLayout layout,
      @Nullable LongIndex packed,
      @Nullable BytesIndex encoded,
      Reservation memory) {
    this.types = types;
    this.layout = layout;
    this.packed = packed;
    this.encoded = encoded;
    this.memory = memory;
  }

  /**
   * Finds the keys of rows {@code [0, rows)}.
   *
   * @param keys columns of the table's types, in any encoding
   * @param groups receives each row's number, or -1
   */
  public void find(Column[] keys, int rows, int[] groups) {
    if (packed != null && layout != null) {
      findPacked(layout, packed, keys, rows, groups);
    } else if (encoded != null) {
      findEncoded(encoded, keys, rows, groups);
    } else {
      Arrays.fill(groups, 0, rows, -1);
    }
  }

  private void findPacked(
      PackedLayout place, LongIndex index, Column[] keys, int rows, int[] groups) {
    if (codes.length < rows) {
      memory.grow(9L * (rows - codes.length));
      codes = new long[rows];
      present = new boolean[rows];
    }
    if (place.encode(keys, rows, codes)) {
      index.find(codes, rows, groups);
      return;
    }
    if (place.holdsHashes()) {
      findEncoded(plainKeys(place, index), keys, rows, groups);
      return;
    }
    place.encodeForeign(keys, rows, codes, present);
    index.find(codes, rows, groups);
    for (int row = 0; row < rows; row++) {
      groups[row] = present[row] ? groups[row] : -1;
    }
  }

  /** The table's keys by their values, under the same numbers. */
  private BytesIndex plainKeys(PackedLayout place, LongIndex index) {
    BytesIndex known = plain;
    if (known == null) {
      known = new BytesIndex(memory);
      for (int from = 0; from < index.size(); from += Batch.ROWS) {
        int count = Math.min(Batch.ROWS, index.size() - from);
        BytesColumn bytes = encode(KeyTable.decode(place, index, from, count), count);
        for (int row = 0; row < count; row++) {
          known.insert(bytes.data(), bytes.offsets()[row], bytes.length(row));
        }
      }
      plain = known;
    }
    return known;
  }

  private void findEncoded(BytesIndex index, Column[] keys, int rows, int[] groups) {
    BytesColumn bytes = encode(keys, rows);
    for (int row = 0; row < rows; row++) {
      groups[row] = index.find(bytes.data(), bytes.offsets()[row], bytes.length(row));
    }
  }

  private BytesColumn encode(Column[] keys, int rows) {
    if (types.size() == 1 && types.get(0).lane() == Lane.BYTES && !types.get(0).isNullable()) {
      return (BytesColumn) keys[0].flatten();
    }
    if (rowBytes == null) {
      rowBytes = new BytesBuffer(memory);
    }
    rowBytes.reset();
    new RowCodec(types).encode(keys, rows, rowBytes);
    return rowBytes.toColumn(null);
  }
}
