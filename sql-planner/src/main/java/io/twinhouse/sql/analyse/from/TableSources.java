// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.analyse.from;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.file.FileTable;
import io.twinhouse.engine.spi.Capability;
import io.twinhouse.engine.spi.ColumnDefinition;
import io.twinhouse.engine.spi.ColumnDefinition.Kind;
import io.twinhouse.engine.spi.ColumnRead;
import io.twinhouse.engine.spi.Storage;
import io.twinhouse.engine.spi.Table;
import io.twinhouse.engine.spi.TableDefinition;
import io.twinhouse.engine.spi.TableName;
import io.twinhouse.engine.spi.ViewDefinition;
import io.twinhouse.engine.type.Type;
import io.twinhouse.engine.type.common.CarriedZones;
import io.twinhouse.sql.analyse.from.FromBinder.From;
import io.twinhouse.sql.analyse.scope.AnalysisContext;
import io.twinhouse.sql.analyse.scope.Failures;
import io.twinhouse.sql.analyse.scope.FromColumns;
import io.twinhouse.sql.analyse.scope.Parameters;
import io.twinhouse.sql.analyse.scope.Relation;
import io.twinhouse.sql.analyse.scope.Scope;
import io.twinhouse.sql.analyse.scope.TableColumns;
import io.twinhouse.sql.analyse.scope.TableColumns.Column;
import io.twinhouse.sql.ast.Call;
import io.twinhouse.sql.ast.FromItem;
import io.twinhouse.sql.ast.FromItem.Ratio;
import io.twinhouse.sql.ast.Identifier;
import io.twinhouse.sql.ast.Query;
import io.twinhouse.sql.catalog.SystemCatalog;
import io.twinhouse.sql.lookup.JoinEngine;
import io.twinhouse.sql.parser.SqlParser;
import io.twinhouse.sql.print.SqlPrinter;
import io.twinhouse.sql.rel.ReadTable;
import io.twinhouse.sql.statement.DefaultDatabase;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.apache.calcite.rel.RelNode;
import org.jspecify.annotations.Nullable;

/** Finds what FROM names: queries of WITH, tables, views, table functions, sub-queries. */
public final class TableSources {

  /** Table functions whose rows come whole. */
  private static final Set<String> WHOLE_ROWS =
      Set.of(
          "numbers",
          "numbers_mt",
          "zeros",
          "zeros_mt",
          "values",
          "VALUES",
          "generateRandom",
          "dictionary");

  private static final int MAX_VIEW_DEPTH = 50;

  private final Scope scope;
  private final AnalysisContext context;

  public TableSources(Scope scope) {
    this.scope = scope;
    this.context = scope.context();
  }

  From bind(FromItem.Table item) {
    From from;
    if (item.source() instanceof FromItem.Derived derived) {
      refuseModifiers(item, "a sub-query");
      context.countSubquery();
      Relation relation = context.analyse(derived.query(), scope);
      from = derived(item, item.alias(), relation);
    } else if (item.source() instanceof FromItem.Function function) {
      from =
          function.call().name().equals("file")
              ? files(item, function.call())
              : function(item, function.call());
    } else {
      Identifier name = ((FromItem.Named) item.source()).name();
      from = named(item, new Parameters(context).substitute(name));
    }
    return from;
  }

  private From function(FromItem.Table item, Call call) {
    refuseModifiers(item, "a table function");
    Relation relation = new QueryFunctions(scope).bind(call);
    if (relation == null) {
      if (call.name().equals("loop")) {
        return derived(item, item.alias(), new LoopFunction(this, scope).bind(call));
      }
      if (call.name().equals("dictionary")) {
        return derived(item, item.alias(), new LookupTables(scope).named(call));
      }
      ViewDefinition view = context.view(viewName(call.name())).orElse(null);
      if (view != null) {
        return parametrised(item, view, call);
      }
      RelNode rel = new TableFunctions(scope).bind(call);
      relation = new Relation(rel, rel.getRowType().getFieldNames());
    }
    From from = derived(item, item.alias(), relation);
    // they tell the table that a row comes from
    return call.name().equals("merge") ? withoutLast(from, MergedTables.PLACE_COLUMNS) : from;
  }

