// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.analyse;

import io.twinhouse.engine.frontend.PlanningContext;
import io.twinhouse.engine.frontend.Rewrites;
import io.twinhouse.engine.function.BindContext;
import io.twinhouse.engine.spi.BatchSink;
import io.twinhouse.engine.spi.Capability;
import io.twinhouse.engine.spi.ColumnDefinition;
import io.twinhouse.engine.spi.MergeRequest;
import io.twinhouse.engine.spi.RemoteRequest;
import io.twinhouse.engine.spi.RemoteResult;
import io.twinhouse.engine.spi.Scan;
import io.twinhouse.engine.spi.ScanRequest;
import io.twinhouse.engine.spi.Storage;
import io.twinhouse.engine.spi.Table;
import io.twinhouse.engine.spi.TableDefinition;
import io.twinhouse.engine.spi.TableName;
import io.twinhouse.engine.spi.TableStatistics;
import io.twinhouse.engine.spi.ViewDefinition;
import io.twinhouse.engine.type.TupleType;
import io.twinhouse.engine.type.TypeParser;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** A catalog of tables without rows, to plan against. */
public final class TestHouse implements Storage {

  /** The current database, with table {@code t}. */
  public static final String DATABASE = "analyser";

  private final Map<TableName, TableDefinition> tables = new TreeMap<>();
  private final Map<TableName, ViewDefinition> views = new HashMap<>();
  private final Map<TableName, Table> opened = new HashMap<>();
  private final Set<Capability> capabilities;

  private TestHouse(Set<Capability> capabilities) {
    this.capabilities = capabilities;
  }

  /** An embedded house with the tables of the benchmark. */
  public static TestHouse embedded() {
    return filled(Set.of(Capability.SCAN, Capability.DDL, Capability.INSERT));
  }

  /** The same tables in a house that runs SQL itself. */
  public static TestHouse remote() {
    return filled(Set.of(Capability.SQL));
  }

  private static TestHouse filled(Set<Capability> capabilities) {
    TestHouse house = new TestHouse(capabilities);
    String events =
        "event_type LowCardinality(String), event_at DateTime64(3,'UTC'), data String, project_id"
            + " String, branch_id String, user_id Nullable(String), country"
            + " LowCardinality(Nullable(String)), is_anonymous Nullable(UInt8), refresh_token_id"
            + " Nullable(String)";
    house.add("w1", "events", "MergeTree", events, "project_id", "branch_id", "event_at");
    house.add("w2", "events", "MergeTree", events, "project_id", "branch_id", "event_at");
    house.add(
        "w1",
        "events_json",
        "MergeTree",
        "event_type LowCardinality(String), event_at DateTime64(3,'UTC'), data JSON, project_id"
            + " String, branch_id String, user_id Nullable(String)",
        "project_id",
        "branch_id",
        "event_at");
    String users =
        "project_id String, branch_id String, id UUID, display_name Nullable(String),"
            + " primary_email Nullable(String), primary_email_verified UInt8, signed_up_at"
            + " DateTime64(3,'UTC'), server_metadata String, is_anonymous UInt8, sync_sequence_id"
            + " Int64, sync_is_deleted UInt8";
    house.add("w2", "users", "ReplacingMergeTree", users, "project_id", "branch_id", "id");
    house.add("w2", "users_merged", "ReplacingMergeTree", users, "project_id", "branch_id", "id");
    house.add(
        DATABASE,
        "t",
        "MergeTree",
        "a Int64, b Int64, s String, d DateTime, n Nullable(Int32), arr Array(UInt8), tup Tuple(x"
            + " UInt8, y String), m Map(String, UInt64), j JSON, lc LowCardinality(String)",
        "a");
    return house;
  }

  /** Adds a table; {@code columns} as in CREATE TABLE. */
  public void add(String database, String name, String engine, String columns, String... orderBy) {
    TupleType tuple = (TupleType) TypeParser.parse("Tuple(" + columns + ")");
    List<ColumnDefinition> definitions = new ArrayList<>();
    for (int i = 0; i < tuple.names().size(); i++) {
      definitions.add(ColumnDefinition.plain(tuple.names().get(i), tuple.elements().get(i)));
    }
    TableName table = new TableName(database, name);
    opened.remove(table);
    List<String> key = List.of(orderBy);
    tables.put(
        table,
        new TableDefinition(
            table, definitions, engine, List.of(), key, key, null, null, null, Map.of(), ""));
  }

  /** Adds a table of the session, without columns of interest. */
  public void addTemporary(String name) {
    add(Storage.TEMPORARY, name, "Memory", "x UInt8");
  }

  @Override
  public boolean hasTemporary(String name) {
    return tables.containsKey(new TableName(Storage.TEMPORARY, name));
  }

  /** Adds a view. */
  public void addView(String database, String name, String query) {
    TableName view = new TableName(database, name);
    views.put(view, new ViewDefinition(view, query, ""));
  }

  /** A context to plan a query in, at a fixed time. */
  public PlanningContext context(Map<String, String> parameters, Map<String, String> settings) {
    BindContext bind =
        new BindContext(
            Instant.parse("2026-06-16T15:30:00Z"),
            ZoneOffset.UTC,
            "default",
            DATABASE,
            name -> settings.getOrDefault(name, ""));
    return new PlanningContext(this, bind, parameters, settings, Rewrites.NONE);
  }

  /** A context without parameters and settings. */
  public PlanningContext context() {
    return context(Map.of(), Map.of());
  }

  @Override
  public Set<Capability> capabilities() {
    return capabilities;
  }

  @Override
  public List<String> databases() {
    return List.of(DATABASE, "w1", "w2");
  }

  @Override
  public List<TableName> tables(String database) {
    return tables.keySet().stream().filter(t -> t.database().equals(database)).toList();
  }

  @Override
  public Optional<Table> table(TableName name) {
    return Optional.ofNullable(tables.get(name))
        .map(d -> opened.computeIfAbsent(name, n -> new EmptyTable(d)));
  }

  @Override
  public Optional<ViewDefinition> view(TableName name) {
    return Optional.ofNullable(views.get(name));
  }

  private record EmptyTable(TableDefinition definition) implements Table {
    @Override
    public TableStatistics statistics() {
      return new TableStatistics(0, 0, 0);
    }

    @Override
    public Scan scan(ScanRequest request) {
      throw new UnsupportedOperationException("nothing is read in a test of planning");
    }
  }

  @Override
  public void createDatabase(String name) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void dropDatabase(String name) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void createTable(TableDefinition definition) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void createView(ViewDefinition definition, boolean replace) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void drop(TableName name) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void truncate(TableName name) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void optimize(TableName name, MergeRequest request) {
    throw new UnsupportedOperationException();
  }

  @Override
  public BatchSink insert(TableName table, List<String> columns) {
    throw new UnsupportedOperationException();
  }

  @Override
  public RemoteResult execute(RemoteRequest request) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void close() {
    // Holds nothing.
  }
}
