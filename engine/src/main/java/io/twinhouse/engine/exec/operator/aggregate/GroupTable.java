// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.exec.operator.aggregate;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.column.BytesColumn;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ConstantColumn;
import io.twinhouse.engine.function.Accumulator;
import io.twinhouse.engine.function.BoundAggregate;
import io.twinhouse.engine.function.RowPass;
import io.twinhouse.engine.key.KeyFinder;
import io.twinhouse.engine.key.KeyTable;
import io.twinhouse.engine.memory.MemoryContext;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.plan.AggregateCall;
import io.twinhouse.engine.type.BoolType;
import io.twinhouse.engine.type.EnumType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.Type;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The groups of one grouping set with their states. Without keys there is always one group. */
final class GroupTable {

  /** About as many bytes of states go into one batch. */
  private static final long STATE_BYTES = 256 << 10;

  /** Generous for a key or a number, with its share of free room. */
  private static final long FIXED_BYTES = 128;

  private final int[] keys;
  private final List<AggregateCall> calls;
  private final Reservation memory;
  private final @Nullable KeyTable table;
  private final boolean byteKey;
  private final boolean mixed;
  private final Accumulator[] accumulators;
  private final Column[] keyColumns;
  private @Nullable KeyFinder finder;
  private int[] groups = {};
  private int size;

  /**
   * @param keys columns of the input
   * @param types of those columns
   * @param mixed whether rows come in another order each time
   */
  GroupTable(
      int[] keys,
      List<Type> types,
      List<AggregateCall> calls,
      boolean mixed,
      MemoryContext context) {
    this.keys = keys;
    this.mixed = mixed;
    this.calls = calls;
    memory = new Reservation(context);
    keyColumns = new Column[keys.length];
    table = keys.length == 0 ? null : new KeyTable(types, memory, mixed);
    byteKey =
        types.size() == 1
            && isByte(types.get(0))
            && calls.stream().noneMatch(call -> call.function().isOfElements());
    accumulators = new Accumulator[calls.size()];
    for (int i = 0; i < accumulators.length; i++) {
      BoundAggregate function = calls.get(i).function();
      accumulators[i] =
          byteKey && function.isFourfold()
              ? new FourLanes(function, context)
              : function.newAccumulator(new Reservation(context));
    }
    if (table == null) {
      resize(1);
    }
  }

  int size() {
    return size;
  }

  void add(Batch batch) {
    int rows = batch.rows();
    ensureGroups(rows);
    if (table != null) {
      for (int i = 0; i < keys.length; i++) {
        keyColumns[i] = batch.column(keys[i]);
      }
      if (finder == null) {
        table.insert(keyColumns, rows, groups);
        resize(table.size());
      } else {
        finder.find(keyColumns, rows, groups);
      }
    }
    for (int i = 0; i < accumulators.length; i++) {
      List<Integer> positions = calls.get(i).arguments();
      Column[] arguments = new Column[positions.size()];
      for (int j = 0; j < arguments.length; j++) {
        arguments[j] = batch.column(positions.get(j));
      }
      accumulators[i].add(arguments, groups, rows, pass());
    }
  }

  /** States which partition the next rows are of. */
  void turnTo(int partition) {
    ensureGroups(Batch.ROWS);
    for (Accumulator accumulator : accumulators) {
      accumulator.turnTo(partition);
    }
  }

  private void ensureGroups(int rows) {
    if (groups.length < rows) {
      memory.grow(4L * (rows - groups.length));
      groups = new int[rows];
    }
  }

  private RowPass pass() {
    if (table == null) {
      return RowPass.TABLE;
    }
    boolean fours = byteKey && finder == null && !(keyColumns[0] instanceof ConstantColumn);
    return fours ? RowPass.FOURS : RowPass.EACH;
  }

  /** Whether ClickHouse looks groups up by the one byte of a key. */
  private static boolean isByte(Type type) {
    return type instanceof BoolType
        || (type instanceof IntegerType integer && integer.bits() == 8)
        || (type instanceof EnumType enumeration && enumeration.bits() == 8);
  }

