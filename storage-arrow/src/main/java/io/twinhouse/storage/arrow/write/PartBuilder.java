// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.write;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ConstantColumn;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.expression.Expression;
import io.twinhouse.engine.memory.MemoryContext;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.type.JsonType;
import io.twinhouse.engine.type.Type;
import io.twinhouse.storage.arrow.commit.PartStore;
import io.twinhouse.storage.arrow.fold.FoldedRows;
import io.twinhouse.storage.arrow.fold.PartStarts;
import io.twinhouse.storage.arrow.format.PartFormat;
import io.twinhouse.storage.arrow.format.PartFormat.PartContent;
import io.twinhouse.storage.arrow.format.PartFormat.StreamContent;
import io.twinhouse.storage.arrow.format.StreamKey;
import io.twinhouse.storage.arrow.index.RowSet;
import io.twinhouse.storage.arrow.json.ShreddedColumn;
import io.twinhouse.storage.arrow.layout.EngineKind;
import io.twinhouse.storage.arrow.layout.RowFunction;
import io.twinhouse.storage.arrow.layout.TableLayout;
import io.twinhouse.storage.arrow.part.Part;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Turns complete rows of a table into part files: one a partition, sorted, versions collapsed. */
public final class PartBuilder {

  private final TableLayout layout;
  private final PartStore store;
  private final PartFormat format;
  private final MemoryContext memory;
  private final StringColumns strings;
  private final long mostPartitions;

  /**
   * @param memory where buffers are reserved while parts are made
   */
  public PartBuilder(TableLayout layout, PartStore store, PartFormat format, MemoryContext memory) {
    this(layout, store, format, memory, Partitions.MOST);
  }

  /**
   * As above.
   *
   * @param mostPartitions of how many partitions the rows of one block may be
   */
  public PartBuilder(
      TableLayout layout,
      PartStore store,
      PartFormat format,
      MemoryContext memory,
      long mostPartitions) {
    this.mostPartitions = mostPartitions;
    this.layout = layout;
    this.store = store;
    this.format = format;
    this.memory = memory;
    this.strings = new StringColumns(store.dictionaries());
  }

  /**
   * Writes the parts of some rows.
   *
   * @param rows all columns of the layout, flat or with ids of this table's dictionaries
   * @param written receives each part as soon as its file is there, also when a later one fails
   */
  public void write(Batch rows, List<WrittenPart> written) throws IOException {
    try (Reservation buffers = new Reservation(memory)) {
      RowBlock block = new RowBlock(encode(rows, buffers), shred(rows, buffers));
      // which rows a partition has, and in which order
      buffers.grow(8L * rows.rows() + keyBytes(rows.rows()));
      List<Column> keys = keyColumns(block.rows());
      KeyComponents components = components(keys, rows.rows());
      for (Map.Entry<String, int[]> partition : partitions(block.rows()).entrySet()) {
        int[] order = sorted(components, partition.getValue(), rows.rows());
        FoldedRows kept = collapse(components, block.rows(), order, PartStarts.NONE, buffers);
        if (kept.count() > 0) {
          written.add(writePart(partition.getKey(), block, keys, kept));
        }
      }
    }
  }

  private Map<Integer, ShreddedColumn> shred(Batch rows, Reservation buffers) {
    Map<Integer, ShreddedColumn> shredded = new HashMap<>();
    for (int c = 0; c < rows.width(); c++) {
      if (layout.isStored(c) && layout.type(c).base() instanceof JsonType json) {
        ShreddedColumn taken = ShreddedColumn.of(rows.column(c), json, buffers);
        shredded.put(c, JsonStreams.encoded(layout.name(c), taken, strings));
      }
    }
    return shredded;
  }

  /** Takes the encoding of strings from parts that are about to be merged. */
  public void encodeAs(List<Part> parts) {
    strings.decide(parts);
  }

