// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.clickhouse;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.memory.MemoryContext;
import io.twinhouse.engine.memory.MemoryLevel;
import io.twinhouse.engine.spi.BatchSink;
import io.twinhouse.engine.spi.Capability;
import io.twinhouse.engine.spi.MergeRequest;
import io.twinhouse.engine.spi.RemoteRequest;
import io.twinhouse.engine.spi.RemoteResult;
import io.twinhouse.engine.spi.Storage;
import io.twinhouse.engine.spi.Table;
import io.twinhouse.engine.spi.TableDefinition;
import io.twinhouse.engine.spi.TableName;
import io.twinhouse.engine.spi.ViewDefinition;
import io.twinhouse.storage.clickhouse.catalog.Catalog;
import io.twinhouse.storage.clickhouse.catalog.Ddl;
import io.twinhouse.storage.clickhouse.client.ClickHouseGateway;
import io.twinhouse.storage.clickhouse.client.Endpoint;
import io.twinhouse.storage.clickhouse.client.Request;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * A server as a house. What it holds is asked anew for each statement, for others change it, too.
 */
final class ClickHouseStorage implements Storage {
  private static final String UNTRACKED = "max_untracked_memory";

  private static final Pattern INSERT_SETTING =
      Pattern.compile(
          "(async_)?insert_\\w+|\\w+_insert(_\\w+)?|max_memory_usage(_for_user)?|max_execution_time");

  private final ClickHouseGateway gateway;
  private final Endpoint endpoint;
  private final MemoryContext memory;
  private final Catalog catalog;

  ClickHouseStorage(ClickHouseGateway gateway, Endpoint endpoint, MemoryContext serverMemory) {
    this.gateway = gateway;
    this.endpoint = endpoint;
    this.memory = serverMemory.child(MemoryLevel.OPERATOR, "clickhouse", MemoryContext.UNLIMITED);
    this.catalog = new Catalog(gateway, memory);
  }

  private ClickHouseStorage(ClickHouseStorage house, Catalog catalog) {
    this.gateway = house.gateway;
    this.endpoint = house.endpoint;
    this.memory = house.memory;
    this.catalog = catalog;
  }

  @Override
  public Storage forStatement() {
    return new ClickHouseStorage(this, catalog.forStatement());
  }

  @Override
  public Set<Capability> capabilities() {
    return EnumSet.complementOf(EnumSet.of(Capability.SCAN));
  }

  @Override
  public List<String> databases() {
    return catalog.databases();
  }

  @Override
  public String defaultDatabase() {
    return endpoint.database();
  }

  @Override
  public void createDatabase(String name) {
    change(Ddl.createDatabase(name));
  }

  @Override
  public void dropDatabase(String name) {
    change(Ddl.dropDatabase(name));
  }

  @Override
  public List<TableName> tables(String database) {
    return catalog.tables(database);
  }

  @Override
  public Optional<Table> table(TableName name) {
    return catalog.table(name).map(definition -> new RemoteTable(definition, catalog));
  }

  @Override
  public Optional<ViewDefinition> view(TableName name) {
    return catalog.view(name);
  }

  @Override
  public void createTable(TableDefinition definition) {
    change(Ddl.createTable(definition));
  }

  @Override
  public void createView(ViewDefinition definition, boolean replace) {
    change(Ddl.createView(definition, replace));
  }

  @Override
  public void drop(TableName name) {
    change(Ddl.drop(name));
  }

  @Override
  public void truncate(TableName name) {
    change(Ddl.truncate(name));
  }

  @Override
  public void optimize(TableName name, MergeRequest request) {
    change(Ddl.optimize(name, request));
  }

  @Override
  public BatchSink insert(TableName name, List<String> columns) {
    return insert(name, columns, Map.of(), memory);
  }

  @Override
  public BatchSink insert(
      TableName name, List<String> columns, Map<String, String> settings, MemoryContext work) {
    TableDefinition table =
        catalog
            .table(name)
            .orElseThrow(
                () ->
                    new TwinhouseException(
                        ErrorCode.UNKNOWN_TABLE, "Table " + name + " does not exist"));
    return BufferedInsert.into(table, columns, insertSettings(settings), gateway, work);
  }

  /** Of all settings of a statement those that say how rows are taken. */
  private static Map<String, String> insertSettings(Map<String, String> settings) {
    Map<String, String> kept = new TreeMap<>(settings);
    kept.keySet().removeIf(name -> !INSERT_SETTING.matcher(name).matches());
    return kept;
  }

  @Override
  public RemoteResult execute(RemoteRequest request) {
    String id = request.queryId().isEmpty() ? UUID.randomUUID().toString() : request.queryId();
    String untracked =
        request
            .settings()
            .getOrDefault(UNTRACKED, endpoint.settings().getOrDefault(UNTRACKED, "default"));
    Request sent =
        new Request(
            request.sql(), request.database(), request.parameters(), request.settings(), id);
    return StreamedResult.open(gateway, catalog, sent, memory, untracked.equals("0"));
  }

  @Override
  public boolean hasFunction(String name) {
    return catalog.hasFunction(name);
  }

  @Override
  public void cancel(String queryId) {
    gateway.cancel(queryId);
  }

  private void change(String sql) {
    try {
      gateway.execute(Request.of(sql));
    } finally {
      catalog.forget();
    }
  }

  /** Results and inserts still open are cut off; they give back their memory when closed. */
  @Override
  public void close() {
    gateway.close();
  }
}
