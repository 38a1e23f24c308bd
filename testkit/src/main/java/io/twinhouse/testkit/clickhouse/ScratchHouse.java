// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.testkit.clickhouse;

import io.twinhouse.engine.api.Twinhouse;

/** An engine on an empty database of the real server; the database goes when this is closed. */
public final class ScratchHouse implements AutoCloseable {

  private final RealClickHouse server;
  private final String database;
  private final Twinhouse engine;

  private ScratchHouse(RealClickHouse server, String database, Twinhouse engine) {
    this.server = server;
    this.database = database;
    this.engine = engine;
  }

  /**
   * Opens an engine on a database made anew.
   *
   * @param database an identifier; tests that run side by side need different ones
   */
  public static ScratchHouse open(RealClickHouse server, String database) {
    server.freshDatabase(database);
    return new ScratchHouse(
        server, database, Twinhouse.open("clickhouse:" + server.url() + "/" + database));
  }

  /** The engine, open as long as this is. */
  public Twinhouse engine() {
    return engine;
  }

  @Override
  public void close() {
    engine.close();
    server.http().query("DROP DATABASE IF EXISTS `" + database + "`");
  }
}
