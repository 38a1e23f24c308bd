// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.state;

import io.twinhouse.engine.buffer.ColumnBuffer;
import io.twinhouse.engine.column.ArrayColumn;
import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.function.StateReader;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.type.Type;
import java.util.Arrays;

/** Lists of values by group, in the order in which they came. */
public final class GroupedValues {

  private final Type type;
  private final ElementCodec codec;
  private final ColumnBuffer values;
  private final GroupInts owners;
  private final RowNumbers chosen;
  private final GroupIndex index;

  public GroupedValues(Type type, Reservation memory) {
    this(type, ElementCodec.ofValues(type), memory);
  }

  private GroupedValues(Type type, ElementCodec codec, Reservation memory) {
    this.type = type;
    this.codec = codec;
    values = ColumnBuffer.of(type, memory);
    owners = new GroupInts(memory);
    chosen = new RowNumbers(memory);
    index = new GroupIndex(memory);
  }

  /** Lists of values that differ. */
  public static GroupedValues ofDistinct(Type type, Reservation memory) {
    return new GroupedValues(type, ElementCodec.ofDistinct(type), memory);
  }

  /** Lists that are written as bare numbers whatever their type. */
  public static GroupedValues ofNumbers(Type type, Reservation memory) {
    return new GroupedValues(type, ElementCodec.ofNumber(type), memory);
  }

  /** Adds rows of groups that are not negative. */
  public void add(Column column, int[] groups, int rows) {
    int[] kept = chosen.of(rows);
    int count = 0;
    for (int row = 0; row < rows; row++) {
      if (groups[row] >= 0) {
        kept[count++] = row;
      }
    }
    int size = values.size();
    owners.resize(Math.addExact(size, count));
    if (count == rows) {
      values.append(column, 0, rows);
    } else {
      values.append(column, kept, 0, count);
    }
    for (int i = 0; i < count; i++) {
      owners.values()[size + i] = groups[kept[i]];
    }
  }

  /** Adds the lists of another, its group i behind the list of {@code target[i]}. */
  public void merge(GroupedValues other, int[] target) {
    int count = other.values.size();
    int size = values.size();
    owners.resize(Math.addExact(size, count));
    values.append(other.values.column(), 0, count);
    for (int i = 0; i < count; i++) {
      owners.values()[size + i] = target[other.owners.values()[i]];
    }
  }

  private GroupIndex index() {
    if (index.rows() != values.size()) {
      index.build(owners.values(), values.size());
    }
    return index;
  }

  public int count(int group) {
    return index().count(group);
  }

  /** The values of all groups and, in {@link #rowsOf}, where those of one are. */
  public Column all() {
    return values.column();
  }

  /** The places of a group's values in {@link #all()}. */
  public int[] rowsOf(int group) {
    return index().rowsOf(group);
  }

  /** The first {@code most} values of each of the groups {@code [from, from + count)}. */
  public ArrayColumn lists(int from, int count, long most) {
    GroupIndex sorted = index();
    int[] offsets = new int[count + 1];
    for (int i = 0; i < count; i++) {
      int length = (int) Math.min(sorted.count(from + i), most);
      offsets[i + 1] = Math.addExact(offsets[i], length);
    }
    int[] rows = new int[offsets[count]];
    for (int i = 0; i < count; i++) {
      int length = offsets[i + 1] - offsets[i];
      System.arraycopy(sorted.order(), sorted.start(from + i), rows, offsets[i], length);
    }
    return ArrayColumn.of(offsets, values.column().gather(rows, rows.length), count);
  }

  public void write(int group, BytesBuffer out) {
    int[] rows = rowsOf(group);
    Column column = values.column();
    StateBytes.writeVarint(out, rows.length);
    for (int row : rows) {
      codec.write(column, row, out);
    }
  }

  /** Writes the one list of a column of lists in place of a group's own. */
  public void write(ArrayColumn list, BytesBuffer out) {
    StateBytes.writeVarint(out, list.length(0));
    for (int row = 0; row < list.length(0); row++) {
      codec.write(list.elements(), row, out);
    }
  }

  /** Receives values that were read. */
  @FunctionalInterface
  public interface Values {
    void accept(Column values, int rows);
  }

  public void readInto(StateReader in, Values sink) {
    int count = (int) in.readVarint();
    ColumnBuilder builder = ColumnBuilder.of(type);
    for (int i = 0; i < count; i++) {
      codec.read(in, builder);
    }
    sink.accept(builder.build(), count);
  }

  public void read(int group, StateReader in) {
    readInto(
        in,
        (column, count) -> {
          int[] groups = new int[count];
          Arrays.fill(groups, group);
          add(column, groups, count);
        });
  }
}
