// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.collect;

import io.twinhouse.engine.column.ArrayColumn;
import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.function.Accumulator;
import io.twinhouse.engine.function.StateReader;
import io.twinhouse.engine.function.aggregate.state.GroupCapacity;
import io.twinhouse.engine.function.aggregate.state.StateBytes;
import io.twinhouse.engine.function.lane.LongLane;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * groupUniqArray of unsigned values of up to 16 bits, such as days, for those to whom the order of
 * the array does not show: a bit a value, two bytes a group for each aligned block of 16 values
 * that any group has. A window of 30 days lies in three blocks at most. Values that are spread over
 * more than 32 make it go on with lists.
 */
final class DaySets implements Accumulator {

  private static final int MOST_BLOCKS = 32;

  /** Values of a block are {@code 1 << SHIFT}. */
  private static final int SHIFT = 4;

  private final Type type;
  private final int width;
  private final Reservation memory;

  /** Ascending. */
  private final List<Block> blocks = new ArrayList<>();

  private int groupCount;

  /** Holds everything once there were too many blocks. */
  private @Nullable NarrowUniqArray lists;

  /**
   * @param type one of those that {@link NarrowUniqArray#isFor}
   */
  DaySets(Type type, Reservation memory) {
    this.type = type;
    this.width = type.equals(IntegerType.UINT8) ? 1 : 2;
    this.memory = memory;
  }

  @Override
  public void resize(int groups) {
    groupCount = Math.max(groupCount, groups);
    if (lists != null) {
      lists.resize(groups);
      return;
    }
    for (Block block : blocks) {
      block.resize(groupCount, memory);
    }
  }

  @Override
  public void add(Column[] arguments, int[] groups, int rows) {
    if (lists != null || !addBits(LongLane.of(arguments[0]), groups, rows)) {
      lists().add(arguments, groups, rows);
    }
  }

  /** Whether all values found their block; where not, some rows may have been added. */
  private boolean addBits(LongLane values, int[] groups, int rows) {
    Block block = null;
    for (int row = 0; row < rows; row++) {
      if (groups[row] >= 0) {
        char value = (char) values.at(row);
        int number = value >>> SHIFT;
        block = block != null && block.number == number ? block : block(number);
        if (block == null) {
          return false;
        }
        block.bits[groups[row]] |= (char) (1 << (value & Block.MASK));
      }
    }
    return true;
  }

  /** The block of a number, maybe a new one; null if there are too many. */
  private @Nullable Block block(int number) {
    for (Block block : blocks) {
      if (block.number == number) {
        return block;
      }
    }
    if (blocks.size() == MOST_BLOCKS) {
      return null;
    }
    Block made = new Block(number);
    made.resize(groupCount, memory);
    blocks.add(made);
    blocks.sort(Comparator.comparingInt(block -> block.number));
    return made;
  }

  /** From now on with lists. */
  private NarrowUniqArray lists() {
    NarrowUniqArray made = lists;
    if (made == null) {
      made = new NarrowUniqArray(type, Long.MAX_VALUE, memory);
      made.resize(groupCount);
      for (int group = 0; group < groupCount; group++) {
        ArrayColumn values = results(group, 1);
        int[] owners = new int[values.length(0)];
        Arrays.fill(owners, group);
        made.add(new Column[] {values.elements()}, owners, owners.length);
      }
      lists = made;
      blocks.forEach(block -> block.release(memory));
      blocks.clear();
    }
    return made;
  }

  @Override
  public void merge(Accumulator other, int[] target, int groups) {
    DaySets states = (DaySets) other;
    if (lists != null || states.lists != null || !mergeBits(states, target, groups)) {
      lists().merge(states.lists(), target, groups);
    }
  }

  private boolean mergeBits(DaySets states, int[] target, int groups) {
    for (Block there : states.blocks) {
      Block here = block(there.number);
      if (here == null) {
        return false;
      }
      for (int group = 0; group < Math.min(groups, states.groupCount); group++) {
        here.bits[target[group]] |= there.bits[group];
      }
    }
    return true;
  }

  @Override
  public ArrayColumn results(int from, int count) {
    if (lists != null) {
      return lists.results(from, count);
    }
    int[] offsets = new int[count + 1];
    for (int i = 0; i < count; i++) {
      int size = 0;
      for (Block block : blocks) {
        size += Integer.bitCount(block.bits[from + i]);
      }
      offsets[i + 1] = Math.addExact(offsets[i], size);
    }
    long[] values = new long[offsets[count]];
    int at = 0;
    for (int i = 0; i < count; i++) {
      for (Block block : blocks) {
        for (int left = block.bits[from + i]; left != 0; left &= left - 1) {
          values[at++] = ((long) block.number << SHIFT) + Integer.numberOfTrailingZeros(left);
        }
      }
    }
    return ArrayColumn.of(offsets, LongColumn.of(values, values.length, null), count);
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
    long[] values = new long[count];
    int[] groups = new int[count];
    for (int i = 0; i < count; i++) {
      values[i] = in.readBytes(width);
      groups[i] = group;
    }
    add(new Column[] {LongColumn.of(values, count, null)}, groups, count);
  }

  /** Which of the values from {@code number << SHIFT} on each group has. */
  private static final class Block {

    static final int MASK = (1 << SHIFT) - 1;

    private final int number;
    private char[] bits = {};

    Block(int number) {
      this.number = number;
    }

    void resize(int groups, Reservation memory) {
      int old = bits.length;
      if (groups > old) {
        int length = GroupCapacity.grown(old, groups);
        memory.grow((long) Character.BYTES * length);
        bits = Arrays.copyOf(bits, length);
        memory.shrink((long) Character.BYTES * old);
      }
    }

    void release(Reservation memory) {
      memory.shrink((long) Character.BYTES * bits.length);
      bits = new char[0];
    }
  }
}
