// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.api;

import io.twinhouse.engine.access.AccessChange;
import io.twinhouse.engine.access.AccessControl;
import io.twinhouse.engine.access.AccessFiles;
import io.twinhouse.engine.access.Permissions;
import io.twinhouse.engine.api.measure.EngineLimits;
import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.Schema;
import io.twinhouse.engine.error.Checkpoint;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.exec.QueryExecution;
import io.twinhouse.engine.exec.task.QueryContext;
import io.twinhouse.engine.exec.task.QueryLimits;
import io.twinhouse.engine.exec.task.WorkerPool;
import io.twinhouse.engine.expression.Expression;
import io.twinhouse.engine.file.FileAccess;
import io.twinhouse.engine.frontend.Access;
import io.twinhouse.engine.frontend.PlanningContext;
import io.twinhouse.engine.frontend.Rewrites;
import io.twinhouse.engine.frontend.SqlFrontend;
import io.twinhouse.engine.frontend.SqlFunctions;
import io.twinhouse.engine.frontend.Statement;
import io.twinhouse.engine.function.BindContext;
import io.twinhouse.engine.function.SessionRoles;
import io.twinhouse.engine.lookup.LookupCatalog;
import io.twinhouse.engine.lookup.Lookups;
import io.twinhouse.engine.memory.MemoryContext;
import io.twinhouse.engine.memory.MemoryLevel;
import io.twinhouse.engine.setting.Settings;
import io.twinhouse.engine.spi.Capability;
import io.twinhouse.engine.spi.Storage;
import io.twinhouse.engine.spi.StorageOptions;
import io.twinhouse.engine.spi.StorageProvider;
import io.twinhouse.engine.spi.Table;
import io.twinhouse.engine.spi.TableDefinition;
import io.twinhouse.engine.spi.TableName;
import io.twinhouse.engine.spill.SpillDirectory;
import io.twinhouse.engine.spill.SpillSpace;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The engine: a house, a front end, a memory tree, worker threads, and the queries that run. */
final class EmbeddedTwinhouse implements Twinhouse {

  private final Settings settings;
  private final Clock clock;
  private final MemoryContext memory;
  private final WorkerPool pool;
  private final SpillDirectory temporaryData;
  private final FileAccess files;
  private final RunningQueries queries;
  private final Map<String, MemoryContext> users = new ConcurrentHashMap<>();
  private final @Nullable SqlFrontend frontend;
  private final Storage storage;
  private final Set<SessionStorage> sessionStorages = ConcurrentHashMap.newKeySet();
  private final Function<MemoryContext, Storage> houseInMemory;
  private final AccessControl access;
  private final SqlFunctions functions;
  private final Lookups lookups;
  private boolean closed;

  private EmbeddedTwinhouse(
      StorageProvider provider,
      String url,
      Map<String, String> options,
      Settings settings,
      Clock clock,
      EngineLimits limits) {
    this.settings = settings;
    this.clock = clock;
    queries = new RunningQueries(clock);
    memory = MemoryContext.root("server", limits.memoryBytes());
    pool = new WorkerPool(limits.threads());
    temporaryData = limits.temporaryData();
    files = limits.files();
    frontend = ServiceLoader.load(SqlFrontend.class, loader()).findFirst().orElse(null);
    storage =
        provider.open(
            new StorageOptions(url, options, memory, this::compileExpression, clock, this::help));
    String inMemory = provider.scheme() + ":memory:";
    access = new AccessControl(accessFiles(), clock);
    functions =
        storage
            .directory()
            .map(directory -> SqlFunctions.in(Path.of(directory, "user_defined")))
            .orElseGet(SqlFunctions::inMemory);
    lookups = new Lookups(this::lookup, this::readLookup, memory);
    houseInMemory =
        within ->
            provider.open(
                new StorageOptions(inMemory, Map.of(), within, this::compileExpression, clock));
  }

  /** A thread of the pool takes part in what a house does when one is free. */
  private void help(Runnable work) {
    pool.submit(
        () -> {
          work.run();
          return false;
        });
  }

  /** Users and rights stand beside the tables, if these are kept at all. */
  private @Nullable AccessFiles accessFiles() {
    return storage
        .directory()
        .map(directory -> new AccessFiles(Path.of(directory, "access"), this::accessChange))
        .orElse(null);
  }

  private AccessChange accessChange(String sql) {
    PlanningContext context =
        planning(storage, Asker.engine(""), "default", settings, Map.of(), Rewrites.NONE);
    return ((Statement.ChangeAccess) frontend().prepare(sql, context)).change();
  }

