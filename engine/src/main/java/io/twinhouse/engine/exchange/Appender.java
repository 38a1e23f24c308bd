// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.exchange;

import io.twinhouse.engine.api.QueryRequest;
import io.twinhouse.engine.api.QueryResult;
import io.twinhouse.engine.api.Twinhouse;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.memory.MemoryContext;
import io.twinhouse.engine.memory.MemoryLevel;
import io.twinhouse.engine.type.Quoting;
import java.io.ByteArrayInputStream;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Appends rows to a table: Java values in the order of the columns, or records by the names of
 * their components. Rows are sent in blocks of about a megabyte, each of which becomes visible as a
 * whole; {@link #flush} sends what is left, {@link #close} does so too. For one thread.
 *
 * <p>Taken are null, Boolean, numbers, CharSequence, enums (by name), LocalDate, Instant,
 * LocalDateTime (as the column's zone reads it), OffsetDateTime, ZonedDateTime, Duration (for
 * Time), UUID, InetAddress, Iterable and arrays for Array and Tuple, Map for Map.
 *
 * <pre>{@code
 * try (Appender rows = Appender.to(engine, "visits", "day", "user")) {
 *   rows.append(LocalDate.of(2026, 1, 1), "ann");
 *   rows.appendRecord(new Visit(LocalDate.of(2026, 1, 2), "bob"));
 * }
 * }</pre>
 */
public final class Appender implements AutoCloseable {

  private static final int BLOCK = 1 << 20;

  private final Twinhouse engine;
  private final String sql;
  private final List<String> columns;
  private final MemoryContext memory;
  private final JsonRows rows = new JsonRows();
  private long sent;
  private boolean closed;

  private Appender(Twinhouse engine, String table, List<String> columns) {
    this.engine = engine;
    this.columns = columns;
    String names = columns.stream().map(Quoting::name).collect(Collectors.joining(", "));
    sql =
        "INSERT INTO "
            + quoted(table)
            + (columns.isEmpty() ? "" : " (" + names + ")")
            + " FORMAT JSONCompactEachRow";
    memory = engine.memory().child(MemoryLevel.OPERATOR, "appender", MemoryContext.UNLIMITED);
    memory.reserve(BLOCK);
  }

  /** A table's name, maybe behind its database's, as SQL. */
  static String quoted(String table) {
    return Arrays.stream(table.split("\\.", 2)).map(Quoting::name).collect(Collectors.joining("."));
  }

  /**
   * An appender to a table.
   *
   * @param table {@code name} or {@code database.name}
   * @param columns that rows will hold, in order; all of the table if there are none. Others take
   *     their defaults
   */
  public static Appender to(Twinhouse engine, String table, String... columns) {
    return new Appender(engine, table, List.of(columns));
  }

  /** An appender of records, to the columns that their components are named after. */
  public static Appender ofRecords(Twinhouse engine, String table, Class<? extends Record> type) {
    List<String> columns = new ArrayList<>();
    for (RecordComponent component : type.getRecordComponents()) {
      columns.add(RecordMapping.snakeCase(component.getName()));
    }
    return new Appender(engine, table, List.copyOf(columns));
  }

  /**
   * Appends a row.
   *
   * @throws TwinhouseException when a full block is refused, or a value has no form in SQL
   */
  public Appender append(@Nullable Object... values) {
    if (closed) {
      throw new TwinhouseException(ErrorCode.BAD_ARGUMENTS, "The appender is closed");
    }
    if (!columns.isEmpty() && columns.size() != values.length) {
      throw new TwinhouseException(
          ErrorCode.NUMBER_OF_COLUMNS_DOESNT_MATCH,
          "A row has " + values.length + " values for the columns " + String.join(", ", columns));
    }
    rows.add(values);
    if (rows.size() >= BLOCK) {
      flush();
    }
    return this;
  }

  /** Appends a record, its components in their order. */
  public Appender appendRecord(Record row) {
    RecordComponent[] components = row.getClass().getRecordComponents();
    @Nullable Object[] values = new @Nullable Object[components.length];
    for (int i = 0; i < values.length; i++) {
      try {
        components[i].getAccessor().setAccessible(true);
        values[i] = components[i].getAccessor().invoke(row);
      } catch (ReflectiveOperationException failed) {
        throw new TwinhouseException(
            ErrorCode.BAD_ARGUMENTS,
            "The component " + components[i].getName() + " of " + row + " cannot be read",
            failed);
      }
    }
    return append(values);
  }

  /** Sends the rows appended so far; returns how many were sent in all. */
  public long flush() {
    if (rows.count() > 0) {
      long count = rows.count();
      byte[] block = rows.take();
      QueryRequest request = QueryRequest.of(sql).withData(new ByteArrayInputStream(block));
      try (QueryResult result = engine.query(request)) {
        while (result.next() != null) {
          // an INSERT does its work here
        }
      }
      sent += count;
    }
    return sent;
  }

  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    try {
      flush();
    } finally {
      memory.release(BLOCK);
      memory.close();
    }
  }
}
