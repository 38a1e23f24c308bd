// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.lane;

import io.twinhouse.engine.column.BytesColumn;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.DictionaryColumn;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.memory.Reservation;
import java.util.Arrays;

/** The BYTES lane as bytes. */
public final class BytesLane extends LaneBuffer {

  private final byte[] defaultValue;
  private byte[] data = new byte[0];
  private int[] offsets = new int[1];

  public BytesLane(Reservation memory) {
    this(memory, new byte[0]);
  }

  BytesLane(Reservation memory, byte[] defaultValue) {
    super(memory);
    this.defaultValue = defaultValue;
  }

  /** The offsets, with room for {@code count} rows after the last; counts them as filled. */
  public int[] roomForRows(int count) {
    int needed = Math.addExact(size(), count);
    if (needed + 1 > offsets.length) {
      int length = grown(offsets.length, needed + 1);
      memory.grow(4L * (length - offsets.length));
      offsets = Arrays.copyOf(offsets, length);
    }
    grownTo(needed);
    return offsets;
  }

  /** The data, with room for {@code bytes} after {@code end}. */
  public byte[] roomForBytes(int end, long bytes) {
    long needed = end + bytes;
    if (needed > data.length) {
      if (needed > Integer.MAX_VALUE - 16) {
        throw new TwinhouseException(
            ErrorCode.TOO_LARGE_STRING_SIZE,
            "A block of strings would take " + needed + " bytes; insert or read smaller blocks");
      }
      int length = grown(data.length, (int) needed);
      memory.grow(length - data.length);
      data = Arrays.copyOf(data, length);
    }
    return data;
  }

  /** Where the data of the next row begins. */
  public int end() {
    return offsets[size()];
  }

  /** Appends one value. */
  public void append(byte[] source, int from, int length) {
    int end = end();
    System.arraycopy(source, from, roomForBytes(end, length), end, length);
    int row = size();
    roomForRows(1)[row + 1] = end + length;
  }

  @Override
  public void clear() {
    super.clear();
    offsets[0] = 0;
  }

  @Override
  void appendFlat(Column source, int from, int count) {
    if (source instanceof DictionaryColumn coded) {
      appendEntries(coded, from, count);
      return;
    }
    BytesColumn bytes = (BytesColumn) source;
    int first = bytes.offsets()[from];
    int length = bytes.offsets()[from + count] - first;
    int end = end();
    int row = size();
    System.arraycopy(bytes.data(), first, roomForBytes(end, length), end, length);
    int[] target = roomForRows(count);
    int shift = end - first;
    for (int i = 1; i <= count; i++) {
      target[row + i] = bytes.offsets()[from + i] + shift;
    }
  }

  private void appendEntries(DictionaryColumn coded, int from, int count) {
    int end = end();
    int row = size();
    int[] target = roomForRows(count);
    for (int i = 0; i < count; i++) {
      if (!coded.isNull(from + i)) {
        int id = coded.ids()[from + i];
        byte[] bytes = roomForBytes(end, coded.dictionary().length(id));
        end += coded.dictionary().copy(id, bytes, end);
      }
      target[row + i + 1] = end;
    }
  }

  @Override
  public void appendDefaults(int count) {
    for (int i = 0; i < count; i++) {
      append(defaultValue, 0, defaultValue.length);
    }
  }

  @Override
  public Column view() {
    return BytesColumn.of(data, offsets, size(), nullsOrNone());
  }
}
