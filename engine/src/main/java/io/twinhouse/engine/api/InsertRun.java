// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.api;

import io.twinhouse.engine.api.measure.BlockBytes;
import io.twinhouse.engine.api.measure.InsertFigures;
import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.Field;
import io.twinhouse.engine.column.Schema;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.exec.QueryExecution;
import io.twinhouse.engine.exec.task.QueryContext;
import io.twinhouse.engine.expression.Expression;
import io.twinhouse.engine.file.FilesReader;
import io.twinhouse.engine.file.Infile;
import io.twinhouse.engine.format.FormatSettings;
import io.twinhouse.engine.format.Formats;
import io.twinhouse.engine.format.RowReader;
import io.twinhouse.engine.frontend.PlanningContext;
import io.twinhouse.engine.frontend.Rewrites;
import io.twinhouse.engine.frontend.Statement;
import io.twinhouse.engine.insert.Deduplication;
import io.twinhouse.engine.insert.InsertIdentity;
import io.twinhouse.engine.insert.InsertedConstants;
import io.twinhouse.engine.insert.OmittedDefaults;
import io.twinhouse.engine.insert.ReceivedStates;
import io.twinhouse.engine.insert.ViewFeed;
import io.twinhouse.engine.json.column.ReceivedValues;
import io.twinhouse.engine.json.column.SessionZone;
import io.twinhouse.engine.memory.MemoryContext;
import io.twinhouse.engine.memory.MemoryLevel;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.plan.QueryPlan;
import io.twinhouse.engine.setting.Settings;
import io.twinhouse.engine.spi.BatchSink;
import io.twinhouse.engine.spi.Capability;
import io.twinhouse.engine.spi.ColumnDefinition;
import io.twinhouse.engine.spi.Storage;
import io.twinhouse.engine.spi.Table;
import io.twinhouse.engine.spi.TableDefinition;
import io.twinhouse.engine.spi.TableName;
import io.twinhouse.engine.spi.ViewDefinition;
import io.twinhouse.engine.type.Type;
import io.twinhouse.engine.type.common.CarriedZones;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs one INSERT: from a query, or from data in a format. All rows become visible or none. */
final class InsertRun {

  /** How long a chain of materialized views may be. */
  private static final int MOST_VIEWS = 50;

  private final EmbeddedTwinhouse engine;
  private final EmbeddedSession session;
  private final QueryRequest request;
  private final Settings settings;
  private final QueryContext query;
  private final InsertFigures figures;
  private final int depth;
  private final @Nullable String origin;

  InsertRun(
      EmbeddedTwinhouse engine,
      EmbeddedSession session,
      QueryRequest request,
      Settings settings,
      QueryContext query,
      InsertFigures figures) {
    this(engine, session, request, settings, query, figures, new Origin(0, null));
  }

  /**
   * Where rows are from.
   *
   * @param depth of views that feed views
   * @param block that a view is fed with, see {@link InsertIdentity}; null without
   */
  private record Origin(int depth, @Nullable String block) {}

  private InsertRun(
      EmbeddedTwinhouse engine,
      EmbeddedSession session,
      QueryRequest request,
      Settings settings,
      QueryContext query,
      InsertFigures figures,
      Origin origin) {
    this.engine = engine;
    this.session = session;
    this.request = request;
    this.settings = settings;
    this.query = query;
    this.figures = figures;
    this.depth = origin.depth();
    this.origin = origin.block();
  }

  /** Returns how many rows were written. */
  long run(Statement.Insert insert) {
    return insert.source() == null ? insertData(insert) : insertQuery(insert, insert.source());
  }

  /** Counts rows on their way to a table. */
  private void wrote(List<Type> types, Batch batch) {
    long bytes = types.size() == batch.width() ? BlockBytes.of(types, batch) : 0;
    figures.wrote(batch.rows(), bytes);
  }

