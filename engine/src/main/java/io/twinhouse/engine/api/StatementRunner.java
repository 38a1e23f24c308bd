// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.api;

import io.twinhouse.engine.access.NameSet;
import io.twinhouse.engine.access.Permissions;
import io.twinhouse.engine.api.measure.InsertFigures;
import io.twinhouse.engine.api.measure.Measurement;
import io.twinhouse.engine.api.measure.ResultLimits;
import io.twinhouse.engine.column.Schema;
import io.twinhouse.engine.error.Checkpoint;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.exec.PartsCheck;
import io.twinhouse.engine.exec.PeakEstimate;
import io.twinhouse.engine.exec.task.QueryContext;
import io.twinhouse.engine.exec.task.QueryLimits;
import io.twinhouse.engine.exec.task.SizeLimit;
import io.twinhouse.engine.exec.task.StateLimits;
import io.twinhouse.engine.format.FormatSettings;
import io.twinhouse.engine.frontend.Note;
import io.twinhouse.engine.frontend.PlanningContext;
import io.twinhouse.engine.frontend.QueryEntry;
import io.twinhouse.engine.frontend.Statement;
import io.twinhouse.engine.json.column.SessionZone;
import io.twinhouse.engine.memory.MemoryContext;
import io.twinhouse.engine.plan.PlanNode;
import io.twinhouse.engine.plan.QueryPlan;
import io.twinhouse.engine.setting.Settings;
import io.twinhouse.engine.spi.Capability;
import io.twinhouse.engine.spi.RemoteRequest;
import io.twinhouse.engine.spi.RemoteResult;
import io.twinhouse.engine.spi.ScanCounters;
import io.twinhouse.engine.spi.Storage;
import io.twinhouse.engine.spi.TableDefinition;
import io.twinhouse.engine.spi.TableName;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Runs one prepared statement. */
final class StatementRunner {

  private final EmbeddedTwinhouse engine;
  private final EmbeddedSession session;
  private final QueryRequest request;
  private final String queryId;
  private final Settings settings;
  private final Permissions permissions;
  private final QuotaMeter meter;
  private @Nullable QueryStatistics filled;
  private final long startNanos = System.nanoTime();

  /**
   * @param settings of session and request; the statement's own come on top
   */
  StatementRunner(
      EmbeddedTwinhouse engine,
      EmbeddedSession session,
      QueryRequest request,
      String queryId,
      Settings settings,
      Permissions permissions,
      QuotaMeter meter) {
    this.engine = engine;
    this.session = session;
    this.request = request;
    this.queryId = queryId;
    this.settings = settings;
    this.permissions = permissions;
    this.meter = meter;
  }

  QueryResult run(Statement statement) {
    if (statement instanceof Statement.Query query) {
      Settings all = checked(query);
      LocalSource source =
          new LocalSource(query.plan(), query.schema(), context(all), repeatablePeak(), zone(all));
      return result(source, query.notes(), query.format(), ResultLimits.of(all), all);
    }
    if (statement instanceof Statement.Export export) {
      return export(export);
    }
    if (statement instanceof Statement.Remote remote) {
      return remote(remote);
    }
    if (statement instanceof Statement.Measure measure) {
      return measure(measure);
    }
    if (statement instanceof Statement.Insert insert) {
      return insert(insert);
    }
    if (statement instanceof Statement.Kill kill) {
      return kill(kill);
    }
    if (statement instanceof Statement.Check check) {
      return check(check);
    }
    if (statement instanceof Statement.Several several) {
      several(several);
      return done(ScanCounters.NONE, new InsertFigures(), 0, settings);
    }
    carryOut(statement);
    QueryStatistics rows = filled;
    return rows == null
        ? done(ScanCounters.NONE, new InsertFigures(), 0, settings)
        : done(rows, settings);
  }

