// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.push;

import io.twinhouse.engine.column.Schema;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.spi.ColumnDefinition;
import io.twinhouse.engine.spi.RemoteRequest;
import io.twinhouse.engine.spi.RemoteResult;
import io.twinhouse.engine.spi.Scan;
import io.twinhouse.engine.spi.ScanRequest;
import io.twinhouse.engine.spi.Storage;
import io.twinhouse.engine.spi.Table;
import io.twinhouse.engine.spi.TableDefinition;
import io.twinhouse.engine.spi.TableName;
import io.twinhouse.engine.spi.TableStatistics;
import java.util.List;
import java.util.Map;

/** The rows of a query that the server runs, as a table to be read once. */
final class PushedQuery implements Table {

  private final Storage server;
  private final String sql;
  private final Schema schema;
  private final Map<String, String> settings;

  PushedQuery(Storage server, String sql, Schema schema, Map<String, String> settings) {
    this.server = server;
    this.sql = sql;
    this.schema = schema;
    this.settings = Map.copyOf(settings);
  }

  /** Named by its SQL, for EXPLAIN. */
  @Override
  public TableDefinition definition() {
    List<ColumnDefinition> columns =
        schema.fields().stream().map(f -> ColumnDefinition.plain(f.name(), f.type())).toList();
    return TableDefinition.of(new TableName("ClickHouse", sql), columns, "ClickHouse");
  }

  @Override
  public TableStatistics statistics() {
    return new TableStatistics(0, 0, 1);
  }

  @Override
  public Scan scan(ScanRequest request) {
    if (request.filter() != null) {
      throw new IllegalArgumentException("what was pushed is filtered there");
    }
    RemoteResult rows = server.execute(new RemoteRequest(sql, "", "", Map.of(), settings));
    if (!rows.schema().types().equals(schema.types())) {
      rows.close();
      throw new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED,
          "The server answers with the types "
              + rows.schema().types()
              + " where "
              + schema.types()
              + " were planned, so that the rest of the query can't be run here: "
              + sql);
    }
    List<Integer> columns =
        request.output().stream()
            .map(output -> schema.indexOf(request.reads().get(output).column()))
            .toList();
    return new PushedScan(rows, columns);
  }
}
