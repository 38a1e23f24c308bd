// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.api;

import io.twinhouse.engine.frontend.Access;
import io.twinhouse.engine.frontend.Statement;
import io.twinhouse.engine.setting.Settings;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A current database and settings, and the statements that change them. */
final class EmbeddedSession implements Session {

  private final EmbeddedTwinhouse engine;
  private final SessionStorage storage;
  private final @Nullable Access access;
  private Settings settings;
  private String database;

  EmbeddedSession(EmbeddedTwinhouse engine, Settings settings, @Nullable Access access) {
    this.engine = engine;
    this.storage = engine.sessionStorage();
    this.settings = settings;
    this.access = access;
    this.database = engine.storage().defaultDatabase();
  }

  @Override
  public QueryResult query(QueryRequest request) {
    String id = engine.queries().begin(request, database);
    try {
      ReadOnly.of(settings).checkSettings(request.settings().keySet());
      Settings requested = settings.with(request.settings());
      Statement statement =
          engine
              .frontend()
              .prepare(
                  request.sql(),
                  engine.planning(
                      storage,
                      request.user(),
                      database,
                      requested,
                      request.parameters(),
                      request.rewrites(),
                      access));
      return new StatementRunner(engine, this, request, id, requested).run(statement);
    } catch (RuntimeException | Error e) {
      engine.queries().failed(id, e);
      engine.queries().end(id);
      throw e;
    }
  }

  @Override
  public String database() {
    return database;
  }

  @Override
  public String setting(String name) {
    return settings.text(name);
  }

  SessionStorage storage() {
    return storage;
  }

  @Override
  public void close() {
    engine.forget(storage);
    storage.close();
  }

  void use(String name) {
    database = name;
  }

  void set(Map<String, String> values) {
    settings = settings.with(values);
  }
}