  /** Runs each by an id of its own; the first error is told when all had their turn. */
  private void several(Statement.Several statements) {
    TwinhouseException first = null;
    for (String text : statements.texts()) {
      engine.queries().requireWanted(queryId);
      try (QueryResult result = session.query(request.withSql(text).withQueryId(""), queryId)) {
        while (result.next() != null) {
          engine.queries().requireWanted(queryId);
        }
      } catch (TwinhouseException e) {
        first = first == null ? e : first;
      }
    }
    if (first != null) {
      throw first;
    }
  }

  /** What has no rows to answer with. */
  private void carryOut(Statement statement) {
    if (statement instanceof Statement.Use use) {
      if (!use.virtual() && !session.storage().databases().contains(use.database())) {
        throw new TwinhouseException(
            ErrorCode.UNKNOWN_DATABASE, "Database " + use.database() + " does not exist");
      }
      session.use(use.database());
    } else if (statement instanceof Statement.SetSettings set) {
      session.checkSettings(settings, set.settings(), permissions);
      session.set(set.settings(), set.parameters());
    } else if (statement instanceof Statement.ChangeAccess change) {
      engine.access().change(change.change(), permissions);
    } else if (statement instanceof Statement.SetRoles set) {
      NameSet roles = set.roles();
      session.setRoles(roles == null ? null : engine.access().currentRoles(request.user(), roles));
    } else if (statement instanceof Statement.ReloadLookups reload) {
      reload(reload);
    } else {
      engine.functions().change(statement);
      define(statement);
      if (statement instanceof Statement.CreateTable made && made.replace()) {
        TableName name = made.definition().name();
        engine.lookups().forget(name.database(), name.table());
      }
      engine.lookups().forgetOthers();
    }
  }

  private void reload(Statement.ReloadLookups statement) {
    Runnable before = Checkpoint.enter(() -> engine.queries().requireWanted(queryId));
    try {
      engine.reload(statement.names());
    } finally {
      Checkpoint.enter(before);
    }
  }

  /** Rows that go to the file alone are all written before this returns. */
  private QueryResult export(Statement.Export export) {
    Statement.Query query = export.query();
    Settings all = checked(query);
    String format = query.format() == null ? export.file().format() : query.format();
    LocalSource rows =
        new LocalSource(query.plan(), query.schema(), context(all), repeatablePeak(), zone(all));
    ExportSource written =
        new ExportSource(
            rows, export.file(), format, new FormatSettings(all.changed()), engine.files());
    QueryResult result = result(written, query.notes(), format, ResultLimits.of(all), all);
    if (!export.file().andStdout()) {
      result.next();
    }
    return result;
  }

  private Settings checked(Statement.Query query) {
    session.checkSettings(settings, query.settings(), permissions);
    Settings all = settings.with(query.settings());
    all.checkSupported();
    ReadColumns.check(query.plan(), all.number("max_columns_to_read"));
    SessionZone.require(query.schema(), zone(all));
    return all;
  }

  static ZoneId zone(Settings settings) {
    String zone = settings.text("session_timezone");
    return zone.isEmpty() ? ZoneOffset.UTC : ZoneId.of(zone);
  }

  private QueryResult measure(Statement.Measure measure) {
    Statement.Query query = measure.query();
    Settings all = settings.with(query.settings());
    all.checkSupported();
    ReadColumns.check(query.plan(), all.number("max_columns_to_read"));
    QueryPlan rows;
    if (measure.estimate()) {
      QueryContext small = measured(query, all, PeakEstimate.SMALL);
      QueryContext large = measured(query, all, PeakEstimate.LARGE);
      rows = Measurement.estimate(PeakEstimate.of(small, large));
    } else {
      rows = Measurement.analysis(measured(query, all, 1));
    }
    Schema schema = measure.estimate() ? Measurement.ESTIMATE : Measurement.ANALYSIS;
    LocalSource source = new LocalSource(rows, schema, context(all), repeatablePeak());
    return result(source, query.notes(), query.format(), ResultLimits.NONE, all);
  }