  /** The last columns are not in {@code *}. */
  private static From withoutLast(From from, int count) {
    TableColumns table = from.columns().tables().get(0);
    List<Column> columns = new ArrayList<>(table.columns());
    for (int i = columns.size() - count; i < columns.size(); i++) {
      Column column = columns.get(i);
      columns.set(i, new Column(column.index(), column.name(), column.type(), false));
    }
    return new From(from.rel(), FromColumns.of(table.with(columns)));
  }

  private From files(FromItem.Table item, Call call) {
    FileTable files = new FileFunction(scope).bind(call);
    From rows = withoutLast(table(item, files, type -> type), files.virtualColumns());
    List<Column> columns = rows.columns().tables().get(0).columns();
    // only an alias names a table function
    return new From(
        rows.rel(), FromColumns.of(new TableColumns(item.alias(), null, null, columns, Map.of())));
  }

  private TableName viewName(String function) {
    int dot = function.indexOf('.');
    return dot < 0
        ? new TableName(context.database(), function)
        : new TableName(function.substring(0, dot), function.substring(dot + 1));
  }

  /** {@code view(name = value, ...)}: the view's query with the values of its parameters. */
  private From parametrised(FromItem.Table item, ViewDefinition view, Call call) {
    ViewParameters parameters = new ViewParameters(scope);
    return view(item, view, context.withParameters(parameters.of(call)));
  }

  private void refuseModifiers(FromItem.Table item, String what) {
    if (item.isFinal()) {
      throw Failures.of(
          ErrorCode.UNSUPPORTED_METHOD,
          "FINAL is not allowed for " + what + ". In scope " + scope.text());
    }
    if (item.sample() != null) {
      throw Failures.of(
          ErrorCode.UNSUPPORTED_METHOD,
          "SAMPLE is not allowed for " + what + ". In scope " + scope.text());
    }
  }

  private From derived(FromItem.Table item, @Nullable String alias, Relation relation) {
    List<String> names = item.columns().isEmpty() ? relation.names() : item.columns();
    if (names.size() != relation.names().size()) {
      throw Failures.of(
          ErrorCode.BAD_ARGUMENTS,
          "Number of column aliases "
              + names.size()
              + " does not match the number of columns "
              + relation.names().size()
              + ". In scope "
              + scope.text());
    }
    return new From(
        relation.rel(), FromColumns.of(TableColumns.derived(alias, names, relation.types())));
  }

  /** Whether {@code name} is a query of WITH or something in the catalog. */
  public boolean exists(Identifier name) {
    if (name.isSimple() && scope.namedQuery(name.last()) != null) {
      return true;
    }
    TableName table = tableName(name);
    return SystemCatalog.columns(table) != null
        || context.table(table).isPresent()
        || context.view(table).isPresent();
  }

  /** What reads no column before the others, as PREWHERE wants it, in words; null where it may. */
  public @Nullable String wholeRows(FromItem.Table item) {
    if (item.source() instanceof FromItem.Function function) {
      String name = function.call().name();
      return WHOLE_ROWS.contains(name) ? "Table function " + name : null;
    }
    if (!(item.source() instanceof FromItem.Named named)) {
      return null;
    }
    Identifier name = new Parameters(context).substitute(named.name());
    if (name.isSimple() && scope.namedQuery(name.last()) != null) {
      return "Query " + name.last();
    }
    TableName said = tableName(name);
    TableName aliased = context.table(said).map(this::aliased).orElse(null);
    TableName table = aliased == null ? said : aliased;
    boolean lookup =
        context
            .table(table)
            .filter(found -> found.definition().engine().equals(TableDefinition.LOOKUP))
            .isPresent();
    if (lookup) {
      return "Storage Dictionary (table " + table + ")";
    }
    boolean view =
        context.table(table).isEmpty()
            && context.view(table).filter(found -> found.target() == null).isPresent();
    return view
        ? "Storage View (table " + table + ")"
        : SystemCatalog.columns(table) == null ? null : "Storage of " + table;
  }

  /** The table of engine Join that an item names; null where it is something else. */
  @Nullable TableDefinition joined(FromItem item) {
    if (!(item instanceof FromItem.Table table)
        || !(table.source() instanceof FromItem.Named named)
        || named.name().isSimple() && scope.namedQuery(named.name().last()) != null) {
      return null;
    }
    TableName name = tableName(new Parameters(context).substitute(named.name()));
    return SystemCatalog.columns(name) != null
        ? null
        : context.table(name).map(Table::definition).filter(TableDefinition::isJoined).orElse(null);
  }

