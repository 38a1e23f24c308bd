// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.write;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.Schema;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.memory.MemoryContext;
import io.twinhouse.engine.memory.MemoryLevel;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.spi.BatchSink;
import io.twinhouse.engine.spi.ColumnDefinition;
import io.twinhouse.engine.spi.ExpressionCompiler;
import io.twinhouse.storage.arrow.file.StorageFailure;
import io.twinhouse.storage.arrow.format.TwoThreads;
import io.twinhouse.storage.arrow.lane.LaneBuffer;
import io.twinhouse.storage.arrow.layout.TableLayout;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Collects the rows of one insert. Past {@link #BLOCK_ROWS} rows parts are written early, still
 * unseen; commit publishes all of them together. One thread.
 */
public final class TableSink implements BatchSink {

  /** Rows that are sorted together; ClickHouse's max_insert_block_size. */
  private static final int BLOCK_ROWS = 1_048_449;

  private static final long BLOCK_BYTES = 256L << 20;

  /** What becomes of written parts. */
  public interface Target {

    /**
     * Makes parts visible and durable together; takes care of them also when that fails.
     *
     * @param blocks what the insert is recognised by when it comes again; empty for nothing
     */
    void publish(List<WrittenPart> parts, List<String> blocks) throws IOException;

    /** Deletes the files of parts that will not be published. */
    void discard(List<WrittenPart> parts);

    /** Who may take rows over while the next ones are being read. */
    TwoThreads threads();

    /** Writes parts; see {@link PartBuilder#write}. */
    void write(Batch rows, List<WrittenPart> written, MemoryContext memory) throws IOException;
  }

  private final TableLayout layout;
  private final Target target;
  private final MemoryContext memory;
  private final Reservation buffered;
  private final Reservation taken;
  private final int[] positions;
  private final @Nullable LaneBuffer[] buffers;
  private final DefaultValues defaults;
  private final Constraints constraints;
  private final List<WrittenPart> written = new ArrayList<>();
  private TwoThreads.@Nullable Begun taking;
  private int rows;
  private long total;
  private boolean ended;

  /**
   * @param columns names of the columns that batches hold; none means all that can be inserted
   * @param parent where what is buffered is reserved
   */
  public TableSink(
      TableLayout layout,
      Target target,
      List<String> columns,
      ExpressionCompiler compiler,
      MemoryContext parent) {
    this.layout = layout;
    this.target = target;
    this.positions = positions(layout, columns);
    Schema schema = layout.schema();
    boolean[] given = new boolean[schema.size()];
    for (int position : positions) {
      given[position] = true;
    }
    this.defaults = new DefaultValues(layout, compiler, given);
    this.constraints = new Constraints(layout, compiler);
    this.memory = parent.child(MemoryLevel.OPERATOR, "insert", MemoryContext.UNLIMITED);
    this.buffered = new Reservation(memory);
    this.taken = new Reservation(memory);
    this.buffers = new LaneBuffer[schema.size()];
    for (int position : positions) {
      buffers[position] = LaneBuffer.of(schema.type(position), buffered);
    }
  }

  private static int[] positions(TableLayout layout, List<String> given) {
    List<String> columns = given.isEmpty() ? insertable(layout) : given;
    int[] positions = new int[columns.size()];
    for (int i = 0; i < positions.length; i++) {
      String name = columns.get(i);
      positions[i] = layout.schema().indexOf(name);
      if (positions[i] < 0) {
        throw new TwinhouseException(
            ErrorCode.NO_SUCH_COLUMN_IN_TABLE,
            "No such column " + name + " in table " + layout.definition().name() + ".");
      }
      if (columns.indexOf(name) < i) {
        throw new TwinhouseException(
            ErrorCode.DUPLICATE_COLUMN,
            "Column "
                + name
                + " in table "
                + layout.definition().name()
                + " specified more than once.");
      }
    }
    return positions;
  }

  /** What an insert that names no columns brings. */
  private static List<String> insertable(TableLayout layout) {
    return layout.columns().stream()
        .filter(
            column ->
                column.kind() == ColumnDefinition.Kind.PLAIN
                    || column.kind() == ColumnDefinition.Kind.DEFAULT)
        .map(ColumnDefinition::name)
        .toList();
  }

  /** Full batches are copied by another thread while the next one is read. */
  @Override
  public void take(Batch batch) {
    if (batch.rows() < Batch.ROWS) {
      add(batch);
      return;
    }
    settle();
    require(batch);
    taken.resize(batch.retainedBytes());
    taking = target.threads().begin(() -> append(batch));
  }

  /** Waits until the batch taken last is copied. */
  private void settle() {
    TwoThreads.Begun last = taking;
    taking = null;
    if (last != null) {
      last.end();
    }
  }

  @Override
  public void add(Batch batch) {
    settle();
    require(batch);
    append(batch);
  }

  private void require(Batch batch) {
    requireOpen();
    if (batch.width() != positions.length) {
      throw new TwinhouseException(
          ErrorCode.NUMBER_OF_COLUMNS_DOESNT_MATCH,
          "An insert of " + positions.length + " columns got " + batch.width());
    }
    for (int i = 0; i < positions.length; i++) {
      requireNoNull(positions[i], batch.column(i));
    }
  }

  private void append(Batch batch) {
    for (int from = 0; from < batch.rows(); ) {
      int count = Math.min(batch.rows() - from, BLOCK_ROWS - rows);
      for (int i = 0; i < positions.length; i++) {
        buffer(positions[i]).append(batch.column(i), from, count);
      }
      rows += count;
      total += count;
      from += count;
      if (rows == BLOCK_ROWS || buffered.heldBytes() > BLOCK_BYTES) {
        flush();
      }
    }
  }

  private LaneBuffer buffer(int position) {
    LaneBuffer buffer = buffers[position];
    if (buffer == null) {
      throw new IllegalStateException("column " + position + " is computed");
    }
    return buffer;
  }

  private void requireNoNull(int position, Column column) {
    boolean[] nulls = column.nulls();
    if (nulls == null || layout.type(position).isNullable()) {
      return;
    }
    for (int i = 0; i < column.size(); i++) {
      if (nulls[i]) {
        throw new TwinhouseException(
            ErrorCode.CANNOT_INSERT_NULL_IN_ORDINARY_COLUMN,
            "Cannot convert NULL value to non-Nullable type: while inserting into column "
                + layout.columns().get(position).name()
                + " of table "
                + layout.definition().name());
      }
    }
  }

  private void flush() {
    if (rows == 0) {
      return;
    }
    Column[] columns = new Column[buffers.length];
    for (int c = 0; c < columns.length; c++) {
      LaneBuffer buffer = buffers[c];
      columns[c] = buffer == null ? null : buffer.view();
    }
    try {
      Batch complete = defaults.complete(columns, rows, memory);
      constraints.check(complete, memory);
      target.write(complete, written, memory);
    } catch (IOException e) {
      throw StorageFailure.writing(layout.definition().name().toString(), e);
    }
    for (LaneBuffer buffer : buffers) {
      if (buffer != null) {
        buffer.clear();
      }
    }
    rows = 0;
  }

  @Override
  public long commit() {
    return commit(List.of());
  }

  @Override
  public long commit(List<String> identities) {
    requireOpen();
    settle();
    flush();
    ended = true;
    List<WrittenPart> parts = List.copyOf(written);
    written.clear();
    try {
      if (!parts.isEmpty()) {
        target.publish(parts, identities);
      }
      return total;
    } catch (IOException e) {
      throw StorageFailure.writing(layout.definition().name().toString(), e);
    } finally {
      close();
    }
  }

  private void requireOpen() {
    if (ended) {
      throw new IllegalStateException("the insert has ended");
    }
  }

  @Override
  public void close() {
    ended = true;
    if (taking != null) {
      taking.await();
      taking = null;
    }
    if (!written.isEmpty()) {
      target.discard(List.copyOf(written));
      written.clear();
    }
    buffered.close();
    taken.close();
    memory.close();
  }
}
