// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.lookup;

import io.twinhouse.engine.buffer.BatchBuffer;
import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.Field;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.key.KeyFinder;
import io.twinhouse.engine.memory.MemoryContext;
import io.twinhouse.engine.type.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row a key counts. Keys are numbered in the order in which they come first. Where the first
 * row of a key is the one that counts, only that is kept: the row of key k lies at address k + 1.
 */
final class KeyedRows extends LookupRows {

  private int[] groups = {};
  private int[] chosen = {};

  /** The address of the last row of each key; empty where rows lie in the order of keys. */
  private int[] lastRow = {};

  private int rows;
  private @Nullable LookupHierarchy hierarchy;

  KeyedRows(LookupDefinition definition, MemoryContext memory) {
    super(definition, keyTypes(definition), kept(definition), memory);
  }

  private static List<Type> keyTypes(LookupDefinition definition) {
    return definition.keys().stream().map(Field::type).toList();
  }

  /** Rows of one key are all shown where nothing is held. */
  private static List<Type> kept(LookupDefinition definition) {
    return definition.layout().isDirect() ? keyTypes(definition) : List.of();
  }

  @Override
  void add(Batch batch) {
    int count = batch.rows();
    Column[] keyColumns = keyColumns(batch);
    int width = keyColumns.length;
    requireSmall(keyColumns[0], count);
    if (groups.length < count) {
      held().grow(8L * (count - groups.length));
      groups = new int[count];
      chosen = new int[count];
    }
    int next = keys().size();
    keys().insert(keyColumns, count, groups);
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < definition().attributes().size(); i++) {
      columns.add(batch.column(width + i));
    }
    if (definition().layout().takesLast()) {
      noteLast(count);
      if (definition().layout().isDirect()) {
        columns.addAll(Arrays.asList(keyColumns));
      }
      store().append(Batch.of(count, columns));
      return;
    }
    int first = 0;
    for (int row = 0; row < count; row++) {
      if (groups[row] == next) {
        chosen[first++] = row;
        next++;
      }
    }
    store().append(Batch.of(count, columns), chosen, first);
  }

  private void noteLast(int count) {
    int wanted = keys().size();
    if (lastRow.length < wanted) {
      int length = Math.max(wanted, lastRow.length + lastRow.length / 2);
      held().grow(4L * length);
      int old = lastRow.length;
      lastRow = Arrays.copyOf(lastRow, length);
      held().shrink(4L * old);
    }
    for (int row = 0; row < count; row++) {
      lastRow[groups[row]] = ++rows;
    }
  }

  /** A flat array has room for so many numbers only. */
  private void requireSmall(Column keyColumn, int rows) {
    if (definition().layout() != LookupLayout.FLAT) {
      return;
    }
    long[] values = ((LongColumn) keyColumn.flatten()).values();
    for (int row = 0; row < rows; row++) {
      if (Long.compareUnsigned(values[row], definition().keyLimit()) >= 0) {
        throw new TwinhouseException(
            ErrorCode.ARGUMENT_OUT_OF_BOUND,
            definition().fullName()
                + ": identifier should be less than "
                + definition().keyLimit());
      }
    }
  }

  @Override
  void seal() {
    held().shrink(8L * groups.length);
    groups = new int[0];
    chosen = new int[0];
    super.seal();
    for (int i = 0; i < definition().attributes().size(); i++) {
      if (definition().attributes().get(i).hierarchical()) {
        hierarchy = new LookupHierarchy(this, i, held());
      }
    }
  }

  @Override
  public @Nullable LookupHierarchy hierarchy() {
    return hierarchy;
  }

  @Override
  public int size() {
    return definition().layout().isDirect() ? rows : keys().size();
  }

  @Override
  void find(
      KeyFinder finder, Column[] keyColumns, @Nullable Column point, int rows, int[] addresses) {
    numbers(finder, keyColumns, rows, addresses);
    if (lastRow.length > 0) {
      for (int row = 0; row < rows; row++) {
        addresses[row] = addresses[row] == 0 ? 0 : lastRow[addresses[row] - 1];
      }
    }
  }

  /** Writes the number of each key, from 1 on, 0 for those that are not there. */
  void numbers(KeyFinder finder, Column[] keyColumns, int count, int[] numbers) {
    finder.find(keyColumns, count, numbers);
    for (int row = 0; row < count; row++) {
      numbers[row]++;
    }
  }

  /** The address of the row of a key, by its number. */
  int addressOf(int number) {
    return lastRow.length == 0 ? number : lastRow[number - 1];
  }

  @Override
  public void read(int from, int count, BatchBuffer out) {
    if (definition().layout().isDirect()) {
      readAll(from, count, out);
      return;
    }
    Column[] keyColumns = keys().keys(from, count);
    for (int i = 0; i < keyColumns.length; i++) {
      out.column(i).append(keyColumns[i], 0, count);
    }
    int[] addresses = new int[count];
    Arrays.setAll(addresses, i -> addressOf(from + i + 1));
    readAttributes(addresses, count, keyColumns.length, out);
    out.grown(count);
  }

  private void readAll(int from, int count, BatchBuffer out) {
    int[] addresses = new int[count];
    Arrays.setAll(addresses, i -> from + i + 1);
    int width = definition().keys().size();
    for (int i = 0; i < width; i++) {
      readKept(i, addresses, count, out.column(i));
    }
    readAttributes(addresses, count, width, out);
    out.grown(count);
  }
}
