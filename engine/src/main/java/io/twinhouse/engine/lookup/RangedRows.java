// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.lookup;

import io.twinhouse.engine.buffer.BatchBuffer;
import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ConstantColumn;
import io.twinhouse.engine.column.Field;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.error.Checkpoint;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.key.KeyFinder;
import io.twinhouse.engine.memory.MemoryContext;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows that hold between two values of another column. The rows of a key lie side by side, ordered
 * by where they begin and end; ends are kept as signed numbers, so that unsigned ones are shifted.
 */
final class RangedRows extends LookupRows {

  private final LookupRange range;

  /** Added to an end, which makes unsigned numbers ascend as signed ones. */
  private final long shift;

  /** The number of its key, where it begins and where it ends, by address. */
  private int[] keyOf = {};

  private long[] mins = {};
  private long[] maxes = {};

  /** Addresses by key and range; those of key k from {@code starts[k]} to {@code starts[k + 1]}. */
  private int[] ordered = {};

  private int[] starts = {};

  /** By place in {@link #ordered} where the rows of its key up to there end at the latest. */
  private long[] reaches = {};

  private int rows = 1;
  private int[] groups = {};
  private int[] chosen = {};

  RangedRows(LookupDefinition definition, LookupRange range, MemoryContext memory) {
    super(
        definition,
        definition.keys().stream().map(Field::type).toList(),
        kept(definition, range),
        memory);
    this.range = range;
    shift =
        range.type().base() instanceof IntegerType number && !number.signed() && number.bits() == 64
            ? Long.MIN_VALUE
            : 0;
  }

  private static List<Type> kept(LookupDefinition definition, LookupRange range) {
    List<Type> types = new ArrayList<>();
    definition.keys().forEach(key -> types.add(key.type()));
    types.add(range.type());
    types.add(range.type());
    return types;
  }

