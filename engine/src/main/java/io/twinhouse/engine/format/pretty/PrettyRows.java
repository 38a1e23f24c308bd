// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.format.pretty;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of a table that are shown: all, or as many as are wanted from either end. */
final class PrettyRows {

  /**
   * @param tip what stands beside the row
   */
  record Row(long number, PrettyCell[] cells, @Nullable String tip) {
    int height() {
      int height = 1;
      for (PrettyCell cell : cells) {
        height = Math.max(height, cell.lines().size());
      }
      return height;
    }
  }

  private final long headRows;
  private final long tailRows;
  private final List<Row> head = new ArrayList<>();
  private final Deque<Row> tail = new ArrayDeque<>();
  private final long firstNumber;
  private long count;

  PrettyRows(long firstNumber, long maxRows) {
    this.firstNumber = firstNumber;
    tailRows = maxRows / 2;
    headRows = maxRows - tailRows;
  }

  void add(PrettyCell[] cells, @Nullable String tip) {
    Row row = new Row(firstNumber + count, cells, tip);
    count++;
    if (head.size() < headRows) {
      head.add(row);
      return;
    }
    tail.add(row);
    if (tail.size() > tailRows) {
      tail.remove();
    }
  }

  /** Shows none of the rows, whose numbers stay. */
  void hide() {
    head.clear();
    tail.clear();
  }

  /** Rows added, shown or not. */
  long count() {
    return count;
  }

  long lastNumber() {
    return firstNumber + count - 1;
  }

  /** Columns of the screen left of the table. */
  int margin(boolean numbered) {
    return numbered ? Long.toString(lastNumber()).length() + 2 : 0;
  }

  List<Row> shown() {
    List<Row> rows = new ArrayList<>(head);
    rows.addAll(tail);
    return rows;
  }

  /** Whether rows are left out before the one shown at {@code index}. */
  boolean isBehindGap(int index) {
    return index == head.size() && index > 0 && head.size() + tail.size() < count;
  }
}
