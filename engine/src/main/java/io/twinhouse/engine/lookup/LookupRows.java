// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.lookup;

import io.twinhouse.engine.buffer.BatchBuffer;
import io.twinhouse.engine.buffer.ColumnBuffer;
import io.twinhouse.engine.buffer.RowStore;
import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.key.KeyFinder;
import io.twinhouse.engine.key.KeyTable;
import io.twinhouse.engine.memory.MemoryContext;
import io.twinhouse.engine.memory.MemoryLevel;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.type.Type;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All rows of a dictionary as they were read at one time. One thread adds them; from then on any
 * number may read. What it holds stays reserved until it is closed; whoever still reads then may go
 * on.
 */
public abstract class LookupRows implements AutoCloseable {

  private final LookupDefinition definition;
  private final MemoryContext memory;
  private final Reservation held;
  private final List<Type> kept;
  private final RowStore store;
  private final KeyTable keys;

  /**
   * @param kept types of further columns that are kept behind the attributes
   */
  LookupRows(LookupDefinition definition, List<Type> keyTypes, List<Type> kept, MemoryContext in) {
    this.definition = definition;
    this.kept = List.copyOf(kept);
    memory =
        in.child(
            MemoryLevel.OPERATOR, "Dictionary " + definition.fullName(), MemoryContext.UNLIMITED);
    held = new Reservation(memory);
    keys = new KeyTable(keyTypes, held);
    List<Type> types = new ArrayList<>();
    definition.attributes().forEach(attribute -> types.add(attribute.type()));
    types.addAll(kept);
    store = new RowStore(types, held);
  }

  /** No rows yet, of a dictionary's layout. */
  static LookupRows of(LookupDefinition definition, MemoryContext memory) {
    LookupRange range = definition.range();
    LookupRows rows;
    if (definition.layout().isPrefix()) {
      rows = new PrefixRows(definition, memory);
    } else if (range != null) {
      rows = new RangedRows(definition, range, memory);
    } else {
      rows = new KeyedRows(definition, memory);
    }
    try {
      rows.addDefaults();
    } catch (RuntimeException | Error e) {
      rows.close();
      throw e;
    }
    return rows;
  }

  /** The row at address 0 is what keys have that are not there. */
  private void addDefaults() {
    List<Column> values = new ArrayList<>();
    definition.attributes().forEach(attribute -> values.add(attribute.defaultValue()));
    for (Type type : kept) {
      ColumnBuilder nothing = ColumnBuilder.of(type);
      nothing.appendDefault();
      values.add(nothing.build());
    }
    store.append(Batch.of(1, values));
  }

  public LookupDefinition definition() {
    return definition;
  }

  /** The columns of the key, which are the first that the source yields. */
  final Column[] keyColumns(Batch batch) {
    Column[] columns = new Column[definition.keys().size()];
    for (int i = 0; i < columns.length; i++) {
      columns[i] = batch.column(i);
    }
    return columns;
  }

  /** Adds rows as the source yields them. */
  abstract void add(Batch batch);

  /** All rows have come. */
  void seal() {
    store.seal();
  }

  /** Rows of the table that it is. */
  public abstract int size();

  /** What system.dictionaries counts. */
  int elements() {
    return size();
  }

  /** Writes the address of the row of each key, 0 for none. */
  abstract void find(
      KeyFinder finder, Column[] keyColumns, @Nullable Column point, int rows, int[] addresses);

  /** Parents and children of rows; null where no attribute tells of them. */
  public @Nullable LookupHierarchy hierarchy() {
    return null;
  }

  /** Appends an attribute of the rows at these addresses. */
  public void gather(int attribute, int[] addresses, int from, int count, ColumnBuffer out) {
    store.gather(attribute, addresses, from, count, out);
  }

  /**
   * Appends rows {@code [from, from + count)} of the table that it is: keys, both ends of the
   * range, attributes.
   */
  public abstract void read(int from, int count, BatchBuffer out);

  /** Appends the attributes of these rows behind {@code before} other columns. */
  final void readAttributes(int[] addresses, int count, int before, BatchBuffer out) {
    for (int i = 0; i < definition.attributes().size(); i++) {
      store.gather(i, addresses, 0, count, out.column(before + i));
    }
  }

  /** Appends a column that is kept behind the attributes. */
  final void readKept(int index, int[] addresses, int count, ColumnBuffer out) {
    store.gather(definition.attributes().size() + index, addresses, 0, count, out);
  }

  final RowStore store() {
    return store;
  }

  final KeyTable keys() {
    return keys;
  }

  final Reservation held() {
    return held;
  }

  /** Bytes that are reserved for it. */
  public long bytes() {
    return memory.reservedBytes();
  }

  @Override
  public void close() {
    memory.close();
  }
}