  @Override
  void add(Batch batch) {
    int count = batch.rows();
    Column[] keyColumns = keyColumns(batch);
    int width = keyColumns.length;
    if (groups.length < count) {
      held().grow(8L * (count - groups.length));
      groups = new int[count];
      chosen = new int[count];
    }
    keys().insert(keyColumns, count, groups);
    makeRoom(Math.addExact(rows, count));
    int used = ends(batch.column(width).flatten(), batch.column(width + 1).flatten(), count);
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < definition().attributes().size(); i++) {
      columns.add(batch.column(width + 2 + i));
    }
    columns.addAll(List.of(keyColumns));
    columns.add(shown(batch.column(width), range.lowest(), count));
    columns.add(shown(batch.column(width + 1), range.highest(), count));
    store().append(Batch.of(count, columns), chosen, used);
  }

  /** What an end is shown as. */
  private static Column shown(Column ends, long none, int count) {
    Column flat = ends.flatten();
    if (flat.nulls() == null) {
      return flat;
    }
    long[] values = Arrays.copyOf(((LongColumn) flat).values(), count);
    for (int row = 0; row < count; row++) {
      values[row] = flat.isNull(row) ? none : values[row];
    }
    return LongColumn.of(values, count, null);
  }

  private void makeRoom(int wanted) {
    if (keyOf.length < wanted) {
      int length = Math.max(wanted, keyOf.length + keyOf.length / 2);
      held().grow(20L * length);
      int old = keyOf.length;
      keyOf = Arrays.copyOf(keyOf, length);
      mins = Arrays.copyOf(mins, length);
      maxes = Arrays.copyOf(maxes, length);
      held().shrink(20L * old);
    }
  }

  /** Notes down where rows begin and end; how many of them hold at all. */
  private int ends(Column begins, Column ends, int count) {
    long[] first = ((LongColumn) begins).values();
    long[] last = ((LongColumn) ends).values();
    int used = 0;
    for (int row = 0; row < count; row++) {
      boolean open = begins.isNull(row) || ends.isNull(row);
      if (open && !range.nullIsOpen()) {
        continue;
      }
      chosen[used++] = row;
      keyOf[rows] = groups[row];
      mins[rows] = (begins.isNull(row) ? range.lowest() : first[row]) + shift;
      maxes[rows] = (ends.isNull(row) ? range.highest() : last[row]) + shift;
      rows++;
    }
    return used;
  }

  @Override
  void seal() {
    int count = keys().size();
    held().grow(4L * (count + 1) + 12L * (rows - 1));
    starts = new int[count + 1];
    ordered = new int[rows - 1];
    reaches = new long[rows - 1];
    for (int address = 1; address < rows; address++) {
      starts[keyOf[address] + 1]++;
    }
    for (int key = 0; key < count; key++) {
      starts[key + 1] += starts[key];
    }
    held().grow(4L * (count + 1));
    int[] next = starts.clone();
    for (int address = 1; address < rows; address++) {
      ordered[next[keyOf[address]]++] = address;
    }
    held().shrink(4L * (count + 1));
    for (int key = 0; key < count; key++) {
      Checkpoint.passSometimes(key);
      sort(starts[key], starts[key + 1]);
      noteReaches(starts[key], starts[key + 1]);
    }
    held().shrink(8L * groups.length);
    groups = new int[0];
    chosen = new int[0];
    super.seal();
  }

  /** By beginning and end; what is equal stays in order of arrival. */
  private void sort(int from, int to) {
    if (to - from < 2) {
      return;
    }
    held().grow(24L * (to - from));
    Integer[] boxed = new Integer[to - from];
    for (int i = from; i < to; i++) {
      boxed[i - from] = ordered[i];
    }
    Arrays.sort(
        boxed,
        (a, b) -> {
          int byMin = Long.compare(mins[a], mins[b]);
          return byMin != 0 ? byMin : Long.compare(maxes[a], maxes[b]);
        });
    for (int i = from; i < to; i++) {
      ordered[i] = boxed[i - from];
    }
    held().shrink(24L * (to - from));
  }

  private void noteReaches(int from, int to) {
    for (int i = from; i < to; i++) {
      long end = maxes[ordered[i]];
      reaches[i] = i == from ? end : Math.max(end, reaches[i - 1]);
    }
  }

  @Override
  public int size() {
    return rows - 1;
  }

  @Override
  void find(
      KeyFinder finder, Column[] keyColumns, @Nullable Column point, int count, int[] addresses) {
    if (point == null) {
      throw new TwinhouseException(
          ErrorCode.LOGICAL_ERROR, "A value for the range of " + definition().fullName());
    }
    finder.find(keyColumns, count, addresses);
    boolean constant = point instanceof ConstantColumn;
    LongColumn flat = (LongColumn) (constant ? ((ConstantColumn) point).value() : point.flatten());
    long[] values = flat.values();
    for (int row = 0; row < count; row++) {
      int key = addresses[row];
      int at = constant ? 0 : row;
      addresses[row] = key < 0 ? 0 : addressAt(key, values[at] + shift);
    }
  }

  /** The row of a key that holds at a value; 0 for none. */
  private int addressAt(int key, long value) {
    int low = starts[key];
    int high = starts[key + 1];
    int first = low;
    while (low < high) { // the first row that begins later
      int middle = (low + high) >>> 1;
      if (mins[ordered[middle]] <= value) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    if (low == first || reaches[low - 1] < value) {
      return 0;
    }
    return range.latest() ? lastUntil(first, low, value) : firstUntil(first, low, value);
  }

  /** The last of some rows that holds at a value; of equal ranges the first. One of them does. */
  private int lastUntil(int first, int behind, long value) {
    int at = behind - 1;
    while (maxes[ordered[at]] < value) {
      Checkpoint.passSometimes(at);
      at--;
    }
    while (at > first
        && mins[ordered[at - 1]] == mins[ordered[at]]
        && maxes[ordered[at - 1]] == maxes[ordered[at]]) {
      at--;
    }
    return ordered[at];
  }

  /** The first of some rows that holds at a value. One of them does. */
  private int firstUntil(int first, int behind, long value) {
    int low = first;
    int high = behind - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (reaches[middle] >= value) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return ordered[low];
  }

  @Override
  public void read(int from, int count, BatchBuffer out) {
    int[] addresses = new int[count];
    Arrays.setAll(addresses, i -> from + i + 1);
    int before = definition().keys().size() + 2;
    for (int i = 0; i < before; i++) {
      readKept(i, addresses, count, out.column(i));
    }
    readAttributes(addresses, count, before, out);
    out.grown(count);
  }
}