  /**
   * Brings rows of other parts of one partition together.
   *
   * @param block all columns of the layout, older parts first, with all rows of each key in it
   * @param parts the parts that rows come from
   * @param streams what each of the blocks of a merge has
   * @param rules what else is to go
   * @param buffers where the rows are reserved
   */
  public MergedRows merged(
      RowBlock block,
      PartStarts parts,
      List<StreamKey> streams,
      MergeRules rules,
      Reservation buffers) {
    Expiry expiry = new Expiry(layout, rules.now(), memory);
    Batch encoded = encode(expiry.withDefaults(block.rows()), buffers);
    List<Column> keys = keyColumns(encoded);
    buffers.grow(8L * encoded.rows() + keyBytes(encoded.rows()));
    KeyComponents components = components(keys, encoded.rows());
    int[] order = RowOrder.of(components.arrays(), encoded.rows());
    FoldedRows kept = collapse(components, encoded, order, parts, buffers);
    boolean[] expired = expiry.expired(block.rows());
    FoldedRows rows = new RowFilter(layout, encoded, buffers).apply(rules, kept, expired);
    RowBlock all = new RowBlock(encoded, encoded(block.shredded()));
    return sliced(all, keys, rows, streams, buffers);
  }

  private MergedRows sliced(
      RowBlock block,
      List<Column> keys,
      FoldedRows rows,
      List<StreamKey> streams,
      Reservation buffers) {
    Arranged arranged = arrange(block, keys, rows, buffers);
    Map<StreamKey, Supplier<Column>> columns = new HashMap<>();
    streams.forEach(
        stream -> columns.put(stream, () -> strings.nulls(stream, rows.count(), buffers)));
    arranged.streams().forEach(stream -> columns.put(stream.key(), stream.column()));
    return new MergedRows(columns, arranged.keys(), Arrays.copyOf(rows.first(), rows.count()));
  }

  private Map<Integer, ShreddedColumn> encoded(Map<Integer, ShreddedColumn> shredded) {
    Map<Integer, ShreddedColumn> encoded = new HashMap<>();
    shredded.forEach(
        (c, column) -> encoded.put(c, JsonStreams.encoded(layout.name(c), column, strings)));
    return encoded;
  }

  /**
   * Some rows of a part in the order they have.
   *
   * @param block all columns of the layout
   * @param kept the rows that stay, ascending
   * @param streams what each of the blocks of the new part has
   * @param buffers where the rows are reserved
   */
  public MergedRows kept(RowBlock block, int[] kept, List<StreamKey> streams, Reservation buffers) {
    Batch encoded = encode(block.rows(), buffers);
    RowBlock rows = new RowBlock(encoded, encoded(block.shredded()));
    FoldedRows all = new FoldedRows(kept, kept.length, Map.of());
    return sliced(rows, keyColumns(encoded), all, streams, buffers);
  }

  private KeyComponents components(List<Column> keys, int rows) {
    KeyComponents components = new KeyComponents(rows);
    for (int k = 0; k < keys.size(); k++) {
      components.add(layout.sortingKey().get(k).type(), keys.get(k));
    }
    return components;
  }

  /**
   * Folds rows of any parts, as a read with FINAL sees them.
   *
   * @param rows the columns that are wanted and those of the sorting key, in order of age
   * @param wanted columns that are asked for
   * @param parts the parts that rows come from
   */
  public FoldedRows fold(Batch rows, BitSet wanted, PartStarts parts, Reservation buffers) {
    KeyComponents components = components(keyColumns(rows), rows.rows());
    int[] order = RowOrder.of(components.arrays(), rows.rows());
    return layout.folding().current(components.arrays(), rows, wanted, order, parts, buffers);
  }

  /** What the sorting keys of rows take as longs. */
  private long keyBytes(int rows) {
    return 8L * KeyWords.count(layout.sortingKey()) * rows;
  }

  private BitSet allColumns() {
    BitSet all = new BitSet();
    all.set(0, layout.columns().size());
    return all;
  }

