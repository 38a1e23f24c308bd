// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.api;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.frontend.Statement;
import io.twinhouse.engine.plan.QueryPlan;
import io.twinhouse.engine.spi.PartitionChange;
import io.twinhouse.engine.spi.PartitionChoice;
import io.twinhouse.engine.spi.Storage;
import io.twinhouse.engine.spi.TableDefinition;
import io.twinhouse.engine.spi.TableName;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;

/** Runs CREATE TABLE: a table is there with its rows, or not at all. */
final class TableCreation {

  /** Writes rows to a table. */
  @FunctionalInterface
  interface Fill {
    void insert(TableName table, List<String> columns, QueryPlan rows);
  }

  private final Storage storage;
  private final Predicate<TableName> exists;
  private final Fill fill;

  TableCreation(Storage storage, Predicate<TableName> exists, Fill fill) {
    this.storage = storage;
    this.exists = exists;
    this.fill = fill;
  }

  void run(Statement.CreateTable create) {
    TableName name = create.definition().name();
    boolean there = exists.test(name);
    if (create.ifNotExists() && storage.detachedTables().containsKey(name)) {
      return;
    }
    if (there && create.replace()) {
      replace(create);
    } else if (!there || !create.ifNotExists()) {
      if (there && name.database().equals(Storage.TEMPORARY)) {
        throw new TwinhouseException(
            ErrorCode.TABLE_ALREADY_EXISTS, "Temporary table " + name.table() + " already exists");
      }
      create(create.definition(), create);
    }
  }

  /** The old table stays until the new one is complete: it may be what the rows come from. */
  private void replace(Statement.CreateTable create) {
    TableName name = create.definition().name();
    TableName aside = new TableName(name.database(), "_tmp_replace_" + UUID.randomUUID());
    create(create.definition().toBuilder().name(aside).build(), create);
    try {
      storage.exchange(name, aside);
    } catch (RuntimeException | Error e) {
      storage.drop(aside);
      throw e;
    }
    storage.drop(aside);
  }

  private void create(TableDefinition definition, Statement.CreateTable create) {
    TableName name = definition.name();
    storage.createTable(definition);
    try {
      if (create.fill() != null) {
        fill.insert(name, definition.schema().names(), create.fill());
      }
      if (create.cloned() != null) {
        storage.changePartition(
            name,
            PartitionChange.with(PartitionChange.Kind.COPY, PartitionChoice.ALL, create.cloned()));
      }
    } catch (RuntimeException | Error e) {
      storage.drop(name);
      throw e;
    }
  }
}
