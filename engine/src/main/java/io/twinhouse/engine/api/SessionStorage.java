// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.api;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.memory.MemoryContext;
import io.twinhouse.engine.spi.BatchSink;
import io.twinhouse.engine.spi.Capability;
import io.twinhouse.engine.spi.DatabaseDefinition;
import io.twinhouse.engine.spi.ExpressionCompiler;
import io.twinhouse.engine.spi.MergeRequest;
import io.twinhouse.engine.spi.Mutation;
import io.twinhouse.engine.spi.PartitionChange;
import io.twinhouse.engine.spi.RemoteRequest;
import io.twinhouse.engine.spi.RemoteResult;
import io.twinhouse.engine.spi.Storage;
import io.twinhouse.engine.spi.Table;
import io.twinhouse.engine.spi.TableAlteration;
import io.twinhouse.engine.spi.TableDefinition;
import io.twinhouse.engine.spi.TableName;
import io.twinhouse.engine.spi.ViewDefinition;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The house as one session sees it: with its temporary tables, which are in a house of their own in
 * memory, made with the first of them and closed with the session.
 */
final class SessionStorage implements Storage {

  private final Storage server;
  private volatile Storage house;
  private final Supplier<Storage> opener;
  private final Consumer<SessionStorage> whenOpened;
  private volatile @Nullable Storage temporary;
  private boolean closed;

  /**
   * @param opener opens an empty house in memory
   * @param whenOpened told of this when there is something to close
   */
  SessionStorage(Storage house, Supplier<Storage> opener, Consumer<SessionStorage> whenOpened) {
    this.server = house;
    this.house = house;
    this.opener = opener;
    this.whenOpened = whenOpened;
  }

  /** Another statement of this session begins, which sees what there is now. */
  @Override
  public Storage forStatement() {
    house = server.forStatement();
    return this;
  }

  private Storage of(TableName name) {
    Storage own = temporary;
    return own != null && name.database().equals(TEMPORARY) ? own : house;
  }

  private Storage both(TableName left, TableName right) {
    if (of(left) != of(right)) {
      throw new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED,
          "Cannot rename between temporary and other tables: " + left + ", " + right);
    }
    return of(left);
  }

  private synchronized Storage opened() {
    if (closed) {
      throw new TwinhouseException(ErrorCode.SESSION_NOT_FOUND, "The session has been closed");
    }
    Storage own = temporary;
    if (own == null) {
      own = opener.get();
      own.createDatabase(TEMPORARY);
      temporary = own;
      whenOpened.accept(this);
    }
    return own;
  }

  @Override
  public boolean hasTemporary(String name) {
    Storage own = temporary;
    return own != null && own.table(new TableName(TEMPORARY, name)).isPresent();
  }

  @Override
  public Set<Capability> capabilities() {
    return house.capabilities();
  }

  @Override
  public List<String> databases() {
    return house.databases();
  }

  @Override
  public String defaultDatabase() {
    return house.defaultDatabase();
  }

  @Override
  public void createDatabase(String name) {
    house.createDatabase(name);
  }

  @Override
  public void createDatabase(DatabaseDefinition definition) {
    house.createDatabase(definition);
  }

  @Override
  public Optional<DatabaseDefinition> database(String name) {
    return house.database(name);
  }

  @Override
  public void dropDatabase(String name) {
    house.dropDatabase(name);
  }

  @Override
  public Optional<String> directory() {
    return house.directory();
  }

  @Override
  public List<TableName> tables(String database) {
    if (!database.equals(TEMPORARY)) {
      return house.tables(database);
    }
    Storage own = temporary;
    return own == null ? List.of() : own.tables(TEMPORARY);
  }

  @Override
  public Optional<Table> table(TableName name) {
    return of(name).table(name);
  }

  @Override
  public Optional<ViewDefinition> view(TableName name) {
    return of(name).view(name);
  }

  @Override
  public void createTable(TableDefinition definition) {
    boolean ownTable = definition.name().database().equals(TEMPORARY);
    (ownTable ? opened() : house).createTable(definition);
  }

  @Override
  public void createView(ViewDefinition definition, boolean replace) {
    house.createView(definition, replace);
  }

  @Override
  public void drop(TableName name) {
    of(name).drop(name);
  }

  @Override
  public void detach(TableName name, boolean permanently) {
    house.detach(name, permanently);
  }

  @Override
  public void attach(TableName name) {
    house.attach(name);
  }

  @Override
  public Map<TableName, Boolean> detachedTables() {
    return house.detachedTables();
  }

  @Override
  public void truncate(TableName name) {
    of(name).truncate(name);
  }

  @Override
  public void alter(TableAlteration alteration) {
    of(alteration.definition().name()).alter(alteration);
  }

  @Override
  public void mutate(TableName name, Mutation mutation) {
    of(name).mutate(name, mutation);
  }

  @Override
  public void mutate(TableName name, Mutation mutation, ExpressionCompiler compiler) {
    of(name).mutate(name, mutation, compiler);
  }

  @Override
  public void noteMutation(TableName name, List<String> commands) {
    of(name).noteMutation(name, commands);
  }

  @Override
  public boolean forgetMutation(TableName name, String id) {
    return of(name).forgetMutation(name, id);
  }

  @Override
  public void changePartition(TableName name, PartitionChange change) {
    TableName other = change.other();
    if (other != null && of(other) != of(name)) {
      throw new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED,
          "Cannot change partitions between temporary and other tables: " + name + ", " + other);
    }
    of(name).changePartition(name, change);
  }

  @Override
  public void materializeTtl(TableName name) {
    of(name).materializeTtl(name);
  }

  @Override
  public void rename(TableName from, TableName to) {
    both(from, to).rename(from, to);
  }

  @Override
  public void renameDatabase(String from, String to) {
    house.renameDatabase(from, to);
  }

  @Override
  public void exchange(TableName left, TableName right) {
    both(left, right).exchange(left, right);
  }

  @Override
  public void optimize(TableName name, MergeRequest request) {
    of(name).optimize(name, request);
  }

  @Override
  public void allowMerges(@Nullable TableName name, boolean allowed) {
    (name == null ? house : of(name)).allowMerges(name, allowed);
  }

  @Override
  public List<ViewDefinition> dependents(TableName source) {
    return source.database().equals(TEMPORARY) ? List.of() : house.dependents(source);
  }

  @Override
  public BatchSink insert(TableName table, List<String> columns) {
    return of(table).insert(table, columns);
  }

  @Override
  public BatchSink insert(
      TableName table, List<String> columns, Map<String, String> settings, MemoryContext memory) {
    return of(table).insert(table, columns, settings, memory);
  }

  @Override
  public BatchSink insertComputed(TableName table, List<String> columns, MemoryContext memory) {
    return of(table).insertComputed(table, columns, memory);
  }

  @Override
  public RemoteResult execute(RemoteRequest request) {
    return house.execute(request);
  }

  @Override
  public boolean hasFunction(String name) {
    return house.hasFunction(name);
  }

  @Override
  public void cancel(String queryId) {
    house.cancel(queryId);
  }

  /** Drops the temporary tables; the house stays open. Idempotent. */
  @Override
  public synchronized void close() {
    closed = true;
    Storage own = temporary;
    temporary = null;
    if (own != null) {
      own.close();
    }
  }
}