  /** Leaves one row of each key where the engine says so. */
  private FoldedRows collapse(
      KeyComponents components, Batch rows, int[] order, PartStarts parts, Reservation buffers) {
    List<long[]> keys = components.arrays();
    if (layout.engine() == EngineKind.REPLACING) {
      int kept = VersionRule.collapse(keys, VersionRule.versions(layout, rows), order);
      return new FoldedRows(order, kept, Map.of());
    }
    return layout.engine().folds()
        ? layout.folding().fold(keys, rows, allColumns(), order, parts, buffers)
        : new FoldedRows(order, order.length, Map.of());
  }

  /** The columns have dictionaries of their own, so that two threads may look for strings. */
  private Batch encode(Batch rows, Reservation buffers) {
    Column[] columns = new Column[rows.width()];
    List<Runnable> work = new ArrayList<>();
    for (int c = 0; c < columns.length; c++) {
      Column column = rows.column(c);
      columns[c] = column;
      if (layout.isStored(c)) {
        StreamKey stream = StreamKey.of(layout.name(c), layout.type(c));
        Supplier<Column> encoding = strings.encoding(stream, column, layout.isKeyColumn(c));
        int place = c;
        work.add(() -> columns[place] = encoding.get());
        buffers.grow(strings.idBytes(stream, column));
      }
    }
    if (rows.rows() > PartFormat.GRANULE_ROWS) {
      format.threads().run(work);
    } else {
      work.forEach(Runnable::run);
    }
    return Batch.of(rows.rows(), columns);
  }

  /** The sorting key of each row, strings as ids. */
  public List<Column> keyColumns(Batch rows) {
    List<Column> columns = new ArrayList<>();
    for (Expression key : layout.sortingKey()) {
      Column column =
          key instanceof Expression.InputRef ref
              ? rows.column(ref.index())
              : RowFunction.evaluate(key, rows, memory);
      String dictionary = layout.keyDictionary(columns.size());
      columns.add(StringColumns.ofKey(dictionary, column, store.dictionaries()));
    }
    return columns;
  }

  private Map<String, int[]> partitions(Batch rows) {
    Expression partitionKey = layout.partitionKey();
    if (partitionKey == null) {
      return Map.of(Partitions.ALL, allOf(rows));
    }
    Column one = SinglePartition.key(partitionKey, rows, memory);
    if (one != null) {
      Map<String, int[]> only =
          Partitions.split(partitionKey.type(), one, 1, store.dictionaries(), mostPartitions);
      return Map.of(only.keySet().iterator().next(), allOf(rows));
    }
    Column key = RowFunction.evaluate(partitionKey, rows, memory);
    return Partitions.split(
        partitionKey.type(), key, rows.rows(), store.dictionaries(), mostPartitions);
  }

  private static int[] allOf(Batch rows) {
    int[] all = new int[rows.rows()];
    Arrays.setAll(all, i -> i);
    return all;
  }

  /** The rows of a partition in order of the key. */
  private static int[] sorted(KeyComponents components, int[] rows, int allRows) {
    if (rows.length == allRows) {
      return RowOrder.of(components.arrays(), allRows);
    }
    List<long[]> keys = new ArrayList<>();
    for (long[] array : components.arrays()) {
      long[] chosen = new long[rows.length];
      for (int i = 0; i < rows.length; i++) {
        chosen[i] = array[rows[i]];
      }
      keys.add(chosen);
    }
    int[] order = RowOrder.of(keys, rows.length);
    for (int i = 0; i < order.length; i++) {
      order[i] = rows[order[i]];
    }
    return order;
  }

  /** Rows in the order of a part. */
  private record Arranged(Batch rows, List<StreamContent> streams, List<Column> keys) {}

