// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.lane;

import io.twinhouse.engine.column.BytesColumn;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ConstantColumn;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Rows of a BYTES column of any encoding. */
public final class BytesLane {

  private final byte[] data;
  private final int[] offsets;
  private final int mask;

  private BytesLane(BytesColumn column, int mask) {
    this.data = column.data();
    this.offsets = column.offsets();
    this.mask = mask;
  }

  public static BytesLane of(Column column) {
    if (column instanceof ConstantColumn constant) {
      return new BytesLane((BytesColumn) constant.value(), 0);
    }
    return new BytesLane((BytesColumn) column.flatten(), -1);
  }

  public byte[] data() {
    return data;
  }

  public int start(int row) {
    return offsets[row & mask];
  }

  public int end(int row) {
    return offsets[(row & mask) + 1];
  }

  public int length(int row) {
    return end(row) - start(row);
  }

  public boolean isConstant() {
    return mask == 0;
  }

  /** A copy of the bytes of one row. */
  public byte[] bytes(int row) {
    return Arrays.copyOfRange(data, start(row), end(row));
  }

  /** One row read as UTF-8. */
  public String string(int row) {
    return new String(data, start(row), length(row), StandardCharsets.UTF_8);
  }

  /** One row, one char a byte: keeps every byte as it is. */
  public String latin1(int row) {
    return new String(data, start(row), length(row), StandardCharsets.ISO_8859_1);
  }

  /** Order of two rows by unsigned bytes. */
  public static int compare(BytesLane a, int rowA, BytesLane b, int rowB) {
    return Arrays.compareUnsigned(
        a.data, a.start(rowA), a.end(rowA), b.data, b.start(rowB), b.end(rowB));
  }

  public static boolean equal(BytesLane a, int rowA, BytesLane b, int rowB) {
    return Arrays.equals(a.data, a.start(rowA), a.end(rowA), b.data, b.start(rowB), b.end(rowB));
  }
}
