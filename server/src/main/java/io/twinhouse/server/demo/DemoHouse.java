// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.demo;

import io.twinhouse.engine.api.QueryRequest;
import io.twinhouse.engine.api.QueryResult;
import io.twinhouse.engine.api.QueryStatistics;
import io.twinhouse.engine.api.Session;
import io.twinhouse.engine.api.Twinhouse;
import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.Schema;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.spi.BatchSink;
import io.twinhouse.engine.spi.TableName;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One house with the demo's tables in a database of its own, which goes when this is closed. For
 * one thread.
 */
public final class DemoHouse implements AutoCloseable {

  private static final int ROWS_PER_INSERT = 400_000;

  private final String name;
  private final Twinhouse engine;
  private final String database;
  private final DemoOptions options;
  private final Session session;

  private DemoHouse(String name, Twinhouse engine, String database, DemoOptions options) {
    this.name = name;
    this.options = options;
    this.engine = engine;
    this.database = database;
    this.session = engine.session();
  }

  /**
   * Opens a house and loads the demo's rows.
   *
   * @param progress told how many rows are in
   */
  public static DemoHouse load(
      String name, String url, DemoOptions options, Consumer<Long> progress) {
    Twinhouse engine = Twinhouse.open(url);
    try {
      // the process keeps apart two demos that share a server
      String database =
          "twinhouse_demo_"
              + Long.toUnsignedString(options.seed())
              + "_"
              + ProcessHandle.current().pid();
      DemoHouse house = new DemoHouse(name, engine, database, options);
      house.fill(progress);
      return house;
    } catch (RuntimeException failed) {
      engine.close();
      throw failed;
    }
  }

  private void fill(Consumer<Long> progress) {
    run("DROP DATABASE IF EXISTS " + database);
    run("CREATE DATABASE " + database);
    run("USE " + database);
    for (String object : List.of("events", "users", "live_users")) {
      run(resource(object));
    }
    long[] rows = new long[1];
    insert("events", DemoTable.EVENTS, sink -> DemoTable.events(options, sink), rows, progress);
    insert("users", DemoTable.USERS, sink -> DemoTable.users(options, sink), rows, progress);
    run("OPTIMIZE TABLE events FINAL");
  }

  private void insert(
      String table,
      Schema schema,
      Consumer<Consumer<Batch>> source,
      long[] rows,
      Consumer<Long> progress) {
    TableName name = new TableName(database, table);
    try (Inserts inserts = new Inserts(name, schema.names())) {
      source.accept(
          batch -> {
            inserts.add(batch);
            rows[0] += batch.rows();
            progress.accept(rows[0]);
          });
      inserts.commit();
    }
  }

  /** Inserts of bounded size, one after the other. */
  private final class Inserts implements AutoCloseable {
    private final TableName table;
    private final List<String> columns;
    private @Nullable BatchSink sink;
    private long rows;

    Inserts(TableName table, List<String> columns) {
      this.table = table;
      this.columns = columns;
    }

    void add(Batch batch) {
      BatchSink open = sink;
      if (open == null) {
        open = engine.storage().insert(table, columns);
        sink = open;
      }
      open.add(batch);
      rows += batch.rows();
      if (rows >= ROWS_PER_INSERT) {
        commit();
      }
    }

    void commit() {
      BatchSink open = sink;
      if (open != null) {
        open.commit();
        open.close();
        sink = null;
        rows = 0;
      }
    }

    @Override
    public void close() {
      BatchSink open = sink;
      if (open != null) {
        open.close();
      }
    }
  }

  public String name() {
    return name;
  }

  /**
   * Asks a question and reads the whole answer.
   *
   * @throws TwinhouseException what the house refused, with its name and the question before it
   */
  public Answer ask(Question question) {
    Map<String, String> values =
        DemoParameters.of(question.metric(), options, question.includeAnonymous());
    try {
      return ask(question.metric().request(values));
    } catch (TwinhouseException refused) {
      throw refused.withContext(name + ", " + question);
    }
  }

  private Answer ask(QueryRequest request) {
    long begun = System.nanoTime();
    try (QueryResult result = session.query(request)) {
      Schema schema = result.schema();
      List<List<String>> rows = new ArrayList<>();
      for (List<@Nullable Object> row : result.rows()) {
        rows.add(row.stream().map(value -> value == null ? "NULL" : value.toString()).toList());
      }
      QueryStatistics figures = result.statistics();
      return new Answer(
          schema.fields().stream().map(Object::toString).toList(),
          rows,
          System.nanoTime() - begun,
          figures.peakMemoryBytes(),
          figures.readRows(),
          figures.readBytes());
    }
  }

  private void run(String sql) {
    try (QueryResult result = session.query(QueryRequest.of(sql))) {
      while (result.next() != null) {
        // statements answer nothing
      }
    }
  }

  private static String resource(String name) {
    String path = "/io/twinhouse/demo/" + name + ".sql";
    try (InputStream in = DemoHouse.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException(path + " is not on the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  @Override
  public void close() {
    try {
      run("DROP DATABASE IF EXISTS " + database);
    } finally {
      engine.close();
    }
  }
}