  /** Runs a query to its end and forgets its rows; what remains are the figures. */
  private QueryContext measured(Statement.Query query, Settings all, int granulesOneIn) {
    QueryContext context = context(all);
    context.readOneIn(granulesOneIn);
    engine.queries().started(queryId, new WriteActivity(context));
    LocalSource source = new LocalSource(query.plan(), query.schema(), context, repeatablePeak());
    try {
      while (source.next() != null) {
        context.proceed();
      }
    } finally {
      source.close();
    }
    return context;
  }

  private boolean repeatablePeak() {
    return session.storage().capabilities().contains(Capability.REPEATABLE_PEAK);
  }

  private QueryContext context(Settings all) {
    String threads = all.changed().get("max_threads");
    int wanted = engine.pool().threads();
    if (threads != null && !threads.startsWith("auto")) {
      long asked = Long.parseUnsignedLong(threads);
      wanted = asked < 0 ? 256 : (int) Math.min(256, asked);
    }
    StateLimits states = StateSettings.limits(all);
    SizeLimit reading = StateSettings.reading(all);
    if (states.cut() || reading.cuts()) {
      wanted = 1;
    }
    QueryLimits limits =
        new QueryLimits(
            Math.max(1, wanted),
            Math.max(0, all.nanos("max_execution_time")),
            all.text("timeout_overflow_mode").equals("break"),
            reading,
            states);
    MemoryContext memory = engine.queryMemory(request.user(), queryId, all);
    try {
      QueryContext context =
          new QueryContext(
              memory, engine.pool(), limits, engine.temporaryData(request.user(), all));
      Consumer<? super QueryProgress> listener = request.progress();
      if (listener != null) {
        context.onProgress(() -> listener.accept(progress(context)));
      }
      return context;
    } catch (RuntimeException | Error e) {
      memory.close();
      throw e;
    }
  }

  private QueryProgress progress(QueryContext context) {
    ScanCounters read = context.counters();
    return new QueryProgress(
        queryId,
        read.rows(),
        read.bytes(),
        QueryEntry.Figures.rowsOf(read.granules(), read.rows()),
        context.elapsedNanos(),
        context.memory().peakBytes());
  }

  private QueryResult remote(Statement.Remote remote) {
    Settings all = settings.with(remote.settings());
    RemoteRequest forwarded =
        new RemoteRequest(
            remote.sql(), session.database(), queryId, request.parameters(), all.changed());
    Storage house = session.storage();
    engine.queries().started(queryId, new RunningQuery.Remote(house, queryId));
    RemoteResult answer;
    try {
      answer = house.execute(forwarded);
    } catch (TwinhouseException refused) {
      return run(parts(remote, refused));
    }
    RemoteSource source = new RemoteSource(answer);
    return result(source, remote.notes(), remote.format(), ResultLimits.NONE, all);
  }

  /** What may be done where the house lacks a function; the refusal stands where nothing may. */
  private static Statement parts(Statement.Remote remote, TwinhouseException refused) {
    Supplier<Statement> parts = remote.parts();
    if (parts == null || !refused.is(ErrorCode.UNKNOWN_FUNCTION)) {
      throw refused;
    }
    try {
      return parts.get();
    } catch (TwinhouseException impossible) {
      refused.addSuppressed(impossible);
      throw refused;
    }
  }

  private QueryResult insert(Statement.Insert insert) {
    Settings all = settings.with(insert.settings());
    all.checkSupported();
    QueryContext context = context(all);
    InsertFigures figures = new InsertFigures(meter::wrote);
    engine.queries().started(queryId, new WriteActivity(context, figures));
    try {
      new InsertRun(engine, session, request, all, context, figures).run(insert);
      return done(context.counters(), figures, context.memory().peakBytes(), all);
    } finally {
      context.spill().close();
      context.memory().close();
    }
  }