  /** From now on rows of groups that are not known are left out. */
  void freeze() {
    if (table != null && finder == null) {
      finder = table.finder(new Reservation(memory.context()));
    }
  }

  private void resize(int count) {
    if (count > size) {
      size = count;
      int capacity = mixed && table != null ? table.capacity(count) : count;
      for (Accumulator accumulator : accumulators) {
        accumulator.resize(capacity);
      }
    }
  }

  /** Adds the groups of another table; that one is not used afterwards. */
  void merge(GroupTable other) {
    int[] target = new int[other.size];
    if (table != null && other.table != null) {
      memory.grow(4L * target.length);
      target = table.merge(other.table);
      resize(table.size());
    }
    for (int i = 0; i < accumulators.length; i++) {
      accumulators[i].merge(other.accumulators[i], target, other.size);
    }
    if (table != null) {
      memory.shrink(4L * target.length);
    }
  }

  /** Adds all states to the groups {@code target} of {@code sum}; not used afterwards. */
  void pour(GroupTable sum, int[] target, int groupCount) {
    sum.resize(groupCount);
    for (int i = 0; i < accumulators.length; i++) {
      sum.accumulators[i].merge(FourLanes.plain(accumulators[i]), target, size);
    }
  }

  /**
   * Some groups from {@code from} on as rows: their keys, then each state as bytes. Less than a
   * batch where states are long.
   *
   * @param scratch holds the rows; closed by the caller when they are not used any more
   */
  Batch states(int from, Reservation scratch) {
    BytesBuffer[] states = new BytesBuffer[accumulators.length];
    Arrays.setAll(states, i -> new BytesBuffer(scratch));
    int count = 0;
    long bytes = 0;
    while (from + count < size && count < Batch.ROWS && bytes < STATE_BYTES) {
      bytes = 0;
      for (int i = 0; i < states.length; i++) {
        accumulators[i].writeState(from + count, states[i]);
        states[i].endRow();
        bytes += states[i].retainedBytes();
      }
      count++;
    }
    Column[] columns = Arrays.copyOf(keys(from, count), keys.length + states.length);
    for (int i = 0; i < states.length; i++) {
      columns[keys.length + i] = states[i].toColumn(null);
    }
    Batch batch = Batch.of(count, columns);
    scratch.grow(batch.retainedBytes() - bytes);
    return batch;
  }

  /** Adds rows that {@link #states} made of another table. */
  void mergeStates(Batch rows) {
    int count = rows.rows();
    ensureGroups(count);
    if (table != null) {
      Arrays.setAll(keyColumns, rows::column);
      table.insert(keyColumns, count, groups);
      resize(table.size());
    }
    for (int i = 0; i < accumulators.length; i++) {
      BytesColumn states = (BytesColumn) rows.column(keys.length + i).flatten();
      for (int row = 0; row < count; row++) {
        accumulators[i].mergeState(
            groups[row], states.data(), states.offsets()[row], states.length(row));
      }
    }
  }

  /** Bytes that a group takes at most beside a state of fixed size; MAX_VALUE if unknown. */
  long mostBytesPerGroup(boolean[] fixed) {
    long bytes = FIXED_BYTES * (keys.length + 1L);
    for (int i = 0; i < accumulators.length; i++) {
      long most = fixed[i] ? FIXED_BYTES : accumulators[i].mostBytesPerGroup();
      bytes = most > Long.MAX_VALUE - bytes ? Long.MAX_VALUE : bytes + most;
    }
    return bytes;
  }

  /** The key columns of groups {@code [from, from + count)}, in the order of {@code keys}. */
  Column[] keys(int from, int count) {
    return table == null ? new Column[0] : table.keys(from, count);
  }

  Column result(int call, int from, int count) {
    return accumulators[call].results(from, count);
  }
}
