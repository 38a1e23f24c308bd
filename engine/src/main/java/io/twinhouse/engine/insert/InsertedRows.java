// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.insert;

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
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A house as the query of a materialized view sees it: in the place of one table there are the rows
 * that were just inserted. Only for reading; what it is made of belongs to others.
 *
 * @param rows has those rows in a table of the same name
 */
record InsertedRows(Storage house, Storage rows, TableName source) implements Storage {

  @Override
  public Set<Capability> capabilities() {
    return house.capabilities();
  }

  @Override
  public List<String> databases() {
    return house.databases();
  }

  @Override
  public boolean hasTemporary(String name) {
    return false;
  }

  @Override
  public List<TableName> tables(String database) {
    return house.tables(database);
  }

  @Override
  public Optional<Table> table(TableName name) {
    return (name.equals(source) ? rows : house).table(name);
  }

  @Override
  public Optional<ViewDefinition> view(TableName name) {
    return house.view(name);
  }

  @Override
  public void createDatabase(String name) {
    throw readOnly();
  }

  @Override
  public void dropDatabase(String name) {
    throw readOnly();
  }

  @Override
  public void createTable(TableDefinition definition) {
    throw readOnly();
  }

  @Override
  public void createView(ViewDefinition definition, boolean replace) {
    throw readOnly();
  }

  @Override
  public void drop(TableName name) {
    throw readOnly();
  }

  @Override
  public void truncate(TableName name) {
    throw readOnly();
  }

  @Override
  public void optimize(TableName name, MergeRequest request) {
    throw readOnly();
  }

  @Override
  public BatchSink insert(TableName table, List<String> columns) {
    throw readOnly();
  }

  @Override
  public RemoteResult execute(RemoteRequest request) {
    throw readOnly();
  }

  private static IllegalStateException readOnly() {
    return new IllegalStateException("the query of a view only reads");
  }

  @Override
  public void close() {
    // house and rows are closed by their owners
  }
}
