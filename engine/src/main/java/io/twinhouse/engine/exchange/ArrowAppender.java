// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.exchange;

import io.twinhouse.engine.api.QueryRequest;
import io.twinhouse.engine.api.QueryResult;
import io.twinhouse.engine.api.Twinhouse;
import io.twinhouse.engine.arrow.ArrowBlock;
import io.twinhouse.engine.arrow.BlockDecoder;
import io.twinhouse.engine.arrow.VectorBuffers;
import io.twinhouse.engine.column.Schema;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.format.FormatSettings;
import io.twinhouse.engine.format.Formats;
import io.twinhouse.engine.format.ResultFigures;
import io.twinhouse.engine.format.ResultWriter;
import io.twinhouse.engine.memory.MemoryContext;
import io.twinhouse.engine.memory.MemoryLevel;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.type.Quoting;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.ipc.ArrowReader;
import org.apache.arrow.vector.types.pojo.Field;

/**
 * Appends Arrow batches to a table: vectors go to the columns of their names, in any order, their
 * values converted as ClickHouse's format ArrowStream does; columns without a vector take their
 * defaults. Each batch becomes visible as a whole and is the caller's again when {@link #append}
 * returns. For one thread.
 *
 * <pre>{@code
 * try (ArrowAppender visits = ArrowAppender.to(engine, "visits")) {
 *   visits.append(root);
 *   visits.appendAll(new ArrowStreamReader(in, allocator));
 * }
 * }</pre>
 */
public final class ArrowAppender implements AutoCloseable {

  /** NULL is not a default here: a program that sends one into a column without NULL is wrong. */
  private static final FormatSettings STRICT =
      new FormatSettings(Map.of("input_format_null_as_default", "0"));

  /** How documents travel. */
  private static final Map<String, String> AS_TEXT =
      Map.of("output_format_native_write_json_as_string", "1");

  private final Twinhouse engine;
  private final String table;
  private final Schema columns;
  private final MemoryContext memory;
  private long rows;

  private ArrowAppender(Twinhouse engine, String table, Schema columns) {
    this.engine = engine;
    this.table = table;
    this.columns = columns;
    memory = engine.memory().child(MemoryLevel.OPERATOR, "arrow appender", MemoryContext.UNLIMITED);
  }

  /**
   * An appender to a table.
   *
   * @param table {@code name} or {@code database.name}
   * @throws TwinhouseException UNKNOWN_TABLE
   */
  public static ArrowAppender to(Twinhouse engine, String table) {
    String name = Appender.quoted(table);
    try (QueryResult empty = engine.query("SELECT * FROM " + name + " LIMIT 0")) {
      return new ArrowAppender(engine, name, empty.schema());
    }
  }

  /**
   * Appends the rows of one batch; returns how many were appended so far.
   *
   * @throws TwinhouseException NO_SUCH_COLUMN_IN_TABLE for a vector that the table has no column
   *     for, CANNOT_INSERT_NULL_IN_ORDINARY_COLUMN for a NULL where there can be none,
   *     NOT_IMPLEMENTED for dictionary-encoded vectors
   */
  public long append(VectorSchemaRoot root) {
    for (Field field : root.getSchema().getFields()) {
      requireColumn(field);
    }
    if (root.getRowCount() > 0) {
      BlockDecoder decoder = new BlockDecoder(root.getSchema(), columns, STRICT);
      try (Reservation held = new Reservation(memory)) {
        held.grow(vectorBytes(root));
        ArrowBlock block = VectorBuffers.ofVectors(root);
        decoder.bind(block);
        send(decoder, held);
      }
      rows += root.getRowCount();
    }
    return rows;
  }

  /** Appends all batches that are left; the reader is not closed. */
  public long appendAll(ArrowReader reader) throws IOException {
    while (reader.loadNextBatch()) {
      append(reader.getVectorSchemaRoot());
    }
    return rows;
  }

  private void requireColumn(Field field) {
    if (field.getDictionary() != null) {
      throw new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED,
          "The vector " + field.getName() + " is dictionary-encoded; decode it first");
    }
    if (columns.indexOf(field.getName()) < 0) {
      throw new TwinhouseException(
          ErrorCode.NO_SUCH_COLUMN_IN_TABLE,
          "No such column " + field.getName() + " in table " + table);
    }
  }

  private static long vectorBytes(VectorSchemaRoot root) {
    return root.getFieldVectors().stream().mapToLong(vector -> vector.getBufferSize()).sum();
  }

  /** In the form that every house reads without loss. */
  private void send(BlockDecoder decoder, Reservation held) {
    List<String> names = decoder.schema().names();
    String sql =
        "INSERT INTO "
            + table
            + names.stream().map(Quoting::name).collect(Collectors.joining(", ", " (", ")"))
            + " FORMAT Native";
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ResultWriter writer =
          Formats.output("Native").writer(decoder.schema(), new FormatSettings(AS_TEXT), bytes);
      writer.write(decoder.read(0, decoder.rows()));
      writer.end(new ResultFigures(0, decoder.rows(), 0, -1));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    held.grow(bytes.size());
    QueryRequest request =
        QueryRequest.of(sql)
            .withSettings(AS_TEXT)
            .withData(new ByteArrayInputStream(bytes.toByteArray()));
    try (QueryResult result = engine.query(request)) {
      while (result.next() != null) {
        // an INSERT does its work here
      }
    }
  }

  @Override
  public void close() {
    memory.close();
  }
}
