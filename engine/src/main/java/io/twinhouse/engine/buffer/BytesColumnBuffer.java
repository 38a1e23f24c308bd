// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.buffer;

import io.twinhouse.engine.column.BytesColumn;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ConstantColumn;
import io.twinhouse.engine.column.Dictionary;
import io.twinhouse.engine.column.DictionaryColumn;
import io.twinhouse.engine.memory.Reservation;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Bytes, or dictionary ids while every row came from the same dictionary. The first row of another
 * origin turns the ids held into bytes.
 */
final class BytesColumnBuffer implements ColumnBuffer {

  private static final int[] NO_IDS = {};
  private static final byte[] NO_DATA = {};
  private static final int[] NO_OFFSETS = {0};

  private final Reservation memory;
  private final int width;
  private final NullFlags nulls;
  private @Nullable Dictionary dictionary;
  private int[] ids = NO_IDS;
  private byte[] data = NO_DATA;
  private int[] offsets = NO_OFFSETS;
  private int size;

  /** How many rows there will be, where that was said. */
  private long expected;

  /**
   * An empty buffer.
   *
   * @param width bytes of a default, all of them zero
   */
  BytesColumnBuffer(Reservation memory, int width) {
    this.memory = memory;
    this.width = width;
    nulls = new NullFlags(memory);
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public void reset() {
    size = 0;
    expected = 0;
    dictionary = null;
    nulls.reset();
  }

  @Override
  public void expect(int count) {
    expected = (long) size + count;
  }

  @Override
  public void append(Column source, int from, int count) {
    if (source instanceof DictionaryColumn coded && acceptsIds(coded)) {
      ensureIds(count);
      System.arraycopy(coded.ids(), from, ids, size, count);
      nulls.append(source.nulls(), from, size, count, ids.length);
      size += count;
    } else if (source instanceof BytesColumn bytes) {
      becomeFlat();
      int first = bytes.offsets()[from];
      int length = bytes.offsets()[from + count] - first;
      ensureFlat(count, length);
      System.arraycopy(bytes.data(), first, data, offsets[size], length);
      int shift = offsets[size] - first;
      for (int i = 1; i <= count; i++) {
        offsets[size + i] = bytes.offsets()[from + i] + shift;
      }
      nulls.append(source.nulls(), from, size, count, offsets.length - 1);
      size += count;
    } else {
      int[] rows = new int[count];
      Arrays.setAll(rows, i -> from + i);
      append(source, rows, 0, count);
    }
  }

  @Override
  public void append(Column source, int[] rows, int from, int count) {
    if (source instanceof ConstantColumn constant) {
      append(constant.value(), new int[count], 0, count);
    } else if (source instanceof DictionaryColumn coded) {
      if (acceptsIds(coded)) {
        appendIds(coded, rows, from, count);
      } else {
        becomeFlat();
        appendEntries(coded, rows, from, count);
      }
    } else {
      becomeFlat();
      appendBytes((BytesColumn) source, rows, from, count);
    }
  }

  private boolean acceptsIds(DictionaryColumn coded) {
    if (size == 0) {
      dictionary = coded.dictionary();
    }
    return dictionary == coded.dictionary();
  }

  private void appendIds(DictionaryColumn coded, int[] rows, int from, int count) {
    ensureIds(count);
    int[] lane = coded.ids();
    for (int i = 0; i < count; i++) {
      ids[size + i] = lane[rows[from + i]];
    }
    nulls.append(coded.nulls(), rows, from, size, count, ids.length);
    size += count;
  }

  private void appendBytes(BytesColumn source, int[] rows, int from, int count) {
    int[] starts = source.offsets();
    long total = 0;
    for (int i = from; i < from + count; i++) {
      total += source.length(rows[i]);
    }
    ensureFlat(count, total);
    int end = offsets[size];
    for (int i = 0; i < count; i++) {
      int row = rows[from + i];
      int length = starts[row + 1] - starts[row];
      System.arraycopy(source.data(), starts[row], data, end, length);
      end += length;
      offsets[size + i + 1] = end;
    }
    nulls.append(source.nulls(), rows, from, size, count, offsets.length - 1);
    size += count;
  }

  private void appendEntries(DictionaryColumn coded, int[] rows, int from, int count) {
    long total = 0;
    for (int i = from; i < from + count; i++) {
      total += coded.isNull(rows[i]) ? 0 : coded.dictionary().length(coded.ids()[rows[i]]);
    }
    ensureFlat(count, total);
    int end = offsets[size];
    for (int i = 0; i < count; i++) {
      int row = rows[from + i];
      end += coded.isNull(row) ? 0 : coded.dictionary().copy(coded.ids()[row], data, end);
      offsets[size + i + 1] = end;
    }
    nulls.append(coded.nulls(), rows, from, size, count, offsets.length - 1);
    size += count;
  }

  private void becomeFlat() {
    if (dictionary == null) {
      return;
    }
    DictionaryColumn coded = DictionaryColumn.of(ids, dictionary, size, nulls.mask());
    int rows = size;
    dictionary = null;
    if (rows > 0) {
      int[] all = new int[rows];
      Arrays.setAll(all, i -> i);
      size = 0;
      expected = 0;
      appendEntries(coded, all, 0, rows);
    }
  }

  @Override
  public void appendDefaults(int count) {
    becomeFlat();
    ensureFlat(count, (long) count * width);
    int first = offsets[size];
    for (int i = 1; i <= count; i++) {
      offsets[size + i] = first + i * width;
    }
    Arrays.fill(data, first, offsets[size + count], (byte) 0);
    nulls.appendClear(size, count, offsets.length - 1);
    size += count;
  }

  @Override
  public void appendNulls(int count) {
    if (dictionary == null) {
      ensureFlat(count, 0);
      Arrays.fill(offsets, size + 1, size + count + 1, offsets[size]);
      nulls.appendSet(size, count, offsets.length - 1);
    } else {
      ensureIds(count);
      Arrays.fill(ids, size, size + count, 0);
      nulls.appendSet(size, count, ids.length);
    }
    size += count;
  }

  @Override
  public Column column() {
    return dictionary == null
        ? BytesColumn.of(data, offsets, size, nulls.mask())
        : DictionaryColumn.of(ids, dictionary, size, nulls.mask());
  }

  @Override
  public Column take() {
    Column taken;
    if (dictionary == null) {
      trim();
      taken = BytesColumn.of(data, offsets, size, nulls.take());
      data = NO_DATA;
      offsets = NO_OFFSETS;
    } else {
      taken = DictionaryColumn.of(ids, dictionary, size, nulls.take());
      ids = NO_IDS;
    }
    size = 0;
    expected = 0;
    dictionary = null;
    return taken;
  }

  private void trim() {
    int length = Capacity.trimmed(offsets[size], data.length);
    if (length < data.length) {
      memory.grow(length);
      byte[] exact = Arrays.copyOf(data, length);
      memory.shrink(data.length);
      data = exact;
    }
  }

  private void ensureIds(int count) {
    if (size + count > ids.length) {
      int length = Capacity.grown(ids.length, Math.max(expected, (long) size + count));
      memory.grow(4L * length);
      int[] grown = new int[length];
      System.arraycopy(ids, 0, grown, 0, size);
      memory.shrink(4L * ids.length);
      ids = grown;
    }
  }

  private void ensureFlat(int count, long bytes) {
    if (size + count + 1 > offsets.length) {
      int length = Capacity.grown(offsets.length, Math.max(expected, (long) size + count) + 1);
      memory.grow(4L * length);
      int[] grown = new int[length];
      System.arraycopy(offsets, 0, grown, 0, size + 1);
      memory.shrink(offsets == NO_OFFSETS ? 0 : 4L * offsets.length);
      offsets = grown;
    }
    if (offsets[size] + bytes > data.length) {
      int length = Capacity.grown(data.length, offsets[size] + bytes);
      memory.grow(length);
      byte[] grown = new byte[length];
      System.arraycopy(data, 0, grown, 0, offsets[size]);
      memory.shrink(data.length);
      data = grown;
    }
  }
}
