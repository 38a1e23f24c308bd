// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.column;

import org.jspecify.annotations.Nullable;

/** The ARRAY lane: row i holds elements {@code [offsets[i], offsets[i + 1])}. */
public final class ArrayColumn extends Column {

  private final int[] offsets;
  private final Column elements;

  private ArrayColumn(int[] offsets, Column elements, int size, boolean @Nullable [] nulls) {
    super(size, nulls);
    this.offsets = offsets;
    this.elements = elements;
  }

  public static ArrayColumn of(int[] offsets, Column elements, int size) {
    return new ArrayColumn(offsets, elements, size, null);
  }

  public int[] offsets() {
    return offsets;
  }

  /** The elements of all rows, one after the other. */
  public Column elements() {
    return elements;
  }

  public int length(int row) {
    return offsets[row + 1] - offsets[row];
  }

  @Override
  public Column gather(int[] rows, int count) {
    int[] chosenOffsets = new int[count + 1];
    for (int i = 0; i < count; i++) {
      chosenOffsets[i + 1] = Math.addExact(chosenOffsets[i], length(rows[i]));
    }
    int[] elementRows = new int[chosenOffsets[count]];
    int end = 0;
    for (int i = 0; i < count; i++) {
      for (int e = offsets[rows[i]]; e < offsets[rows[i] + 1]; e++) {
        elementRows[end++] = e;
      }
    }
    Column chosen = elements.gather(elementRows, end);
    return new ArrayColumn(chosenOffsets, chosen, count, gatherNulls(rows, count));
  }

  @Override
  public Column withNulls(boolean @Nullable [] mask) {
    return new ArrayColumn(offsets, elements, size(), mask);
  }

  @Override
  public long retainedBytes() {
    return 4L * offsets.length + elements.retainedBytes() + nullBytes();
  }
}