  /** The name of the table that an identifier names. */
  public TableName tableName(Identifier name) {
    List<String> path = name.path();
    if (path.size() == 1 && context.isTemporary(path.get(0))) {
      return new TableName(Storage.TEMPORARY, path.get(0));
    }
    return path.size() == 1
        ? new TableName(context.database(), path.get(0))
        : new TableName(path.get(0), String.join(".", path.subList(1, path.size())));
  }

  private From named(FromItem.Table item, Identifier name) {
    Relation round = name.isSimple() ? scope.lastRound(name.last()) : null;
    if (round != null) {
      refuseModifiers(item, "a query of WITH");
      return derived(item, item.alias() == null ? name.last() : item.alias(), round);
    }
    Scope.NamedQuery query = name.isSimple() ? scope.namedQuery(name.last()) : null;
    if (query != null) {
      refuseModifiers(item, "a query of WITH");
      return namedQuery(item, query);
    }
    TableName table = tableName(name);
    SystemCatalog.Found system =
        SystemCatalog.find(context.cluster(), context.planning(), table, zone());
    if (system != null) {
      new RowConditions(scope).checkSystem(table);
      return system(item, table, system);
    }
    Table found = context.table(table).orElse(null);
    TableName aliased = found == null ? null : aliased(found);
    if (aliased != null) {
      return aliased(item, table, aliased);
    }
    if (found != null) {
      if (context.isInvoker()) {
        context.dependencies().readTable(table);
      }
      return new RowConditions(scope).limited(table, kept(item, found));
    }
    ViewDefinition view = context.view(table).orElse(null);
    if (view == null) {
      throw unknown(name, table);
    }
    TableName target = view.target();
    if (target == null) {
      return view(item, view, context);
    }
    Table rows = context.storage().table(target).orElseThrow(() -> unknown(name, target));
    return ofDefiner(item, targetRows(item, view, rows.definition()));
  }

  private @Nullable TableName aliased(Table table) {
    boolean here = context.storage().capabilities().contains(Capability.SCAN);
    return here ? table.definition().aliased() : null;
  }

  /** What another name of a table shows, by the rights and the conditions of both. */
  private From aliased(FromItem.Table item, TableName name, TableName target) {
    if (item.sample() != null) {
      throw Failures.of(
          ErrorCode.SAMPLING_NOT_SUPPORTED, "Storage " + name + " doesn't support sampling");
    }
    if (context.table(target).map(this::aliased).isPresent()) {
      throw Failures.of(
          ErrorCode.BAD_ARGUMENTS, "Alias table cannot refer to another Alias table.");
    }
    if (context.isInvoker()) {
      context.dependencies().readTable(name);
    }
    String alias = item.alias() == null ? name.table() : item.alias();
    Identifier behind = Identifier.of(target.database(), target.table());
    From rows =
        named(
            new FromItem.Table(
                item.position(),
                new FromItem.Named(behind),
                alias,
                item.columns(),
                item.isFinal(),
                item.sample()),
            behind);
    TableColumns columns = rows.columns().tables().get(0);
    From named =
        new From(
            rows.rel(),
            FromColumns.of(
                new TableColumns(
                    alias,
                    name.database(),
                    name.table(),
                    columns.columns(),
                    columns.computed(),
                    columns.declared())));
    return new RowConditions(scope).limited(name, named);
  }

  /** A table's own rows, or those of the tables that it stands for. */
  private From kept(FromItem.Table item, Table found) {
    TableDefinition definition = found.definition();
    boolean here = context.storage().capabilities().contains(Capability.SCAN);
    if (here && definition.engine().equals("GenerateRandom")) {
      return table(item, new RandomFunction(scope).of(definition));
    }
    if (here && definition.engine().equals("Set") && !context.isSetAsked(definition.name())) {
      throw Failures.notImplemented(
          "Method read is not supported by storage Set; ask by IN what is in it. It");
    }
    if (here && definition.isJoined()) {
      return new JoinEngines(context.rex()).rows(table(item, found), JoinEngine.of(definition));
    }
    if (!here || !StandInTables.isOne(definition)) {
      return table(item, new LookupTables(scope).read(found));
    }
    if (definition.isOverLookup()) {
      checkModifiers(item, definition);
    }
    if (item.isFinal() || item.sample() != null) {
      throw Failures.notImplemented("FINAL or SAMPLE of a table of engine " + definition.engine());
    }
    if (context.enterView() > MAX_VIEW_DEPTH) {
      throw Failures.of(
          ErrorCode.TOO_DEEP_RECURSION, "Tables nested too deeply: " + definition.name());
    }
    try {
      context.dependencies().refuseReuse();
      Relation relation = new StandInTables(context).read(definition);
      TableName name = definition.name();
      String alias = item.alias() == null ? name.table() : item.alias();
      List<Column> columns =
          TableColumns.derived(alias, relation.names(), relation.types()).columns();
      From whole =
          new From(
              relation.rel(),
              FromColumns.of(
                  new TableColumns(alias, name.database(), name.table(), columns, Map.of())));
      return withoutLast(whole, MergedTables.PLACE_COLUMNS);
    } finally {
      context.leaveView();
    }
  }

