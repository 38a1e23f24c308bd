// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.format.json;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.column.Schema;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.format.FormatSettings;
import io.twinhouse.engine.format.OmittedRows;
import io.twinhouse.engine.format.RowReader;
import io.twinhouse.engine.format.text.RecordFeed;
import io.twinhouse.engine.json.column.ReceivedValues;
import io.twinhouse.engine.memory.MemoryContext;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.text.TextInput;
import io.twinhouse.engine.text.TextStyle;
import io.twinhouse.engine.text.ValueReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads blocks of columns, each a JSON array of its values: a block must be held as a whole, as its
 * last column may stand behind all others.
 */
final class ColumnsReader implements RowReader {

  /** Room for a value beside its text: what builders hold of it. */
  private static final int ROOM = 3;

  private final ColumnsWriter.Form form;
  private final Schema schema;
  private final FormatSettings settings;
  private final boolean skipsUnknown;
  private final RecordFeed feed;
  private final FeedScanner scanner;
  private final ValueBounds bounds = new ValueBounds();
  private final List<ValueReader> readers;
  private final Reservation held;
  private final @Nullable Column[] block;
  private final OmittedRows omitted;
  private int rows = -1;
  private int next;

  ColumnsReader(
      ColumnsWriter.Form form,
      Schema columns,
      FormatSettings settings,
      InputStream data,
      MemoryContext memory) {
    this.form = form;
    this.schema = columns;
    this.settings = settings;
    skipsUnknown = settings.flag("input_format_skip_unknown_fields", true);
    ReceivedValues.requireUsualTypes(columns, settings.values()::get);
    feed = new RecordFeed(data);
    scanner = new FeedScanner(feed);
    readers =
        columns.types().stream()
            .map(type -> ValueReader.of(type, TextStyle.JSON, settings.readOptions()))
            .toList();
    held = new Reservation(memory);
    block = new Column[columns.size()];
    omitted = new OmittedRows(columns.size());
  }

  @Override
  public Schema schema() {
    return schema;
  }

  @Override
  public boolean @Nullable [] omitted(int column) {
    return omitted.of(column);
  }

  @Override
  public @Nullable Batch next() {
    try {
      while (next >= rows) {
        if (!readBlock()) {
          return null;
        }
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    int count = Math.min(Batch.ROWS, rows - next);
    omitted.clear();
    Column[] columns = new Column[block.length];
    for (int i = 0; i < columns.length; i++) {
      columns[i] = slice(i, count);
    }
    next += count;
    return Batch.of(count, columns);
  }

  private Column slice(int column, int count) {
    Column all = block[column];
    if (all == null) {
      ColumnBuilder absent = ColumnBuilder.of(schema.type(column));
      for (int i = 0; i < count; i++) {
        absent.appendLeftOut(schema.type(column));
        omitted.add(column, i);
      }
      return absent.build();
    }
    int[] positions = new int[count];
    for (int i = 0; i < count; i++) {
      positions[i] = next + i;
    }
    return all.gather(positions, count);
  }

  private boolean readBlock() throws IOException {
    Arrays.fill(block, null);
    rows = -1;
    next = 0;
    if (scanner.peek() < 0) {
      return false;
    }
    DocumentColumns columns = new DocumentColumns();
    columns.read();
    rows = Math.max(rows, 0);
    return true;
  }

  /** One block's columns, in the order in which they stand. */
  private final class DocumentColumns {

    private int position;

    void read() throws IOException {
      boolean named = form != ColumnsWriter.Form.COMPACT;
      if (form == ColumnsWriter.Form.DOCUMENT) {
        readHead();
      }
      scanner.require(named ? '{' : '[');
      char closing = named ? '}' : ']';
      if (!scanner.skip(closing)) {
        do {
          readColumn(named ? target(name()) : position++);
        } while (scanner.peek() == ',' && scanner.skip(','));
        if (!scanner.skip(closing)) {
          scanner.require(',');
        }
      }
      scanner.take();
      if (form == ColumnsWriter.Form.DOCUMENT) {
        readTail();
      }
    }

    private void readHead() throws IOException {
      DocumentFrame frame = DocumentFrame.openColumns(feed);
      if (frame == null) {
        throw new TwinhouseException(
            ErrorCode.INCORRECT_DATA,
            "Expected field \"meta\" with columns names and types, then \"data\"");
      }
      frame.check(schema, settings);
    }

    private void readTail() throws IOException {
      while (scanner.skip(',')) {
        name();
        scanner.value();
      }
      scanner.require('}');
      scanner.take();
    }

    private String name() throws IOException {
      String name = scanner.string();
      if (name == null) {
        throw DocumentFrame.noString();
      }
      scanner.require(':');
      return name;
    }

    private int target(String name) {
      int index = schema.find(name);
      if (index < 0 && !skipsUnknown) {
        throw new TwinhouseException(
            ErrorCode.INCORRECT_DATA, "Unknown column found in input data: " + name);
      }
      if (index >= 0 && block[index] != null) {
        throw new TwinhouseException(
            ErrorCode.INCORRECT_DATA, "Repeated field (`" + name + "`) when processing data");
      }
      return index;
    }

    private void readColumn(int column) throws IOException {
      if (scanner.peek() != '[') {
        scanner.require('[');
      }
      if (column < 0) {
        scanner.value();
        scanner.take();
        return;
      }
      if (column >= block.length) {
        throw new TwinhouseException(
            ErrorCode.INCORRECT_DATA,
            "Input data has too many columns, expected " + block.length + " columns");
      }
      scanner.take();
      feed.take(bounds.lengthOf(feed));
      held.grow((long) ROOM * (feed.to() - feed.from()));
      TextInput values = new TextInput().over(feed.data(), feed.from() + 1, feed.to() - 1);
      ColumnValues read = new ColumnValues(schema.type(column), readers.get(column));
      block[column] = read.read(values);
      int count = read.rows();
      if (rows >= 0 && count != rows) {
        throw new TwinhouseException(
            ErrorCode.INCORRECT_DATA,
            "Number of rows differs in different columns: " + rows + " != " + count);
      }
      rows = count;
    }
  }

  @Override
  public void close() {
    held.close();
  }
}
