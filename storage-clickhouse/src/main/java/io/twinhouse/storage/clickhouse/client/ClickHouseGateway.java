// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.clickhouse.client;

import java.util.List;

/**
 * A server that can be sent statements. Thread-safe; each call takes a connection of a pool for its
 * own duration. All calls throw {@link io.twinhouse.engine.error.TwinhouseException}: with the
 * server's number when it answered an error, NETWORK_ERROR when it cannot be reached or the line
 * broke, SOCKET_TIMEOUT when it stayed silent for too long.
 */
public interface ClickHouseGateway extends AutoCloseable {

  /** Opens a pool of connections; nothing is sent yet. */
  static ClickHouseGateway connect(Endpoint endpoint) {
    return new DriverGateway(endpoint);
  }

  /**
   * Runs a statement that answers with rows, in the format Native. The server has finished the
   * whole query when this returns (it buffers the answer), so an error comes from here and not from
   * the middle of the stream, and the summary is final.
   */
  Answer query(Request request);

  /** Runs a statement and drops what it answers. */
  Summary execute(Request request);

  /**
   * Sends rows: {@code INSERT INTO table (columns) FORMAT Native}.
   *
   * @param table the table as SQL, already quoted
   * @param columns column names as SQL, already quoted; empty for all columns
   * @param request parameters, settings and query id; its SQL is not used
   * @param repetition whether the rows may be sent again after the line broke
   * @param body writes Native blocks; called once for each time that they are sent
   */
  Summary insert(
      String table, List<String> columns, Request request, Repetition repetition, InsertBody body);

  /** Asks the server to end a running query; returns without waiting for that to happen. */
  void cancel(String queryId);

  /** Closes the pool. Idempotent. */
  @Override
  void close();
}
