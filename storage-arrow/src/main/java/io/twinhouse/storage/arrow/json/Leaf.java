// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.json;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.type.Type;
import io.twinhouse.storage.arrow.lane.BytesLane;
import io.twinhouse.storage.arrow.lane.DoubleLane;
import io.twinhouse.storage.arrow.lane.LaneBuffer;
import io.twinhouse.storage.arrow.lane.LongLane;
import java.util.Arrays;

/** The values of one type of one path, and the rows that have them, ascending. */
final class Leaf {

  private final String path;
  private final Type type;
  private final String shape;
  private final Reservation memory;
  private final LaneBuffer values;
  private int[] rows = new int[0];
  private int size;

  /**
   * @param type of the values as they are kept; arrays are kept as text
   * @param shape for arrays their type, else empty
   */
  Leaf(String path, Type type, String shape, Reservation memory) {
    this.path = path;
    this.type = type;
    this.shape = shape;
    this.memory = memory;
    this.values = LaneBuffer.of(type, memory);
  }

  String path() {
    return path;
  }

  Type type() {
    return type;
  }

  String shape() {
    return shape;
  }

  /** The rows that have a value, ascending; as many as {@link #values} has. */
  int[] rows() {
    return rows;
  }

  int size() {
    return size;
  }

  Column values() {
    return values.view();
  }

  /** Adds a row whose value follows. */
  void addRow(int row) {
    if (size == rows.length) {
      int length = Math.max(16, size + (size >> 1));
      memory.grow(4L * (length - size));
      rows = Arrays.copyOf(rows, length);
    }
    rows[size++] = row;
  }

  /** Adds the values of the rows added last. */
  void addValues(Column column, int count) {
    values.append(column, 0, count);
  }

  void add(int row, long value) {
    addRow(row);
    int at = values.size();
    ((LongLane) values).room(1)[at] = value;
  }

  void add(int row, double value) {
    addRow(row);
    int at = values.size();
    ((DoubleLane) values).room(1)[at] = value;
  }

  void add(int row, byte[] data, int from, int length) {
    addRow(row);
    ((BytesLane) values).append(data, from, length);
  }
}
