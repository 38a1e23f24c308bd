// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.index;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.function.IntConsumer;
import org.roaringbitmap.ContainerPointer;
import org.roaringbitmap.RoaringBitmap;

/** An immutable set of row numbers of one part. */
public final class RowSet {

  /** Rows of a block: the bitmap keeps each on its own. */
  static final int BLOCK_ROWS = 1 << 16;

  public static final RowSet EMPTY = new RowSet(new RoaringBitmap());

  private final RoaringBitmap rows;

  private RowSet(RoaringBitmap rows) {
    this.rows = rows;
  }

  /** The rows {@code rows[0..count)}, ascending. */
  public static RowSet of(int[] rows, int count) {
    if (count == 0) {
      return EMPTY;
    }
    RoaringBitmap bitmap = new RoaringBitmap();
    bitmap.addN(rows, 0, count);
    bitmap.runOptimize();
    return new RowSet(bitmap);
  }

  public boolean isEmpty() {
    return rows.isEmpty();
  }

  public int size() {
    return rows.getCardinality();
  }

  public boolean contains(int row) {
    return rows.contains(row);
  }

  public RowSet union(RowSet other) {
    if (isEmpty() || other.isEmpty()) {
      return isEmpty() ? other : this;
    }
    return new RowSet(RoaringBitmap.or(rows, other.rows));
  }

  /** This set without the rows of another. */
  public RowSet minus(RowSet other) {
    return other.isEmpty() ? this : new RowSet(RoaringBitmap.andNot(rows, other.rows));
  }

  /** This set with {@code more} rows, in any order. */
  public RowSet with(int[] more, int count) {
    if (count == 0) {
      return this;
    }
    RoaringBitmap bitmap = rows.clone();
    bitmap.addN(more, 0, count);
    return new RowSet(bitmap);
  }

  public void forEach(IntConsumer consumer) {
    rows.forEach((org.roaringbitmap.IntConsumer) consumer::accept);
  }

  /** Sets the bits of the rows of one block; the words come with zeros. */
  void spread(int block, long[] words) {
    ContainerPointer container = rows.getContainerPointer();
    while (container.getContainer() != null && container.key() < block) {
      container.advance();
    }
    if (container.getContainer() != null && container.key() == block) {
      container.getContainer().copyBitmapTo(words, 0);
    }
  }

  /** Whether a row of {@code [from, from + count)} is in the set. */
  public boolean meets(int from, int count) {
    return rows.intersects(from, (long) from + count);
  }

  /** How many rows of {@code [from, from + count)} are in the set. */
  public long countIn(int from, int count) {
    return rows.rangeCardinality(from, (long) from + count);
  }

  public void write(DataOutputStream output) throws IOException {
    rows.serialize(output);
  }

  public static RowSet read(DataInputStream input) throws IOException {
    RoaringBitmap bitmap = new RoaringBitmap();
    bitmap.deserialize(input);
    return new RowSet(bitmap);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RowSet set && rows.equals(set.rows);
  }

  @Override
  public int hashCode() {
    return rows.hashCode();
  }

  @Override
  public String toString() {
    return rows.toString();
  }
}
