// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.collect;

import io.twinhouse.engine.column.ArrayColumn;
import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.function.Accumulator;
import io.twinhouse.engine.function.StateReader;
import io.twinhouse.engine.function.aggregate.state.CellOrder;
import io.twinhouse.engine.function.aggregate.state.GroupCapacity;
import io.twinhouse.engine.function.aggregate.state.StateBytes;
import io.twinhouse.engine.function.lane.LongLane;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.type.DateType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.Type;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * groupUniqArray of unsigned values of up to 16 bits, such as days: two bytes a value, kept in the
 * order of first appearance and shown in that of ClickHouse's table. A short list is looked
 * through; a long one has bits beside it, from its least to its largest value.
 */
final class NarrowUniqArray implements Accumulator {

  private static final int FIRST = 4;

  /** Lists longer than this have bits. */
  private static final int LOOKED_THROUGH = 128;

  private static final int FIXED_BYTES = 4 + 4 + 2 * GroupCapacity.REFERENCE;

  private final Type type;
  private final int width;
  private final long most;
  private final Reservation memory;
  private int[] sizes = {};
  private char[] @Nullable [] lists = {};
  private long[] @Nullable [] bits = {};
  private int[] bases = {};

  NarrowUniqArray(Type type, long most, Reservation memory) {
    this.type = type;
    this.width = type.equals(IntegerType.UINT8) ? 1 : 2;
    this.most = most;
    this.memory = memory;
  }

  static boolean isFor(Type type) {
    return (type instanceof DateType date && date.bits() == 16)
        || type.equals(IntegerType.UINT8)
        || type.equals(IntegerType.UINT16);
  }

  @Override
  public void resize(int groups) {
    int old = sizes.length;
    if (groups > old) {
      int length = GroupCapacity.grown(old, groups);
      memory.grow((long) FIXED_BYTES * length);
      sizes = Arrays.copyOf(sizes, length);
      lists = Arrays.copyOf(lists, length);
      bits = Arrays.copyOf(bits, length);
      bases = Arrays.copyOf(bases, length);
      memory.shrink((long) FIXED_BYTES * old);
    }
  }

  @Override
  public void add(Column[] arguments, int[] groups, int rows) {
    LongLane values = LongLane.of(arguments[0]);
    for (int row = 0; row < rows; row++) {
      if (groups[row] >= 0) {
        add((char) values.at(row), groups[row]);
      }
    }
  }

  private void add(char value, int group) {
    int size = sizes[group];
    char[] list = lists[group];
    if (list == null) {
      list = room(group, FIRST);
    } else if (holds(group, list, size, value)) {
      return;
    } else if (size == list.length) {
      list = room(group, Math.multiplyExact(size, 2));
    }
    list[size] = value;
    sizes[group] = size + 1;
    if (bits[group] != null) {
      mark(group, value);
    } else if (size >= LOOKED_THROUGH) {
      for (int i = 0; i <= size; i++) {
        mark(group, list[i]);
      }
    }
  }

  private boolean holds(int group, char[] list, int size, char value) {
    long[] set = bits[group];
    if (set != null) {
      int word = (value >>> 6) - bases[group];
      return word >= 0 && word < set.length && (set[word] >>> value & 1) != 0;
    }
    for (int i = 0; i < size; i++) {
      if (list[i] == value) {
        return true;
      }
    }
    return false;
  }

  private char[] room(int group, int length) {
    memory.grow(GroupCapacity.ARRAY_HEADER + 2L * length);
    char[] old = lists[group];
    char[] list = old == null ? new char[length] : Arrays.copyOf(old, length);
    if (old != null) {
      memory.shrink(GroupCapacity.ARRAY_HEADER + 2L * old.length);
    }
    lists[group] = list;
    return list;
  }

  private void mark(int group, char value) {
    long[] set = bits[group];
    int word = value >>> 6;
    if (set == null || word < bases[group] || word >= bases[group] + set.length) {
      int first = set == null ? word : Math.min(word, bases[group]);
      int last = set == null ? word : Math.max(word, bases[group] + set.length - 1);
      memory.grow(GroupCapacity.ARRAY_HEADER + 8L * (last - first + 1));
      long[] wider = new long[last - first + 1];
      if (set != null) {
        System.arraycopy(set, 0, wider, bases[group] - first, set.length);
        memory.shrink(GroupCapacity.ARRAY_HEADER + 8L * set.length);
      }
      bits[group] = wider;
      bases[group] = first;
      set = wider;
    }
    set[word - bases[group]] |= 1L << value;
  }

  @Override
  public void merge(Accumulator other, int[] target, int groups) {
    NarrowUniqArray states = (NarrowUniqArray) other;
    for (int group = 0; group < Math.min(groups, states.sizes.length); group++) {
      char[] list = states.lists[group];
      for (int i = 0; list != null && i < states.sizes[group]; i++) {
        add(list[i], target[group]);
      }
    }
  }

  @Override
  public ArrayColumn results(int from, int count) {
    int[] offsets = new int[count + 1];
    for (int i = 0; i < count; i++) {
      offsets[i + 1] = Math.addExact(offsets[i], (int) Math.min(sizes[from + i], most));
    }
    long[] values = new long[offsets[count]];
    for (int i = 0; i < count; i++) {
      char[] list = lists[from + i];
      for (int at = offsets[i]; list != null && at < offsets[i + 1]; at++) {
        values[at] = list[at - offsets[i]];
      }
    }
    ArrayColumn all = ArrayColumn.of(offsets, LongColumn.of(values, values.length, null), count);
    return CellOrder.ofLists(type, all, count, memory);
  }

  @Override
  public void writeState(int group, BytesBuffer out) {
    ArrayColumn list = results(group, 1);
    LongLane values = LongLane.of(list.elements());
    StateBytes.writeVarint(out, list.length(0));
    for (int i = 0; i < list.length(0); i++) {
      StateBytes.writeBytes(out, values.at(i), width);
    }
  }

  @Override
  public void mergeState(int group, StateReader in) {
    int count = in.readCount(width);
    for (int i = 0; i < count; i++) {
      add((char) in.readBytes(width), group);
    }
  }
}