  private QueryResult kill(Statement.Kill kill) {
    QueryContext context = context(settings);
    engine.queries().started(queryId, new WriteActivity(context));
    QueryPlan killed;
    try {
      KillRun run = new KillRun(engine.queries(), queryId, context);
      killed = kill.mutations() ? run.runMutations(kill, session.storage()) : run.run(kill);
    } finally {
      context.spill().close();
      context.memory().close();
    }
    if (killed.root() instanceof PlanNode.Values rows && rows.rows().rows() == 0) {
      return done(ScanCounters.NONE, new InsertFigures(), 0, settings);
    }
    LocalSource source =
        new LocalSource(
            killed,
            kill.mutations() ? KillRun.MUTATIONS : KillRun.SCHEMA,
            context(settings),
            repeatablePeak());
    return result(source, List.of(), kill.format(), ResultLimits.NONE, settings);
  }

  private QueryResult check(Statement.Check check) {
    session.checkSettings(settings, check.settings(), permissions);
    Settings all = settings.with(check.settings());
    QueryContext context = context(all);
    engine.queries().started(queryId, new WriteActivity(context));
    PartsCheck run = new PartsCheck(check.everywhere(), check.single());
    QueryPlan verdicts;
    try {
      verdicts = run.run(session.storage(), check.tables(), check.which(), context);
    } finally {
      context.spill().close();
      context.memory().close();
    }
    LocalSource source = new LocalSource(verdicts, run.schema(), context(all), repeatablePeak());
    return result(source, List.of(), check.format(), ResultLimits.NONE, all);
  }

  private QueryResult result(
      ResultSource source,
      List<Note> notes,
      @Nullable String format,
      ResultLimits limits,
      Settings all) {
    StreamedResult result =
        new StreamedResult(
            queryId, source, notes, format, limits, all, () -> engine.queries().end(queryId));
    result.countedBy(meter);
    engine.queries().started(queryId, result);
    return result;
  }

  /**
   * @param all the settings of the statement that is done
   */
  private QueryResult done(ScanCounters read, InsertFigures insert, long peakBytes, Settings all) {
    QueryStatistics statistics =
        new QueryStatistics(
            read.rows() + insert.takenRows(),
            read.bytes() + insert.takenBytes(),
            read.rows() - insert.fedRows(),
            insert.writtenRows(),
            insert.writtenBytes(),
            0,
            0,
            System.nanoTime() - startNanos,
            peakBytes,
            repeatablePeak(),
            read.granules(),
            -1,
            List.of());
    return done(statistics, all);
  }

  private QueryResult done(QueryStatistics statistics, Settings all) {
    engine.queries().end(queryId);
    return new StreamedResult(
        queryId,
        new ResultSource.Over(statistics),
        List.of(),
        null,
        ResultLimits.NONE,
        all,
        () -> {});
  }

  private void define(Statement statement) {
    Storage storage = session.storage();
    if (statement instanceof Statement.CreateTable create) {
      new TableCreation(session.storage(), this::exists, this::fill).run(create);
    } else if (statement instanceof Statement.CreateView create) {
      if (!create.ifNotExists() || !exists(create.definition().name())) {
        storage.createView(create.definition(), create.replace());
      }
    } else if (statement instanceof Statement.CreateMaterialized create) {
      createMaterialized(create);
    } else if (statement instanceof Statement.CreateDatabase
        || statement instanceof Statement.DropDatabase) {
      defineDatabase(statement);
    } else if (statement instanceof Statement.Drop drop) {
      drop(drop);
    } else if (statement instanceof Statement.Truncate truncate) {
      for (TableName name : truncate.names()) {
        if (!truncate.ifExists() || exists(name)) {
          storage.truncate(name);
        }
      }
    } else if (statement instanceof Statement.Alter alter) {
      alter.steps().forEach(step -> alter(storage, step));
    } else if (statement instanceof Statement.Optimize optimize) {
      storage.optimize(optimize.name(), optimize.request());
    } else if (statement instanceof Statement.AllowMerges merges) {
      storage.allowMerges(merges.name(), merges.allowed());
    }
  }

