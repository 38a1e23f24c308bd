// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.nested;

import io.twinhouse.engine.buffer.ColumnBuffer;
import io.twinhouse.engine.column.ArrayColumn;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.function.Invocation;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.type.Type;
import java.util.Arrays;

/** An array result whose elements are chosen from those of one argument; reused over batches. */
public final class ElementPicks {

  private static final int[] NONE = {};

  private final ColumnBuffer elements;
  private final Reservation memory;
  private int[] picks = NONE;
  private int[] offsets = NONE;
  private int count;
  private int rows;

  private ElementPicks(Type element, Reservation memory) {
    this.elements = ColumnBuffer.of(element, memory);
    this.memory = memory;
  }

  /** The picks of a call site, none yet, with room for {@code expected} of them. */
  public static ElementPicks of(Invocation call, Type element, int expected) {
    ElementPicks picks =
        call.scratch().keep(ElementPicks.class, memory -> new ElementPicks(element, memory));
    picks.reset(call.rows(), expected);
    return picks;
  }

  private void reset(int expectedRows, int expected) {
    if (offsets.length <= expectedRows) {
      memory.grow(4L * (expectedRows + 1 - offsets.length));
      offsets = new int[expectedRows + 1];
    }
    count = 0;
    rows = 0;
    ensure(expected);
  }

  private void ensure(int more) {
    long needed = (long) count + more;
    if (needed > picks.length) {
      if (needed > Integer.MAX_VALUE - 16) {
        throw new TwinhouseException(
            ErrorCode.TOO_LARGE_ARRAY_SIZE, "Arrays of one batch hold " + needed + " elements");
      }
      int length = (int) Math.min(Integer.MAX_VALUE - 16, Math.max(needed, picks.length * 2L));
      memory.grow(4L * (length - picks.length));
      picks = Arrays.copyOf(picks, length);
    }
  }

  /** Adds an element to the row in the making. */
  public void add(int element) {
    if (count == picks.length) {
      ensure(1);
    }
    picks[count++] = element;
  }

  /** Adds elements {@code [from, to)}. */
  public void addRange(int from, int to) {
    ensure(Math.max(0, to - from));
    for (int element = from; element < to; element++) {
      picks[count++] = element;
    }
  }

  /** Picks so far, of all rows. */
  public int count() {
    return count;
  }

  /** The picks themselves, for owners that reorder those of the row in the making. */
  public int[] picks() {
    return picks;
  }

  /** Keeps at most {@code most} of the picks behind the first {@code start}. */
  public void cut(int start, long most) {
    count = start + (int) Math.min(most, count - start);
  }

  /** Ends a row. */
  public void endRow() {
    offsets[++rows] = count;
  }

  /** The rows, their elements taken from {@code source}; valid until the next batch. */
  public ArrayColumn column(Column source) {
    elements.reset();
    elements.append(source, picks, 0, count);
    return ArrayColumn.of(offsets, elements.column(), rows);
  }
}
