// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.collect;

import io.twinhouse.engine.column.ArrayColumn;
import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.function.StateReader;
import io.twinhouse.engine.function.aggregate.object.GroupObject;
import io.twinhouse.engine.function.aggregate.object.RowInput;
import io.twinhouse.engine.function.aggregate.state.CellHash;
import io.twinhouse.engine.function.aggregate.state.CellOrder;
import io.twinhouse.engine.function.aggregate.state.StateBytes;
import io.twinhouse.engine.function.aggregate.state.ValueCodec;
import io.twinhouse.engine.function.aggregate.state.ValueWidth;
import io.twinhouse.engine.function.hash.IntHash;
import io.twinhouse.engine.function.hash.TableHash;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.type.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** groupArrayIntersect: what all arrays have in common, as the cells of a table of theirs stand. */
final class CommonValues implements GroupObject<CommonValues> {

  /** An entry of a set, a value and an array around its bytes. */
  private static final int ENTRY_BYTES = 136;

  /** Binary logarithm of the cells of an empty table. */
  private static final int DEGREE = 8;

  private final Type type;
  private final boolean number;
  private final ValueCodec codec;
  private final Reservation memory;
  private Set<Value> values = new LinkedHashSet<>();
  private long arrays;
  private int degree = DEGREE;

  /**
   * @param number whether the elements are kept as bare numbers and not as the bytes of a key
   */
  CommonValues(Type type, boolean number, Reservation memory) {
    this.type = type;
    this.memory = memory;
    this.number = number;
    codec = new ValueCodec(type, ValueCodec.Form.KEY);
  }

  private static long bytesOf(Value value) {
    return (long) ENTRY_BYTES + value.length();
  }

  /** Takes a set in place of the own one. */
  private void become(Set<Value> other) {
    long before = values.stream().mapToLong(CommonValues::bytesOf).sum();
    values = other;
    degree = DEGREE;
    memory.shrink(before);
  }

  private void put(Set<Value> target, Value value) {
    if (!target.contains(value)) {
      memory.grow(bytesOf(value));
      target.add(value);
    }
  }

  @Override
  public void add(RowInput in, int row) {
    arrays++;
    if (arrays > 1 && values.isEmpty()) {
      return;
    }
    Set<Value> kept = new LinkedHashSet<>();
    ArrayColumn column = (ArrayColumn) in.column(0);
    for (int e = column.offsets()[row]; e < column.offsets()[row + 1]; e++) {
      BytesBuffer bytes = new BytesBuffer(1);
      codec.write(column.elements(), e, bytes);
      bytes.endRow();
      Value value = new Value(bytes.toColumn(null).bytes(0));
      if (arrays == 1 || values.contains(value)) {
        put(kept, value);
      }
    }
    become(kept);
  }

  @Override
  public void merge(CommonValues other) {
    if (other.arrays == 0) {
      return;
    }
    boolean first = arrays++ == 0;
    if (!first && values.isEmpty()) {
      return;
    }
    // Of sets of numbers the server goes through the smaller one.
    boolean own = !first && (!number || other.values.size() >= values.size());
    Set<Value> kept = new LinkedHashSet<>();
    for (Value value : own ? ordered() : other.ordered()) {
      if (first || (own ? other.values : values).contains(value)) {
        put(kept, value);
      }
    }
    become(kept);
  }

  private List<Value> ordered() {
    List<Value> all = new ArrayList<>(values);
    List<Value> ordered = new ArrayList<>(all.size());
    for (int place : CellOrder.of(new Cells(all, number, degree), 0, all.size(), memory)) {
      ordered.add(all.get(place));
    }
    return ordered;
  }

  private static StateReader reader(Value value) {
    return new StateReader(value.bytes(), 0, value.length());
  }

  @Override
  public void result(ColumnBuilder out) {
    for (Value value : ordered()) {
      codec.read(reader(value), out.elements());
    }
    out.endRow();
  }

  @Override
  public void write(BytesBuffer out) {
    StateBytes.writeVarint(out, arrays);
    StateBytes.writeVarint(out, values.size());
    for (Value value : ordered()) {
      if (!number) {
        StateBytes.writeVarint(out, value.length());
      }
      out.write(value.bytes(), 0, value.length());
    }
  }

  @Override
  public void read(StateReader in) {
    arrays = in.readVarint();
    int size = in.readCount(1);
    for (int i = 0; i < size; i++) {
      long length = number ? ValueWidth.numberBytes(type) : in.readVarint();
      int start = in.skip(length);
      byte[] bytes = Arrays.copyOfRange(in.data(), start, in.position());
      if (!number) {
        codec.read(new StateReader(bytes, 0, bytes.length), ColumnBuilder.of(type));
      }
      put(values, new Value(bytes));
    }
    if (size > 1) {
      degree = Math.max(DEGREE, 33 - Integer.numberOfLeadingZeros(size - 1));
    }
  }

  /** The bytes of a value. */
  private record Value(byte[] bytes) {

    int length() {
      return bytes.length;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Value value && Arrays.equals(bytes, value.bytes);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(bytes);
    }
  }

  /** Where the server puts values. */
  private record Cells(List<Value> values, boolean number, int degree) implements CellHash {

    private long bits(int row) {
      Value value = values.get(row);
      return reader(value).readBytes(value.length());
    }

    @Override
    public long at(int row) {
      Value value = values.get(row);
      return number ? IntHash.mixed(bits(row)) : TableHash.ofText(value.bytes(), 0, value.length());
    }

    @Override
    public boolean isZero(int row) {
      return number ? bits(row) == 0 : values.get(row).length() == 0;
    }
  }
}