  private long insertQuery(Statement.Insert insert, QueryPlan source) {
    List<Type> types =
        session
            .storage()
            .table(insert.table())
            .map(table -> schemaOf(table.definition(), insert.columns()).types())
            .orElse(List.of());
    if (insert.format() != null) {
      InputScans.of(source)
          .forEach(input -> input.receive(() -> reader(insert, input.columns(), dataOf(insert))));
    }
    try (BatchSink sink = sink(insert, insert.columns());
        QueryExecution execution = new QueryExecution(source, query)) {
      for (Batch batch = execution.next(); batch != null; batch = execution.next()) {
        wrote(types, batch);
        sink.add(batch);
      }
      return sink.commit();
    }
  }

  private long insertData(Statement.Insert insert) {
    TableDefinition definition =
        session
            .storage()
            .table(insert.table())
            .orElseThrow(
                () ->
                    new TwinhouseException(
                        ErrorCode.UNKNOWN_TABLE, "Table " + insert.table() + " does not exist"))
            .definition();
    Schema columns = schemaOf(definition, insert.columns());
    Infile files = insert.files();
    RowReader rows =
        files == null
            ? reader(insert, columns, dataOf(insert))
            : new FilesReader(
                files, engine.files(), columns, data -> reader(insert, columns, data));
    try (rows) {
      return pour(insert, definition, rows);
    }
  }

  private RowReader reader(Statement.Insert insert, Schema columns, InputStream data) {
    String format = insert.format() == null ? "Values" : insert.format();
    return Formats.input(format)
        .reader(
            columns,
            new FormatSettings(settings.changed()),
            data,
            new InsertedConstants(this::compile, query.memory()),
            query.memory());
  }

  private long pour(Statement.Insert insert, TableDefinition definition, RowReader reader) {
    MemoryContext memory =
        query.memory().child(MemoryLevel.OPERATOR, "InsertTransform", MemoryContext.UNLIMITED);
    Reservation held = new Reservation(memory);
    Batch batch = reader.next();
    List<String> names = reader.schema().names();
    OmittedDefaults defaults = new OmittedDefaults(definition, reader.schema(), this::compile);
    boolean computes = computesFromRows(definition);
    ZoneId zone = StatementRunner.zone(settings);
    boolean shifts = SessionZone.shifts(zone);
    try (BatchSink sink = sink(insert, names)) {
      while (batch != null) {
        query.proceed();
        held.resize(batch.retainedBytes());
        requireColumns(names, reader.schema().names());
        boolean reads = computes || shifts || ReceivedValues.untyped(reader.schema());
        Batch rows = reads ? ReceivedValues.of(batch, reader.schema()) : batch;
        requireNoTimes(rows, reader.schema(), zone);
        ReceivedStates.require(rows, reader.schema(), memory);
        List<Type> types = reader.schema().types();
        figures.took(batch.rows(), BlockBytes.of(types, batch));
        Batch filled = defaults.fill(rows, reader, memory);
        wrote(types, filled);
        if (filled == batch && reader.handsOver()) {
          sink.take(batch);
        } else {
          sink.add(filled);
        }
        batch = reader.next();
      }
      return sink.commit();
    } finally {
      memory.close();
    }
  }

  /** Whether columns or views follow from what is inserted, JSON as it was written will not do. */
  private boolean computesFromRows(TableDefinition definition) {
    return !session.storage().dependents(definition.name()).isEmpty()
        || definition.columns().stream()
            .anyMatch(column -> column.kind() != ColumnDefinition.Kind.PLAIN);
  }

  /** JSON whose strings are times of the session's zone. */
  private static void requireNoTimes(Batch rows, Schema schema, ZoneId zone) {
    for (int c = 0; c < rows.width(); c++) {
      SessionZone.require(rows.column(c), schema.field(c).type(), zone);
    }
  }