  private void mutate(Storage storage, Statement.Mutate step) {
    if (!step.queries()) {
      storage.mutate(step.name(), step.mutation());
      return;
    }
    QueryContext context = context(settings);
    engine.queries().started(queryId, new WriteActivity(context));
    PlanningContext planning = session.planning(request, permissions, null, settings);
    try (MutationQueries queries = new MutationQueries(engine.frontend(), planning, context)) {
      storage.mutate(step.name(), step.mutation(), queries);
    }
  }

  private void alter(Storage storage, Statement.Alter.Step step) {
    if (step instanceof Statement.Redefine redefine) {
      storage.alter(redefine.alteration());
    } else if (step instanceof Statement.Mutate mutate) {
      mutate(storage, mutate);
    } else if (step instanceof Statement.NoteMutation note) {
      storage.noteMutation(note.name(), note.commands());
    } else if (step instanceof Statement.ChangePartition change) {
      storage.changePartition(change.name(), change.change());
    } else if (step instanceof Statement.MaterializeTtl materialize) {
      storage.materializeTtl(materialize.name());
    } else if (step instanceof Statement.Detach detach) {
      storage.detach(detach.name(), detach.permanently());
    } else if (step instanceof Statement.Attach attach) {
      storage.attach(attach.name());
    } else if (step instanceof Statement.Rename rename) {
      storage.rename(rename.from(), rename.to());
    } else if (step instanceof Statement.RenameDatabase rename) {
      storage.renameDatabase(rename.from(), rename.to());
    } else if (step instanceof Statement.Exchange exchange) {
      storage.exchange(exchange.left(), exchange.right());
    }
  }

  private void drop(Statement.Drop drop) {
    Storage storage = session.storage();
    for (TableName name : drop.names()) {
      if (drop.ifExists() && !exists(name)) {
        continue;
      }
      long rows = storage.table(name).map(table -> table.statistics().rows()).orElse(0L);
      if (drop.ifEmpty() && rows > 0) {
        throw new TwinhouseException(
            ErrorCode.TABLE_NOT_EMPTY, "Table " + name.table() + " is not empty.");
      }
      storage.drop(name);
    }
  }

  private void fill(TableName name, List<String> columns, QueryPlan rows) {
    try (QueryResult result = insert(Statement.Insert.of(name, columns, rows))) {
      filled = result.statistics();
    }
  }

  private void defineDatabase(Statement statement) {
    Storage storage = session.storage();
    if (statement instanceof Statement.CreateDatabase create) {
      if (!create.ifNotExists() || !storage.databases().contains(create.name())) {
        storage.createDatabase(create.name());
      }
    } else if (statement instanceof Statement.DropDatabase drop) {
      if (!drop.ifExists() || storage.databases().contains(drop.name())) {
        storage.dropDatabase(drop.name());
      }
    }
  }

  private void createMaterialized(Statement.CreateMaterialized create) {
    Storage storage = session.storage();
    TableName name = create.definition().name();
    boolean there = storage.databases().contains(name.database()) && exists(name);
    if (there && create.ifNotExists()) {
      return;
    }
    if (there) {
      throw new TwinhouseException(
          ErrorCode.TABLE_ALREADY_EXISTS, "Table " + name + " already exists.");
    }
    TableDefinition inner = create.inner();
    if (inner != null) {
      if (exists(inner.name())) {
        // left by a crash before the view was there
        storage.drop(inner.name());
      }
      storage.createTable(inner);
    }
    storage.createView(create.definition(), false);
    if (inner != null && create.fill() != null) {
      fill(inner.name(), inner.schema().names(), create.fill());
    }
  }

  private boolean exists(TableName name) {
    boolean known =
        name.database().equals(Storage.TEMPORARY)
            ? session.storage().hasTemporary(name.table())
            : session.storage().databases().contains(name.database());
    return known
        && (session.storage().table(name).isPresent() || session.storage().view(name).isPresent());
  }
}