  private static ClassLoader loader() {
    return EmbeddedTwinhouse.class.getClassLoader();
  }

  static Twinhouse open(
      String url,
      Map<String, String> options,
      Map<String, String> settings,
      Clock clock,
      EngineLimits limits) {
    Settings changed = Settings.DEFAULT.with(settings);
    return new EmbeddedTwinhouse(provider(url), url, options, changed, clock, limits);
  }

  /** What is wrong with a house that nobody has open. */
  static List<String> check(
      String url, Map<String, String> options, Clock clock, EngineLimits limits) {
    try (MemoryContext memory = MemoryContext.root("check", limits.memoryBytes())) {
      return provider(url)
          .check(
              new StorageOptions(
                  url,
                  options,
                  memory,
                  (text, schema) -> {
                    throw new TwinhouseException(
                        ErrorCode.LOGICAL_ERROR, "A check has no use for the expression " + text);
                  },
                  clock));
    }
  }

  private static StorageProvider provider(String url) {
    int colon = url.indexOf(':');
    String scheme = colon < 0 ? url : url.substring(0, colon);
    for (StorageProvider provider : ServiceLoader.load(StorageProvider.class, loader())) {
      if (provider.scheme().equals(scheme)) {
        return provider;
      }
    }
    throw new TwinhouseException(
        ErrorCode.BAD_ARGUMENTS,
        "No house answers to the URL '"
            + url
            + "': there is no storage for '"
            + scheme
            + ":' on the class path");
  }

  private Expression compileExpression(String text, Schema schema) {
    return frontend()
        .compileExpression(
            text,
            schema,
            planning(
                storage, Asker.engine("default"), "default", settings, Map.of(), Rewrites.NONE));
  }

  @Override
  public QueryResult query(QueryRequest request) {
    return session().query(request);
  }

  @Override
  public void execute(String script) {
    queries.checkOpen();
    Session session = session();
    for (String statement : frontend().split(script)) {
      try (QueryResult result = session.query(QueryRequest.of(statement))) {
        while (result.next() != null) {
          // nobody wants these rows
        }
      }
    }
  }

  @Override
  public Session session() {
    return new EmbeddedSession(this, settings, null);
  }

  @Override
  public Session session(Access access) {
    return new EmbeddedSession(this, settings, access);
  }

  @Override
  public Session session(String user) {
    EmbeddedSession session = new EmbeddedSession(this, settings, null);
    session.begin(user);
    return session;
  }

  @Override
  public AccessControl access() {
    return access;
  }

  @Override
  public Storage storage() {
    return storage;
  }

  @Override
  public MemoryContext memory() {
    return memory;
  }

  @Override
  public boolean cancel(String queryId) {
    return queries.cancel(queryId);
  }

  @Override
  public void close() {
    synchronized (this) {
      if (closed) {
        return;
      }
      closed = true;
    }
    queries.close();
    pool.close();
    sessionStorages.forEach(SessionStorage::close);
    lookups.close();
    storage.close();
    temporaryData.close();
    users.values().forEach(MemoryContext::close);
    memory.close();
  }

  SqlFrontend frontend() {
    if (frontend == null) {
      throw new TwinhouseException(
          ErrorCode.SUPPORT_IS_DISABLED,
          "No SQL front end is on the class path; add the module sql-planner");
    }
    return frontend;
  }

  RunningQueries queries() {
    return queries;
  }

  WorkerPool pool() {
    return pool;
  }

  /** A node for one query below its user's, with the caps of its settings. */
  MemoryContext queryMemory(String user, String queryId, Settings of) {
    MemoryContext userNode =
        users.computeIfAbsent(
            user, name -> memory.child(MemoryLevel.USER, name, MemoryContext.UNLIMITED));
    userNode.limit(unlimitedIfZero(of.number("max_memory_usage_for_user")));
    long limit = unlimitedIfZero(of.number("max_memory_usage"));
    return userNode.child(MemoryLevel.QUERY, queryId, limit);
  }

  /** The temporary data of one query, under the thresholds of its settings. */
  SpillSpace temporaryData(String user, Settings of) {
    MemoryContext userNode = users.get(user);
    return new SpillSpace(
        temporaryData,
        of.number("max_temporary_data_on_disk_size_for_query"),
        StateSettings.thresholds(of),
        userNode == null ? List.of(memory) : List.of(userNode, memory));
  }

