// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.clickhouse;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.spi.Scan;
import io.twinhouse.engine.spi.ScanRequest;
import io.twinhouse.engine.spi.Table;
import io.twinhouse.engine.spi.TableDefinition;
import io.twinhouse.engine.spi.TableStatistics;
import io.twinhouse.storage.clickhouse.catalog.Catalog;

/** A table of the server; its declaration is the one of the moment it was looked up. */
final class RemoteTable implements Table {
  private final TableDefinition definition;
  private final Catalog catalog;

  RemoteTable(TableDefinition definition, Catalog catalog) {
    this.definition = definition;
    this.catalog = catalog;
  }

  @Override
  public TableDefinition definition() {
    return definition;
  }

  @Override
  public TableStatistics statistics() {
    return catalog.statistics(definition.name());
  }

  @Override
  public Scan scan(ScanRequest request) {
    throw new TwinhouseException(
        ErrorCode.UNSUPPORTED_METHOD,
        "Table "
            + definition.name()
            + " lies on a ClickHouse server, which runs queries itself; send it SQL instead");
  }
}
