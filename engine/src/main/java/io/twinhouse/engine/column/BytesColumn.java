// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.column;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The BYTES lane: row i is {@code data[offsets[i] .. offsets[i + 1])}. */
public final class BytesColumn extends Column {

  private final byte[] data;
  private final int[] offsets;

  private BytesColumn(byte[] data, int[] offsets, int size, boolean @Nullable [] nulls) {
    super(size, nulls);
    this.data = data;
    this.offsets = offsets;
  }

  public static BytesColumn of(byte[] data, int[] offsets, int size, boolean @Nullable [] nulls) {
    return new BytesColumn(data, offsets, size, nulls);
  }

  /** A column of UTF-8 texts; null elements become NULL. */
  public static BytesColumn ofStrings(@Nullable String... texts) {
    BytesBuffer buffer = new BytesBuffer(texts.length);
    boolean[] nulls = null;
    for (int i = 0; i < texts.length; i++) {
      String text = texts[i];
      if (text == null) {
        nulls = nulls == null ? new boolean[texts.length] : nulls;
        nulls[i] = true;
        buffer.append(new byte[0], 0, 0);
      } else {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        buffer.append(bytes, 0, bytes.length);
      }
    }
    return buffer.toColumn(nulls);
  }

  public byte[] data() {
    return data;
  }

  /** At least {@code size() + 1} ascending positions in {@link #data()}. */
  public int[] offsets() {
    return offsets;
  }

  public int length(int row) {
    return offsets[row + 1] - offsets[row];
  }

  /** A copy of the bytes of one row. */
  public byte[] bytes(int row) {
    return Arrays.copyOfRange(data, offsets[row], offsets[row + 1]);
  }

  /** One row read as UTF-8. */
  public String string(int row) {
    return new String(data, offsets[row], length(row), StandardCharsets.UTF_8);
  }

  @Override
  public Column gather(int[] rows, int count) {
    int total = 0;
    for (int i = 0; i < count; i++) {
      total = Math.addExact(total, length(rows[i]));
    }
    byte[] chosen = new byte[total];
    int[] chosenOffsets = new int[count + 1];
    int end = 0;
    for (int i = 0; i < count; i++) {
      int length = length(rows[i]);
      System.arraycopy(data, offsets[rows[i]], chosen, end, length);
      end += length;
      chosenOffsets[i + 1] = end;
    }
    return new BytesColumn(chosen, chosenOffsets, count, gatherNulls(rows, count));
  }

  @Override
  public Column withNulls(boolean @Nullable [] mask) {
    return new BytesColumn(data, offsets, size(), mask);
  }

  @Override
  public long retainedBytes() {
    return data.length + 4L * offsets.length + nullBytes();
  }
}