  /** A materialized view's rows: what it kept is read with its definer's rights. */
  private From ofDefiner(FromItem.Table item, ViewDefinition view) {
    if (context.isInvoker()) {
      context.dependencies().readView(view.name());
    }
    From rows;
    context.enterDefiner();
    try {
      rows = unlimited(item, view, context);
    } finally {
      context.leaveDefiner();
    }
    return new RowConditions(scope).limited(view.name(), rows);
  }

  private static From system(FromItem.Table item, TableName table, SystemCatalog.Found found) {
    String alias = item.alias() == null ? table.table() : item.alias();
    List<String> names = found.rel().getRowType().getFieldNames();
    Relation relation = new Relation(found.rel(), names);
    TableColumns columns = TableColumns.derived(alias, names, relation.types());
    Map<String, ColumnDefinition> computed = new HashMap<>();
    found.computed().forEach(column -> computed.put(column.name(), column));
    return new From(
        found.rel(),
        FromColumns.of(
            new TableColumns(alias, table.database(), table.table(), columns.columns(), computed)));
  }

  private From namedQuery(FromItem.Table item, Scope.NamedQuery query) {
    String name = query.item().name();
    query.scope().enter(name);
    context.countSubquery();
    try {
      Relation relation = new Recursions(query).analyse();
      if (!query.item().columns().isEmpty()) {
        relation = new Relation(relation.rel(), query.item().columns());
      }
      return derived(item, item.alias() == null ? name : item.alias(), relation);
    } finally {
      query.scope().leave(name);
    }
  }

  private From view(FromItem.Table item, ViewDefinition view, AnalysisContext within) {
    if (context.isInvoker()) {
      context.dependencies().readView(view.name());
    }
    return new RowConditions(scope).limited(view.name(), unlimited(item, view, within));
  }

  private From unlimited(FromItem.Table item, ViewDefinition view, AnalysisContext within) {
    if (context.enterView() > MAX_VIEW_DEPTH) {
      throw Failures.of(ErrorCode.TOO_DEEP_RECURSION, "Views nested too deeply: " + view.name());
    }
    try {
      // Older stores keep texts without databases, of views that were made in their own.
      Query query =
          DefaultDatabase.qualify(SqlParser.parseQuery(view.query()), view.name().database());
      Relation relation = DeclaredColumns.of(within.analyse(query, null), view, context, scope);
      String alias = item.alias() == null ? view.name().table() : item.alias();
      TableColumns columns = TableColumns.derived(alias, relation.names(), relation.types());
      return new From(
          relation.rel(),
          FromColumns.of(
              new TableColumns(
                  alias,
                  view.name().database(),
                  view.name().table(),
                  columns.columns(),
                  Map.of())));
    } finally {
      context.leaveView();
    }
  }

  /** A materialized view reads from its target the columns that it has, by its own types. */
  private static ViewDefinition targetRows(
      FromItem.Table item, ViewDefinition view, TableDefinition target) {
    List<String> columns = new ArrayList<>();
    for (ColumnDefinition column : view.columns()) {
      String name = SqlPrinter.name(column.name());
      Type seen = CarriedZones.dropped(column.type());
      boolean same =
          target
              .column(column.name())
              .map(c -> CarriedZones.dropped(c.type()).equals(seen))
              .orElse(true);
      columns.add(
          same
              ? name
              : "CAST(" + name + ", " + SqlPrinter.string(column.type().name()) + ") AS " + name);
    }
    String sample = sample(item.sample());
    String query =
        "SELECT "
            + String.join(", ", columns)
            + " FROM "
            + SqlPrinter.name(target.name().database())
            + "."
            + SqlPrinter.name(target.name().table())
            + (item.isFinal() ? " FINAL" : "")
            + (sample == null ? "" : " SAMPLE " + sample);
    return new ViewDefinition(view.name(), query, view.comment());
  }

