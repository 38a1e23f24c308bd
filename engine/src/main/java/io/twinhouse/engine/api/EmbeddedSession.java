// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.api;

import io.twinhouse.engine.access.AccessControl;
import io.twinhouse.engine.access.NameSet;
import io.twinhouse.engine.access.Permissions;
import io.twinhouse.engine.access.quota.EnabledQuota;
import io.twinhouse.engine.error.Checkpoint;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.frontend.Access;
import io.twinhouse.engine.frontend.PlanningContext;
import io.twinhouse.engine.frontend.Statement;
import io.twinhouse.engine.setting.Settings;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A current database and settings, and the statements that change them. */
final class EmbeddedSession implements Session {

  private final EmbeddedTwinhouse engine;
  private final SessionStorage storage;
  private final @Nullable Access access;
  private Settings settings;
  private final Map<String, String> parameters = new HashMap<>();
  private String database;
  private @Nullable Set<UUID> roles;
  private @Nullable Permissions known;

  EmbeddedSession(EmbeddedTwinhouse engine, Settings settings, @Nullable Access access) {
    this.engine = engine;
    this.storage = engine.sessionStorage();
    this.settings = settings;
    this.access = access;
    this.database = engine.storage().defaultDatabase();
  }

  @Override
  public QueryResult query(QueryRequest asked) {
    return query(asked, null);
  }

  /**
   * Runs a statement.
   *
   * @param whole the id of the query that it is a part of, which is cancelled with it; or null
   */
  QueryResult query(QueryRequest asked, @Nullable String whole) {
    String id = engine.queries().begin(asked, database, whole);
    QueryRequest request = withOwnParameters(asked.withQueryId(id));
    QuotaMeter meter = null;
    try {
      Permissions permissions = permissions(request);
      EnabledQuota quota = engine.access().quota(permissions, request.client());
      meter = new QuotaMeter(quota);
      checkSettings(settings, request.settings(), permissions);
      Settings requested = settings.with(request.settings());
      Statement statement = prepared(request, permissions, quota, requested);
      meter.begins(statement);
      return new StatementRunner(engine, this, request, id, requested, permissions, meter)
          .run(statement);
    } catch (RuntimeException | Error e) {
      try {
        if (meter != null) {
          meter.failed(request.sql(), e);
        }
      } finally { // a quota that refuses must not leave the query running
        engine.queries().failed(id, e);
        engine.queries().end(id);
      }
      throw e;
    }
  }

  /** Planning may read dictionaries, which can take as long as any query. */
  private Statement prepared(
      QueryRequest request, Permissions permissions, EnabledQuota quota, Settings requested) {
    String id = request.queryId();
    long start = System.nanoTime();
    Runnable before = Checkpoint.enter(() -> requireWanted(id, requested, start));
    try {
      return engine
          .frontend()
          .prepare(request.sql(), planning(request, permissions, quota, requested));
    } finally {
      Checkpoint.enter(before);
    }
  }

  private void requireWanted(String id, Settings of, long startNanos) {
    engine.queries().requireWanted(id);
    long allowed = of.nanos("max_execution_time");
    long elapsed = System.nanoTime() - startNanos;
    if (allowed > 0 && elapsed > allowed) {
      throw new TwinhouseException(
          ErrorCode.TIMEOUT_EXCEEDED,
          String.format(
              Locale.ROOT,
              "Timeout exceeded while the query was planned: elapsed %.3f ms, maximum: %d ms",
              elapsed / 1e6,
              allowed / 1_000_000));
    }
  }

  /** What a statement of this session is planned by. */
  PlanningContext planning(
      QueryRequest request,
      Permissions permissions,
      @Nullable EnabledQuota quota,
      Settings requested) {
    return engine.planning(
        storage.forStatement(),
        new Asker(request.user(), request.queryId(), access, permissions, quota),
        database,
        requested,
        request.parameters(),
        request.rewrites());
  }

  /** What the asking user may do now; the same object as long as nothing has changed. */
  private Permissions permissions(QueryRequest request) {
    AccessControl control = engine.access();
    NameSet wanted = request.roles();
    if (wanted != null) {
      return control.permissions(request.user(), control.currentRoles(request.user(), wanted));
    }
    Permissions last = known;
    if (last == null || !last.user().equals(request.user()) || !control.isCurrent(last)) {
      last = control.permissions(request.user(), roles);
      known = last;
    }
    return last;
  }

  /** Refuses changes of settings that readonly or the user's rules do not allow. */
  void checkSettings(Settings now, Map<String, String> changes, Permissions permissions) {
    if (!changes.isEmpty()) {
      ReadOnly.of(now).checkSettings(changes.keySet());
      engine.access().settings(permissions).check(changes);
    }
  }

  /** Begins as sessions of {@code user} do. */
  void begin(String user) {
    settings = settings.with(engine.access().settings(engine.access().permissions(user)).values());
    String own = engine.access().defaultDatabase(user);
    if (own != null && storage.databases().contains(own)) {
      database = own;
    }
  }

  /** Sets the current roles by id; null for the default ones. */
  void setRoles(@Nullable Set<UUID> wanted) {
    roles = wanted;
    known = null;
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

  /**
   * @param values of settings
   * @param texts of parameters
   */
  void set(Map<String, String> values, Map<String, String> texts) {
    settings = settings.with(values);
    parameters.putAll(texts);
  }

  /** What the session was told of a parameter goes before what comes with a request. */
  private QueryRequest withOwnParameters(QueryRequest request) {
    if (parameters.isEmpty()) {
      return request;
    }
    Map<String, String> all = new HashMap<>(request.parameters());
    all.putAll(parameters);
    return request.withParameters(all);
  }
}