  /** A header may name the columns of each file, but those of one insert are the same. */
  private static void requireColumns(List<String> first, List<String> now) {
    if (!now.equals(first)) {
      throw new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED,
          "Files of one INSERT that hold other columns than the first one, "
              + first
              + ", are not supported: "
              + now);
    }
  }

  private BatchSink sink(Statement.Insert insert, List<String> columns) {
    Storage house = session.storage();
    TableName table = insert.table();
    if (depth == 0) {
      requireFolded(house, table, 0);
    }
    InsertIdentity identity = identity(insert, columns);
    List<ViewDefinition> views = house.dependents(table);
    TableDefinition definition =
        views.isEmpty() ? null : house.table(table).map(Table::definition).orElse(null);
    if (definition == null) {
      return Deduplication.sink(
          house.insert(table, columns, settings.changed(), query.memory()), identity);
    }
    return new ViewFeed(house, definition, columns, query, engine::houseInMemory)
        .identifiedBy(identity)
        .to(views, this::push);
  }

  /**
   * Rows of one key become one when they are inserted here, which the server can be told not to.
   * Asked of the tables behind views too, before anything is written.
   */
  private void requireFolded(Storage house, TableName table, int reached) {
    if (settings.flag("optimize_on_insert") || !house.capabilities().contains(Capability.SCAN)) {
      return;
    }
    String engine = house.table(table).map(found -> found.definition().engine()).orElse("");
    if (engine.endsWith("MergeTree") && !engine.equals("MergeTree")) {
      throw new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED,
          "INSERT into engine "
              + engine
              + " with optimize_on_insert = 0 is not supported by the embedded engine");
    }
    for (ViewDefinition view :
        reached < MOST_VIEWS ? house.dependents(table) : List.<ViewDefinition>of()) {
      TableName target = view.target();
      if (target != null) {
        requireFolded(house, target, reached + 1);
      }
    }
  }

  private @Nullable InsertIdentity identity(Statement.Insert insert, List<String> columns) {
    boolean wanted =
        depth > 0
            ? origin != null
            : Deduplication.isWanted(settings, insert.source() != null, insert.repeatable());
    return wanted
        ? Deduplication.identity(session.storage(), insert.table(), columns, settings, origin)
        : null;
  }

  /** Writes what a view makes of inserted rows to its target. */
  private void push(ViewDefinition view, Storage inserted, @Nullable String block) {
    if (depth == MOST_VIEWS) {
      throw new TwinhouseException(
          ErrorCode.TOO_DEEP_RECURSION,
          "Materialized views write to tables of others more than "
              + MOST_VIEWS
              + " times, at "
              + view.name());
    }
    PlanningContext planning =
        engine.planning(
            inserted,
            Asker.engine(request),
            view.name().database(),
            settings,
            request.parameters(),
            Rewrites.NONE);
    Statement.Insert insert =
        (Statement.Insert) engine.frontend().prepare(ViewFeed.statement(view), planning);
    boolean inViews = settings.flag("deduplicate_blocks_in_dependent_materialized_views");
    String derived = block == null || !inViews ? null : view.name() + " of " + block;
    long before = query.counters().rows();
    new InsertRun(
            engine, session, request, settings, query, figures, new Origin(depth + 1, derived))
        .run(insert);
    if (depth == 0) {
      figures.fed(query.counters().rows() - before);
    }
  }

  private Expression compile(String text, Schema schema) {
    return engine
        .frontend()
        .compileExpression(
            text,
            schema,
            engine.planning(
                session.storage(),
                Asker.engine(request),
                session.database(),
                settings,
                request.parameters(),
                Rewrites.NONE));
  }

  private static Schema schemaOf(TableDefinition definition, List<String> names) {
    List<Field> fields = new ArrayList<>();
    Schema all = definition.schema();
    if (names.isEmpty()) {
      for (ColumnDefinition column : definition.columns()) {
        if (column.kind() == ColumnDefinition.Kind.PLAIN
            || column.kind() == ColumnDefinition.Kind.DEFAULT) {
          fields.add(new Field(column.name(), CarriedZones.dropped(column.type())));
        }
      }
    }
    for (String name : names) {
      int index = all.indexOf(name);
      if (index < 0) {
        throw new TwinhouseException(
            ErrorCode.NO_SUCH_COLUMN_IN_TABLE,
            "No such column " + name + " in table " + definition.name());
      }
      fields.add(new Field(name, CarriedZones.dropped(all.field(index).type())));
    }
    return new Schema(fields);
  }

  private InputStream dataOf(Statement.Insert insert) {
    byte[] inline = insert.inlineData() == null ? new byte[0] : insert.inlineData();
    InputStream first = new ByteArrayInputStream(inline);
    return request.data() == null ? first : new SequenceInputStream(first, request.data());
  }
}
