// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.nested;

import io.twinhouse.engine.buffer.ColumnBuffer;
import io.twinhouse.engine.column.ArrayColumn;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ConstantColumn;
import io.twinhouse.engine.function.Invocation;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.type.Type;

/** An array result put together from runs of elements; reused from batch to batch. */
public final class ArrayWriter {

  private final ColumnBuffer elements;
  private final Reservation memory;
  private int[] offsets = new int[1];
  private int rows;

  private ArrayWriter(Type element, Reservation memory) {
    this.elements = ColumnBuffer.of(element, memory);
    this.memory = memory;
  }

  /** The writer of a call site, empty, for as many rows as the call has. */
  public static ArrayWriter of(Invocation call, Type element) {
    ArrayWriter writer =
        call.scratch().keep(ArrayWriter.class, memory -> new ArrayWriter(element, memory));
    writer.reset(call.rows());
    return writer;
  }

  /** A writer over memory of the caller's. */
  public static ArrayWriter over(Reservation memory, Type element, int rows) {
    ArrayWriter writer = new ArrayWriter(element, memory);
    writer.reset(rows);
    return writer;
  }

  /** Forgets all and makes room for {@code expected} rows. */
  public void reset(int expected) {
    if (offsets.length <= expected) {
      memory.grow(4L * (expected + 1 - (offsets.length == 1 ? 0 : offsets.length)));
      offsets = new int[expected + 1];
    }
    elements.reset();
    rows = 0;
  }

  /** Adds elements {@code [from, from + count)} of {@code source} to the row in the making. */
  public void append(Column source, int from, int count) {
    if (count == 0) {
      return;
    }
    if (source instanceof ConstantColumn constant) {
      for (int i = 0; i < count; i++) {
        elements.append(constant.value(), 0, 1);
      }
    } else {
      elements.append(source, from, count);
    }
  }

  /** Adds element {@code picks[i]} of {@code source} for each of {@code [from, from + count)}. */
  public void append(Column source, int[] picks, int from, int count) {
    elements.append(source, picks, from, count);
  }

  /** Adds elements of the value that stands for nothing. */
  public void appendDefaults(int count) {
    elements.appendDefaults(count);
  }

  public void appendNulls(int count) {
    elements.appendNulls(count);
  }

  /** Ends a row. */
  public void endRow() {
    offsets[++rows] = elements.size();
  }

  /** The rows written; valid until the next batch. */
  public ArrayColumn column() {
    return ArrayColumn.of(offsets, elements.column(), rows);
  }
}
