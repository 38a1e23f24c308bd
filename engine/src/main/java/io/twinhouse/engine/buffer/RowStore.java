// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.buffer;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.type.Type;
import java.util.ArrayList;
import java.util.List;

/**
 * Rows kept until its owner is done, in chunks of {@link Batch#ROWS}. A row has an address: its
 * chunk's number times {@link Batch#ROWS} plus its row there. Addresses ascend in the order of
 * arrival but may skip numbers after {@link #adopt}. Not thread-safe while it grows; sealed stores
 * may be read by many threads.
 */
public final class RowStore {

  private static final int SHIFT = Integer.numberOfTrailingZeros(Batch.ROWS);
  private static final int MASK = Batch.ROWS - 1;

  private final List<Batch> chunks = new ArrayList<>();
  private final BatchBuffer open;
  private long rows;

  public RowStore(List<Type> types, Reservation memory) {
    open = new BatchBuffer(types, memory);
  }

  /** Copies all rows of a batch. */
  public void append(Batch batch) {
    append(batch, 0, batch.rows());
  }

  /** Copies rows {@code [from, from + count)} of a batch. */
  public void append(Batch batch, int from, int count) {
    int row = from;
    while (row < from + count) {
      int step = Math.min(from + count - row, Batch.ROWS - open.size());
      open.append(batch, row, step);
      row += step;
      sealIfFull();
    }
    rows += count;
  }

  /** Copies chosen rows of a batch. */
  public void append(Batch batch, int[] chosen, int count) {
    int from = 0;
    while (from < count) {
      int step = Math.min(count - from, Batch.ROWS - open.size());
      open.append(batch, chosen, from, step);
      from += step;
      sealIfFull();
    }
    rows += count;
  }

  private void sealIfFull() {
    if (open.size() == Batch.ROWS) {
      seal();
    }
  }

  /** Ends the chunk in the making; rows are readable by address from now on. */
  public void seal() {
    if (open.size() > 0) {
      if (chunks.size() >= Integer.MAX_VALUE >>> SHIFT) {
        throw new TwinhouseException(
            ErrorCode.TOO_MANY_ROWS, "More than " + rows + " rows are to be held at once");
      }
      chunks.add(open.take());
    }
  }

  /** Takes over the rows of another sealed store, whose memory must outlive this one. */
  public void adopt(RowStore other) {
    seal();
    chunks.addAll(other.chunks);
    rows += other.rows;
  }

  /** Rows held. */
  public long rows() {
    return rows;
  }

  public int chunks() {
    return chunks.size();
  }

  public Batch chunk(int index) {
    return chunks.get(index);
  }

  /** The address of row {@code row} of chunk {@code chunk}. */
  public static int address(int chunk, int row) {
    return chunk << SHIFT | row;
  }

  /** The chunk that an address points into. */
  public static int chunkOf(int address) {
    return address >>> SHIFT;
  }

  /** The row within its chunk that an address points at. */
  public static int rowOf(int address) {
    return address & MASK;
  }

  /** Writes the addresses of all rows, in order of arrival, to {@code target}. */
  public void addresses(int[] target) {
    int next = 0;
    for (int chunk = 0; chunk < chunks.size(); chunk++) {
      int count = chunks.get(chunk).rows();
      for (int row = 0; row < count; row++) {
        target[next++] = chunk << SHIFT | row;
      }
    }
  }

  /** Appends the rows at {@code addresses[from .. from + count)} to {@code out}. */
  public void gather(int[] addresses, int from, int count, BatchBuffer out) {
    for (int column = 0; column < out.width(); column++) {
      gather(column, addresses, from, count, out.column(column));
    }
    out.grown(count);
  }

  /** Appends one column of the rows at {@code addresses[from .. from + count)} to {@code out}. */
  public void gather(int column, int[] addresses, int from, int count, ColumnBuffer out) {
    int[] local = new int[Math.min(count, Batch.ROWS)];
    int end = from + count;
    int start = from;
    while (start < end) {
      int chunk = addresses[start] >>> SHIFT;
      int length = 0;
      while (length < local.length
          && start + length < end
          && addresses[start + length] >>> SHIFT == chunk) {
        local[length] = addresses[start + length] & MASK;
        length++;
      }
      out.append(chunks.get(chunk).column(column), local, 0, length);
      start += length;
    }
  }
}