  private Arranged arrange(
      RowBlock block, List<Column> keys, FoldedRows kept, Reservation buffers) {
    int[] order = kept.first();
    int count = kept.count();
    Batch rows = withoutTexts(block);
    boolean asIs = isIdentity(order, count, rows.rows());
    List<StreamContent> streams = new ArrayList<>();
    Batch sorted = gather(rows, order, count, asIs, buffers);
    JsonStreams json = new JsonStreams(order, count, rows.rows());
    for (int c = 0; c < sorted.width(); c++) {
      ShreddedColumn shredded = block.shredded().get(c);
      if (shredded != null) {
        json.add(layout.name(c), shredded, streams);
      } else if (layout.isStored(c)) {
        StreamKey key = StreamKey.of(layout.name(c), layout.type(c));
        streams.add(StreamContent.of(key, folded(c, kept, sorted.column(c))));
      }
    }
    List<Column> sortedKeys = asIs ? keys : keys.stream().map(k -> k.gather(order, count)).toList();
    return new Arranged(sorted, streams, sortedKeys);
  }

  private WrittenPart writePart(
      String partition, RowBlock block, List<Column> keys, FoldedRows kept) throws IOException {
    int count = kept.count();
    try (Reservation buffers = new Reservation(memory)) {
      Arranged arranged = arrange(block, keys, kept, buffers);
      int number = store.nextNumber();
      PartContent content =
          new PartContent(
              count,
              PartFormat.GRANULE_ROWS,
              partition,
              arranged.streams(),
              index(arranged.keys(), count));
      format.write(store.directory(), "part-" + number, content, buffers);
      WrittenPart.Keys newest = keysOf(arranged.rows(), arranged.keys(), count);
      return new WrittenPart(number, partition, count, newest);
    }
  }

  private Column folded(int column, FoldedRows kept, Column first) {
    Column folded = kept.folded().get(column);
    return folded == null
        ? first
        : strings.encode(
            StreamKey.of(layout.name(column), layout.type(column)),
            folded.flatten(),
            layout.isKeyColumn(column));
  }

  /** JSON texts have been taken apart: what is left of them need not be sorted. */
  private static Batch withoutTexts(RowBlock block) {
    Batch rows = block.rows();
    Column[] columns = new Column[rows.width()];
    for (int c = 0; c < columns.length; c++) {
      columns[c] =
          block.shredded().containsKey(c)
              ? ConstantColumn.of(LongColumn.of(0), rows.rows())
              : rows.column(c);
    }
    return Batch.of(rows.rows(), columns);
  }

  private static Batch gather(
      Batch rows, int[] order, int count, boolean asIs, Reservation buffers) {
    if (asIs) {
      return rows;
    }
    buffers.grow(rows.retainedBytes() / Math.max(1, rows.rows()) * count);
    return rows.gather(order, count);
  }

  private static boolean isIdentity(int[] order, int count, int rows) {
    boolean same = count == rows;
    for (int i = 0; i < count && same; i++) {
      same = order[i] == i;
    }
    return same;
  }

  private List<StreamContent> index(List<Column> keys, int count) {
    int[] chosen = PartFormat.indexRows(count, PartFormat.GRANULE_ROWS);
    List<StreamContent> index = new ArrayList<>();
    for (int k = 0; k < keys.size(); k++) {
      Type type = layout.sortingKey().get(k).type();
      StreamKey key = StreamKey.of("key" + k, type);
      index.add(StreamContent.of(key, keys.get(k).gather(chosen, chosen.length)));
    }
    return index;
  }

  private WrittenPart.@Nullable Keys keysOf(Batch rows, List<Column> keys, int count) {
    if (layout.engine() != EngineKind.REPLACING) {
      return null;
    }
    long[] words = KeyWords.of(layout.sortingKey(), keys, count);
    return new WrittenPart.Keys(
        words, VersionRule.versions(layout, rows), tombstones(layout, rows));
  }

  /** Rows whose is_deleted column is 1. */
  public static RowSet tombstones(TableLayout layout, Batch rows) {
    int index = layout.deletedColumn();
    if (index < 0) {
      return RowSet.EMPTY;
    }
    long[] flags = ((LongColumn) rows.column(index).flatten()).values();
    int[] deleted = new int[rows.rows()];
    int count = 0;
    for (int i = 0; i < rows.rows(); i++) {
      if (flags[i] != 0) {
        deleted[count++] = i;
      }
    }
    return RowSet.of(deleted, count);
  }
}