  private From table(FromItem.Table item, Table table) {
    ZoneId zone = zone();
    // a dictionary's rows are read by the statement
    boolean read = table.definition().isLookup();
    return table(item, table, type -> read ? type : CarriedZones.stored(type, zone));
  }

  private ZoneId zone() {
    return context.rex().context().zone();
  }

  /**
   * @param types what the types of its columns are here
   */
  private From table(FromItem.Table item, Table table, UnaryOperator<Type> types) {
    TableDefinition definition = table.definition();
    TableName name = definition.name();
    checkModifiers(item, definition);
    String alias = item.alias() == null ? name.table() : item.alias();
    List<ColumnRead> reads = new ArrayList<>();
    List<Column> columns = new ArrayList<>();
    Map<String, ColumnDefinition> computed = new HashMap<>();
    List<String> declared = new ArrayList<>();
    List<String> behind = new ArrayList<>(); // the server lists ALIAS columns last
    for (ColumnDefinition column : definition.columns()) {
      if (column.kind() == Kind.ALIAS) {
        computed.put(column.name(), column);
        behind.add(column.name());
      } else if (column.kind() != Kind.EPHEMERAL) {
        declared.add(column.name());
        boolean inStar = column.kind() != Kind.MATERIALIZED;
        Type type = types.apply(column.type());
        columns.add(new Column(reads.size(), column.name(), type, inStar));
        reads.add(ColumnRead.of(column.name(), type));
      }
    }
    declared.addAll(behind);
    for (ColumnDefinition place : table.placeColumns()) {
      if (definition.column(place.name()).isEmpty()) {
        columns.add(new Column(reads.size(), place.name(), place.type(), false));
        reads.add(ColumnRead.of(place.name(), place.type()));
      }
    }
    boolean here = context.storage().capabilities().contains(Capability.SCAN);
    FromItem.Sample sample = item.sample();
    SampledShare share = here && sample != null ? SampledShare.of(sample) : null;
    OwnColumns.add(definition, here || sample == null, share, computed);
    From rows =
        new From(
            ReadTable.of(context.cluster(), source(item, table, alias), reads, null),
            FromColumns.of(
                new TableColumns(
                    alias, name.database(), name.table(), columns, computed, declared)));
    String key = definition.sampleBy();
    return share == null || key == null ? rows : new RowConditions(scope).sampled(rows, key, share);
  }

  private static void checkModifiers(FromItem.Table item, TableDefinition definition) {
    if (item.isFinal() && !definition.supportsFinal()) {
      throw Failures.of(
          ErrorCode.ILLEGAL_FINAL, "Storage " + definition.engine() + " doesn't support FINAL");
    }
    if (item.sample() != null && definition.sampleBy() == null) {
      throw Failures.of(
          ErrorCode.SAMPLING_NOT_SUPPORTED,
          "Storage " + definition.name() + " doesn't support sampling");
    }
  }

  private ReadTable.Source source(FromItem.Table item, Table table, String alias) {
    boolean newest =
        item.isFinal() || (table.definition().supportsFinal() && context.isOn("final", false));
    boolean within = newest && context.isOn("do_not_merge_across_partitions_select_final", false);
    return new ReadTable.Source(
        within ? table.newestWithinPartitions() : table,
        alias,
        item.alias() != null,
        newest,
        sample(item.sample()));
  }

  private static @Nullable String sample(FromItem.@Nullable Sample sample) {
    if (sample == null) {
      return null;
    }
    Ratio offset = sample.offset();
    return text(sample.ratio()) + (offset == null ? "" : " OFFSET " + text(offset));
  }

  private static String text(Ratio ratio) {
    return ratio.denominator().equals("1")
        ? ratio.numerator()
        : ratio.numerator() + "/" + ratio.denominator();
  }

  private RuntimeException unknown(Identifier name, TableName table) {
    boolean database =
        context.storage().databases().contains(table.database())
            || SystemCatalog.isOwn(table.database());
    return database
        ? Failures.of(
            ErrorCode.UNKNOWN_TABLE,
            "Unknown table expression identifier '"
                + name.name()
                + "' in scope "
                + scope.text()
                + ".")
        : Failures.of(
            ErrorCode.UNKNOWN_DATABASE, "Database " + table.database() + " does not exist.");
  }
}
