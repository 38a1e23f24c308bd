// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.state;

import io.twinhouse.engine.column.ArrayColumn;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.type.Type;
import java.util.Arrays;

/**
 * The order in which ClickHouse's hash tables hand out what was put into them, found by putting the
 * hashes of the entries into a table like theirs: linear probing from the hash on, most of them
 * four times (from 2^23 cells on twice) as large when more than half full, and the entry that is
 * zero apart from the others and in front of them. Of two entries that ask for one cell the first
 * to come has it, so that the order of arrival counts too. Measured on the server from outside. Not
 * thread-safe.
 */
public final class CellOrder {

  private static final int DOUBLING_FROM = 23;

  private final long[] hashes;
  private final int step;
  private int degree;

  /** The number of the entry in each cell plus one; zero in a free one. */
  private int[] cells;

  private CellOrder(long[] hashes, int degree, int step) {
    this.hashes = hashes;
    this.degree = degree;
    this.step = step;
    cells = new int[1 << degree];
  }

  /**
   * The rows {@code [from, from + count)}, which differ and came in this order, as the cells of a
   * table stand.
   *
   * @param memory holds the table while it is needed
   */
  public static int[] of(CellHash entries, int from, int count, Reservation memory) {
    long bytes = 4L * largest(count, entries.degree(), entries.step()) + 12L * count;
    memory.grow(bytes);
    long[] hashes = new long[count];
    int zero = -1;
    for (int entry = 0; entry < count; entry++) {
      hashes[entry] = entries.at(from + entry);
      zero = entries.isZero(from + entry) ? entry : zero;
    }
    CellOrder table = new CellOrder(hashes, entries.degree(), entries.step());
    for (int entry = 0; entry < count; entry++) {
      if (entry != zero) {
        table.put(entry);
      }
    }
    int[] order = table.order(from, count, zero);
    memory.shrink(bytes);
    return order;
  }

  /** The values of each of {@code count} lists as the cells of a table stand. */
  public static ArrayColumn ofLists(Type type, ArrayColumn lists, int count, Reservation memory) {
    int end = lists.offsets()[count];
    memory.grow(4L * end);
    int[] rows = new int[end];
    CellHash entries = CellHash.ofValues(type, lists.elements(), end);
    for (int list = 0; list < count; list++) {
      int start = lists.offsets()[list];
      int[] order = of(entries, start, lists.length(list), memory);
      System.arraycopy(order, 0, rows, start, order.length);
    }
    ArrayColumn arranged =
        ArrayColumn.of(lists.offsets(), lists.elements().gather(rows, end), count);
    memory.shrink(4L * end);
    return arranged;
  }

  /** Cells of the table in the end and, while it moved, of the one before. */
  private static long largest(int count, int degree, int step) {
    int end = degree;
    long before = 0;
    while (count > 1L << (end - 1)) {
      before = 1L << end;
      end = next(end, step);
    }
    return (1L << end) + before;
  }

  private static int next(int degree, int step) {
    return degree + (degree >= DOUBLING_FROM ? 1 : step);
  }

  private void put(int entry) {
    cells[find(entry)] = entry + 1;
    // The entry that is zero counts, but a table never grows by it.
    if (entry + 1 > 1 << (degree - 1)) {
      grow();
    }
  }

  private int find(int entry) {
    int mask = cells.length - 1;
    int cell = (int) hashes[entry] & mask;
    while (cells[cell] != 0 && cells[cell] != entry + 1) {
      cell = cell + 1 & mask;
    }
    return cell;
  }

  /** Cells stay where they are and then move one by one, as the server has them do. */
  private void grow() {
    int old = 1 << degree;
    degree = next(degree, step);
    cells = Arrays.copyOf(cells, 1 << degree);
    int cell = 0;
    for (; cell < old; cell++) {
      move(cell);
    }
    // A run of cells that went around the end of the old table goes on behind it.
    for (; cells[cell] != 0; cell++) {
      move(cell);
    }
  }

  private void move(int cell) {
    int entry = cells[cell];
    if (entry == 0) {
      return;
    }
    int target = find(entry - 1);
    if (cells[target] == 0) {
      cells[target] = entry;
      cells[cell] = 0;
    }
  }

  private int[] order(int from, int count, int zero) {
    int[] order = new int[count];
    int size = 0;
    if (zero >= 0) {
      order[size++] = from + zero;
    }
    for (int entry : cells) {
      if (entry != 0) {
        order[size++] = from + entry - 1;
      }
    }
    return order;
  }
}