  private static long unlimitedIfZero(long bytes) {
    return bytes == 0 ? MemoryContext.UNLIMITED : bytes;
  }

  /** The house for a new session, with room for temporary tables. */
  SessionStorage sessionStorage() {
    return new SessionStorage(storage, () -> houseInMemory(memory), sessionStorages::add);
  }

  /** An empty house in memory, for as long as a session or a statement needs one. */
  Storage houseInMemory(MemoryContext within) {
    return houseInMemory.apply(within);
  }

  void forget(SessionStorage ended) {
    sessionStorages.remove(ended);
  }

  /** The functions that users made. */
  SqlFunctions functions() {
    return functions;
  }

  /** The dictionaries that were asked for. */
  Lookups lookups() {
    return lookups;
  }

  private LookupCatalog.@Nullable Declared lookup(String database, String name) {
    if (!storage.capabilities().contains(Capability.SCAN)) {
      throw new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED,
          "A dictionary in a query that is rewritten or run in parts is not supported; leave the"
              + " query to the server as a whole");
    }
    if (!storage.databases().contains(database)) {
      return null;
    }
    TableDefinition found =
        storage.table(new TableName(database, name)).map(Table::definition).orElse(null);
    return found == null || !found.isLookup() && !found.isJoined()
        ? null
        : new LookupCatalog.Declared(
            found, () -> frontend().lookup(found, asEngine(found.name().database())));
  }

  private Statement.Query prepared(List<String> queries) {
    int at = 0;
    while (true) {
      try {
        return (Statement.Query) frontend().prepare(queries.get(at), asEngine("default"));
      } catch (TwinhouseException e) {
        if (!e.is(ErrorCode.UNKNOWN_IDENTIFIER) || ++at == queries.size()) {
          throw at > 0 && e.is(ErrorCode.BAD_ARGUMENTS) ? unlike(e) : e;
        }
      }
    }
  }

  /** Columns in order, of which there are more or fewer than are wanted. */
  private static TwinhouseException unlike(TwinhouseException e) {
    return new TwinhouseException(
        ErrorCode.NUMBER_OF_COLUMNS_DOESNT_MATCH, String.valueOf(e.getMessage()), e);
  }

  /** Runs the query of a dictionary's source, on the server's account. */
  private void readLookup(List<String> queries, Consumer<Batch> rows) {
    Statement.Query query = prepared(queries);
    MemoryContext source =
        memory.child(MemoryLevel.OPERATOR, "DictionarySource", MemoryContext.UNLIMITED);
    QueryContext context =
        new QueryContext(source, pool, QueryLimits.NONE.withThreads(pool.threads()));
    Runnable wanted = Checkpoint.current();
    if (wanted != null) {
      context.onProgress(wanted); // it ends with the query that asks for it
    }
    try (QueryExecution execution = new QueryExecution(query.plan(), context)) {
      for (Batch batch = execution.next(); batch != null; batch = execution.next()) {
        rows.accept(batch);
      }
    } finally {
      context.spill().close();
      source.close();
    }
  }

  /** As the engine itself plans, whom nothing is hidden from. */
  PlanningContext asEngine(String database) {
    return planning(storage, Asker.engine("default"), database, settings, Map.of(), Rewrites.NONE);
  }

  /** Reads dictionaries anew; all that were read before where none is named. */
  void reload(List<TableName> names) {
    if (names.isEmpty()) {
      lookups.reloadRead(clock.instant());
    }
    for (TableName name : names) {
      lookups.named(name.database() + "." + name.table(), name.database()).reload(clock.instant());
    }
  }

  /** The files that statements may touch. */
  FileAccess files() {
    return files;
  }

  PlanningContext planning(
      Storage house,
      Asker asker,
      String database,
      Settings of,
      Map<String, String> parameters,
      Rewrites rewrites) {
    Permissions permissions = asker.permissions();
    String zone = of.text("session_timezone");
    BindContext bind =
        new BindContext(
            clock.instant(),
            zone.isEmpty() ? ZoneId.of("UTC") : ZoneId.of(zone),
            asker.user(),
            asker.queryId(),
            database,
            permissions == null ? SessionRoles.NONE : permissions.roles(),
            of::text,
            asker.access() == null ? lookups : Lookups.NONE);
    return new PlanningContext(
        house,
        bind,
        parameters,
        of.changed(),
        rewrites,
        queries,
        asker.access(),
        permissions,
        asker.access() == null ? files : FileAccess.NONE,
        asker.access() == null ? functions : SqlFunctions.inMemory(),
        asker.quota());
  }
}
