// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.prepare;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.file.Outfile;
import io.twinhouse.engine.frontend.PlanningContext;
import io.twinhouse.engine.frontend.Statement;
import io.twinhouse.engine.frontend.Statement.Charge;
import io.twinhouse.engine.plan.QueryPlan;
import io.twinhouse.engine.spi.Capability;
import io.twinhouse.engine.spi.ColumnDefinition;
import io.twinhouse.engine.spi.Storage;
import io.twinhouse.engine.spi.Table;
import io.twinhouse.engine.spi.TableDefinition;
import io.twinhouse.engine.spi.TableName;
import io.twinhouse.engine.spi.ViewDefinition;
import io.twinhouse.sql.access.AccessStatements;
import io.twinhouse.sql.access.GrantStatements;
import io.twinhouse.sql.access.StatementRights;
import io.twinhouse.sql.analyse.from.StandInTables;
import io.twinhouse.sql.analyse.scope.PlanDependencies;
import io.twinhouse.sql.analyse.scope.SettingTexts;
import io.twinhouse.sql.analyse.scope.UserFunctions;
import io.twinhouse.sql.ast.Identifier;
import io.twinhouse.sql.ast.Query;
import io.twinhouse.sql.ast.Select;
import io.twinhouse.sql.ast.SetOperation;
import io.twinhouse.sql.ast.SettingChange;
import io.twinhouse.sql.catalog.DatabaseEngines;
import io.twinhouse.sql.catalog.FunctionNames;
import io.twinhouse.sql.catalog.ServerCommands;
import io.twinhouse.sql.catalog.SystemCatalog;
import io.twinhouse.sql.lookup.Dictionaries;
import io.twinhouse.sql.parser.SqlParser;
import io.twinhouse.sql.prepare.column.ZonesOfColumns;
import io.twinhouse.sql.print.SqlPrinter;
import io.twinhouse.sql.statement.AlterTable;
import io.twinhouse.sql.statement.Create;
import io.twinhouse.sql.statement.DefaultDatabase;
import io.twinhouse.sql.statement.Drop;
import io.twinhouse.sql.statement.Formatted;
import io.twinhouse.sql.statement.FunctionBodies;
import io.twinhouse.sql.statement.Grant;
import io.twinhouse.sql.statement.Insert;
import io.twinhouse.sql.statement.Inspection;
import io.twinhouse.sql.statement.Inspection.Explained;
import io.twinhouse.sql.statement.QueryStatement;
import io.twinhouse.sql.statement.ServerCommand;
import io.twinhouse.sql.statement.SessionCommand;
import io.twinhouse.sql.statement.StatementVisitor;
import io.twinhouse.sql.statement.TableCommand;
import io.twinhouse.sql.statement.TableElements;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Prepares each kind of statement for the embedded engine. */
public final class StatementPreparer implements StatementVisitor<Statement> {

  private static final Set<Drop.Kind> TABLES =
      Set.of(Drop.Kind.TABLE, Drop.Kind.VIEW, Drop.Kind.DICTIONARY);

  private final String text;
  private final PlanningContext context;
  private final @Nullable String format;
  private final Map<String, String> settings;
  private final Consumer<PlanDependencies> reusable;

  private StatementPreparer(
      String text,
      PlanningContext context,
      @Nullable String format,
      Map<String, String> settings,
      Consumer<PlanDependencies> reusable) {
    this.reusable = reusable;
    this.text = text;
    this.context = context;
    this.format = format;
    this.settings = settings;
  }

  /**
   * Parses and prepares one statement.
   *
   * @throws TwinhouseException SYNTAX_ERROR, UNKNOWN_IDENTIFIER, NOT_IMPLEMENTED, ...
   */
  public static Statement prepare(String sql, PlanningContext context) {
    if (!context.storage().capabilities().contains(Capability.SCAN)) {
      return new RemoteStatements(sql, context).prepare();
    }
    return prepare(sql, context, none -> {});
  }

  /**
   * Prepares one statement for a house that is scanned.
   *
   * @param reusable is told what a query's plan depends on, if it may be used again
   */
  static Statement prepare(
      String sql, PlanningContext context, Consumer<PlanDependencies> reusable) {
    boolean implicit = context.settings().getOrDefault("implicit_select", "0").equals("1");
    io.twinhouse.sql.statement.Statement parsed =
        Restriction.parse(sql, context.access(), context.parameters(), implicit);
    Restriction.check(parsed, context.access());
    ReadOnlyCheck.check(parsed, context);
    StatementRights.before(parsed, context);
    Statement prepared =
        parsed.accept(new StatementPreparer(sql, context, null, Map.of(), reusable));
    StatementRights.after(parsed, prepared, context);
    return prepared;
  }

  /** Prepares a statement to be run here, whoever keeps the tables that it reads. */
  static Statement prepareHere(
      io.twinhouse.sql.statement.Statement parsed,
      String sql,
      PlanningContext context,
      @Nullable String format,
      Map<String, String> settings) {
    return parsed.accept(new StatementPreparer(sql, context, format, settings, none -> {}));
  }

  @Override
  public Statement sideBySide(io.twinhouse.sql.statement.Statement.SideBySide statement) {
    for (io.twinhouse.sql.statement.Statement each : statement.statements()) {
      boolean input = each instanceof Insert insert && insert.readsData();
      if (input || each.hasResult()) {
        throw new TwinhouseException(
            ErrorCode.INCORRECT_QUERY,
            "Query "
                + SqlPrinter.print(each)
                + " can't be combined with other queries using PARALLEL WITH clause because this"
                + (input ? " query has input" : " query has output"));
      }
    }
    return new Statement.Several(statement.texts());
  }

  private Map<String, String> inForce(Map<String, String> own) {
    return SettingTexts.merged(SettingTexts.merged(context.settings(), settings), own);
  }

  private QueryPlanner planner() {
    return new QueryPlanner(context, inForce(Map.of()));
  }

  @Override
  public Statement query(QueryStatement statement) {
    Query query = statement.query();
    Map<String, String> own = SettingTexts.of(settingsOf(query));
    QueryPlanner planner = new QueryPlanner(context, inForce(own));
    Charge charge = Charges.of(query);
    Statement result = result(planner.plan(query), SettingTexts.merged(own, settings), charge);
    PlanDependencies dependencies = planner.dependencies();
    if (dependencies != null) {
      reusable.accept(dependencies);
    }
    return result;
  }

  /** Those of a union stand behind its last SELECT. */
  static List<SettingChange> settingsOf(Query query) {
    if (query instanceof Select select) {
      return select.settings();
    }
    List<Query> operands = ((SetOperation) query).operands();
    return settingsOf(operands.get(operands.size() - 1));
  }

  private Statement result(QueryPlanner.Planned planned, Map<String, String> own, Charge charge) {
    return new Statement.Query(
        planned.plan(), planned.schema(), format, own, planned.notes(), charge);
  }

  private Statement result(QueryPlanner.Planned planned) {
    return result(planned, settings, Charge.STATEMENT);
  }

  @Override
  public Statement formatted(Formatted statement) {
    Formatted.Outfile file = statement.outfile();
    if (file != null) {
      context.files().requireOutfile();
    }
    Statement prepared =
        statement
            .statement()
            .accept(
                new StatementPreparer(
                    text,
                    context,
                    statement.format(),
                    SettingTexts.of(statement.settings()),
                    reusable));
    // As at the server's own client, INTO OUTFILE means nothing behind what has no rows.
    return file != null && prepared instanceof Statement.Query query
        ? new Statement.Export(query, outfile(file))
        : prepared;
  }

  private static Outfile outfile(Formatted.Outfile file) {
    return new Outfile(
        file.path(),
        Outfile.Mode.valueOf(file.mode().name()),
        file.andStdout(),
        file.compression(),
        file.level());
  }

  @Override
  public Statement insert(Insert statement) {
    return new InsertPlanner(text, context, inForce(Map.of())).plan(statement, settings);
  }

  @Override
  public Statement createTable(Create.Table written) {
    refuseCluster(written.cluster());
    Create.Table statement =
        FunctionNames.in(FunctionBodies.inline(written, UserFunctions.of(context)));
    if (isAttach(statement)) {
      return attach(statement);
    }
    if (statement.temporary() && statement.name().path().size() > 1) {
      throw new TwinhouseException(
          ErrorCode.BAD_DATABASE_FOR_TEMPORARY_TABLE,
          "Temporary tables cannot be inside a database; name "
              + statement.name().last()
              + " without one");
    }
    TableDefinitions definitions = new TableDefinitions(context, inForce(Map.of()));
    QueryPlan fill = null;
    if (statement.like() instanceof Create.LikeQuery like && !like.empty()) {
      fill = definitions.fill(statement, like);
    }
    TableDefinition definition = definitions.of(statement);
    dictionaries().checkTable(statement, definition);
    DefinitionExpressions.check(definition, context);
    if (statement.mode() == Create.Mode.REPLACE
        && context.storage().table(definition.name()).isEmpty()) {
      TableName name = definition.name();
      throw new TwinhouseException(
          ErrorCode.UNKNOWN_TABLE,
          "Table `" + name.database() + "`.`" + name.table() + "` doesn't exist.");
    }
    return new Statement.CreateTable(
        definition,
        ifNotExists(statement.mode()),
        replaces(statement.mode()),
        fill,
        definitions.cloned(statement));
  }

  /** Whether a table is to be put in its place again, and not made. */
  private static boolean isAttach(Create.Table statement) {
    boolean attach =
        statement.mode() == Create.Mode.ATTACH
            || statement.mode() == Create.Mode.ATTACH_IF_NOT_EXISTS;
    return attach && statement.uuid() == null && statement.like() == null;
  }

  private Statement attach(Create.Table statement) {
    if (statement.elements() != null || statement.storage().engine() != null) {
      throw new TwinhouseException(
          ErrorCode.INCORRECT_QUERY,
          "Incorrect ATTACH TABLE query: write ATTACH TABLE "
              + statement.name().last()
              + " for a table that was detached, or CREATE TABLE for a new one");
    }
    TableName name = name(statement.name());
    boolean done = ifNotExists(statement.mode()) && isThere(name);
    if (!done) {
      new ZonesOfColumns(context.bind().zone()).requireServer();
    }
    return new Statement.Alter(done ? List.of() : List.of(new Statement.Attach(name)));
  }

  private static boolean isDetach(Drop statement) {
    return statement.action() == Drop.Action.DETACH && !statement.temporary();
  }

  private Statement detach(Drop statement) {
    TableName name = name(statement.names().get(0));
    boolean there = isThere(name);
    if (statement.ifExists() && !there) {
      return new Statement.Alter(List.of());
    }
    return new Statement.Alter(List.of(new Statement.Detach(name, statement.permanently())));
  }

  private boolean isThere(TableName name) {
    Storage storage = context.storage();
    return storage.databases().contains(name.database())
        && (storage.table(name).isPresent() || storage.view(name).isPresent());
  }

  private static boolean ifNotExists(Create.Mode mode) {
    return mode == Create.Mode.CREATE_IF_NOT_EXISTS || mode == Create.Mode.ATTACH_IF_NOT_EXISTS;
  }

  private static boolean replaces(Create.Mode mode) {
    return mode == Create.Mode.CREATE_OR_REPLACE || mode == Create.Mode.REPLACE;
  }

  @Override
  public Statement createView(Create.View written) {
    refuseCluster(written.cluster());
    boolean attached =
        written.mode() == Create.Mode.ATTACH || written.mode() == Create.Mode.ATTACH_IF_NOT_EXISTS;
    if (attached) {
      throw new TwinhouseException(
          ErrorCode.BAD_ARGUMENTS,
          "ATTACH applies the table definition from stored metadata and can't be changed in the"
              + " query itself. Use ATTACH TABLE "
              + written.name().last()
              + ", or CREATE for a new view");
    }
    Create.View inlined =
        FunctionNames.in(
            FunctionBodies.inline(NamedColumns.of(written), UserFunctions.of(context)));
    Create.View statement =
        inlined.withQuery(DefaultDatabase.qualify(inlined.query(), context.bind().database()));
    if (statement.materialized()) {
      if (replaces(statement.mode())) {
        throw notImplemented("CREATE OR REPLACE MATERIALIZED VIEW");
      }
      return new MaterializedViews(context, inForce(Map.of()))
          .plan(statement, ifNotExists(statement.mode()));
    }
    List<ColumnDefinition> columns = columnsOf(statement);
    String comment = statement.comment() == null ? "" : statement.comment();
    ViewDefinition view =
        new ViewDefinition(
            name(statement.name()),
            SqlPrinter.keep(statement.query()),
            comment,
            columns,
            null,
            false,
            null);
    return new Statement.CreateView(
        view, ifNotExists(statement.mode()), replaces(statement.mode()));
  }

  /** The columns of a view; none are known of one with parameters. */
  private List<ColumnDefinition> columnsOf(Create.View view) {
    TableElements elements = view.elements();
    List<ColumnDefinition> declared = elements == null ? List.of() : declared(elements);
    try {
      List<ColumnDefinition> yielded =
          new TableDefinitions(context, inForce(Map.of())).yielded(planner().schema(view.query()));
      return declared.isEmpty() ? yielded : declared;
    } catch (TwinhouseException e) {
      if (e.is(ErrorCode.UNKNOWN_QUERY_PARAMETER)) {
        return List.of(); // as on the server, such a view yields what its query does
      }
      throw e;
    }
  }

  private List<ColumnDefinition> declared(TableElements elements) {
    List<ColumnDefinition> columns =
        new TableDefinitions(context, inForce(Map.of())).declared(elements.columns());
    if (columns.stream().anyMatch(column -> column.kind() != ColumnDefinition.Kind.PLAIN)) {
      throw notImplemented("A view with columns that have defaults or are computed");
    }
    return columns;
  }

  @Override
  public Statement createDatabase(Create.Database statement) {
    refuseCluster(statement.cluster());
    boolean there = context.storage().databases().contains(statement.name());
    if (statement.mode() == Create.Mode.ATTACH && !there) {
      throw new TwinhouseException(
          ErrorCode.UNKNOWN_DATABASE_ENGINE,
          "Database engine must be specified for ATTACH DATABASE query.");
    }
    if (SystemCatalog.isOwn(statement.name()) && !ifNotExists(statement.mode())) {
      throw new TwinhouseException(
          ErrorCode.DATABASE_ALREADY_EXISTS, "Database " + statement.name() + " already exists.");
    }
    DatabaseEngines.check(statement.engine());
    return new Statement.CreateDatabase(statement.name(), ifNotExists(statement.mode()));
  }

  @Override
  public Statement drop(Drop statement) {
    refuseCluster(statement.cluster());
    if (isAboutAccess(statement.kind())) {
      return new AccessStatements(context).of(statement);
    }
    if (dropsFunction(statement)) {
      return UserFunctions.drop(statement);
    }
    dictionaries().check(statement);
    requireNoDependents(statement);
    boolean table = TABLES.contains(statement.kind());
    if (statement.action() == Drop.Action.DROP && table) {
      List<TableName> names =
          statement.names().stream()
              .map(name -> statement.temporary() ? temporary(name) : name(name))
              .toList();
      return new Statement.Drop(names, statement.ifExists(), statement.ifEmpty());
    }
    if (table && isDetach(statement)) {
      return detach(statement);
    }
    if (statement.ifEmpty() || statement.names().size() != 1) {
      throw notImplemented(statement.action() + " of several tables, or IF EMPTY");
    }
    Identifier name = statement.names().get(0);
    if (statement.action() == Drop.Action.DROP && statement.kind() == Drop.Kind.DATABASE) {
      return new Statement.DropDatabase(name.name(), statement.ifExists());
    }
    if (statement.action() == Drop.Action.TRUNCATE && table) {
      return new Statement.Truncate(List.of(written(name)), statement.ifExists());
    }
    if (statement.action() == Drop.Action.TRUNCATE) {
      return truncate(name.name(), statement);
    }
    throw notImplemented(statement.action() + " " + statement.kind());
  }

  /** The tables of a database lose their rows, or all that is in it goes. */
  private Statement truncate(String database, Drop statement) {
    Storage storage = context.storage();
    boolean tables = statement.kind() == Drop.Kind.TABLES_OF_DATABASE;
    if (!tables && statement.kind() != Drop.Kind.DATABASE) {
      throw notImplemented(statement.action() + " " + statement.kind());
    }
    List<TableName> names = new ArrayList<>();
    if (!statement.ifExists() || storage.databases().contains(database)) {
      CatalogQueries.requireDatabase(database, context);
      names.addAll(storage.tables(database));
    }
    if (!tables) {
      return new Statement.Drop(names, true, false);
    }
    names.removeIf(name -> storage.table(name).filter(StatementPreparer::hasOwnRows).isEmpty());
    names.replaceAll(name -> CatalogQueries.followed(name, context));
    return new Statement.Truncate(names, true);
  }

  /** Dictionaries and tables over them have none that TRUNCATE ALL TABLES would take away. */
  private static boolean hasOwnRows(Table table) {
    return !table.definition().engine().equals(TableDefinition.LOOKUP);
  }

  /** What stays detached until it is asked for again is away as what was dropped. */
  private void requireNoDependents(Drop statement) {
    boolean away =
        statement.action() == Drop.Action.DROP
            || statement.action() == Drop.Action.DETACH && statement.permanently();
    boolean kept =
        switch (statement.kind()) {
          case TABLE, VIEW, DICTIONARY -> statement.temporary();
          default -> true;
        };
    if (statement.kind() == Drop.Kind.DATABASE && statement.action() == Drop.Action.DROP) {
      for (Identifier name : statement.names()) {
        dictionaries().requireNoDependents(name.last(), inForce(Map.of()));
      }
    }
    if (away && !kept) {
      for (Identifier name : statement.names()) {
        dictionaries().requireNoDependents(name(name), inForce(Map.of()));
      }
    }
  }

  private static boolean dropsFunction(Drop statement) {
    return statement.kind() == Drop.Kind.FUNCTION && statement.action() == Drop.Action.DROP;
  }

  private static boolean isAboutAccess(Drop.Kind kind) {
    return switch (kind) {
      case USER, ROLE, ROW_POLICY, SETTINGS_PROFILE, QUOTA -> true;
      default -> false;
    };
  }

  @Override
  public Statement optimize(TableCommand.Optimize statement) {
    refuseCluster(statement.cluster());
    boolean buffer =
        context
            .storage()
            .table(name(statement.table()))
            .filter(table -> StandInTables.behind(table.definition()) != null)
            .isPresent();
    return buffer
        ? new Statement.Alter(List.of()) // its rows are where they belong
        : new MergePlanner(context).plan(statement);
  }

  @Override
  public Statement use(SessionCommand.Use statement) {
    return new Statement.Use(statement.database(), SystemCatalog.isOwn(statement.database()));
  }

  @Override
  public Statement set(SessionCommand.Set statement) {
    return new Statement.SetSettings(
        SettingTexts.ofSet(statement.settings()), SettingTexts.parameters(statement.settings()));
  }

  @Override
  public Statement show(Inspection.Show statement) {
    QueryPlanner.Planned planned = new CatalogQueries(context, planner(), format).show(statement);
    return result(planned, settings, Charges.of(statement));
  }

  @Override
  public Statement showCreate(Inspection.ShowCreate statement) {
    CatalogQueries queries = new CatalogQueries(context, planner(), format);
    return result(queries.showCreate(statement), settings, Charges.of(statement));
  }

  @Override
  public Statement describe(Inspection.Describe statement) {
    CatalogQueries queries = new CatalogQueries(context, planner(), format);
    return result(queries.describe(statement, inForce(Map.of())));
  }

  @Override
  public Statement exists(Inspection.Exists statement) {
    return result(new CatalogQueries(context, planner(), format).exists(statement));
  }

  @Override
  public Statement checkGrant(Inspection.CheckGrant statement) {
    boolean granted = new GrantStatements(context).has(statement.privileges());
    return result(new CatalogQueries(context, planner(), format).answer(granted));
  }

  @Override
  public Statement explain(Inspection.Explain statement) {
    io.twinhouse.sql.statement.Statement explained = statement.statement();
    if (explained instanceof Formatted formatted) {
      explained = formatted.statement();
    }
    if (!(explained instanceof QueryStatement query)) {
      throw notImplemented("EXPLAIN of a statement that is no query");
    }
    if (statement.what() == Explained.ANALYZE || statement.what() == Explained.ESTIMATE) {
      if (!statement.settings().isEmpty()) {
        throw notImplemented("EXPLAIN " + statement.what() + " with settings of its own");
      }
      Map<String, String> own = SettingTexts.of(settingsOf(query.query()));
      QueryPlanner.Planned planned = new QueryPlanner(context, inForce(own)).plan(query.query());
      Statement.Query measured =
          new Statement.Query(
              planned.plan(),
              planned.schema(),
              format,
              SettingTexts.merged(own, settings),
              planned.notes(),
              Charge.STATEMENT);
      return new Statement.Measure(measured, statement.what() == Explained.ESTIMATE);
    }
    if (statement.what() == Explained.SYNTAX) {
      if (!FunctionBodies.inline(query, UserFunctions.of(context)).equals(query)) {
        throw notImplemented("EXPLAIN SYNTAX of a query with users' functions");
      }
      return result(Explanations.syntax(query.query(), statement.settings(), context, planner()));
    }
    boolean bare = statement.settings().isEmpty() && settings.isEmpty();
    if (statement.what() == Explained.AST && bare && statement.statement() == explained) {
      QueryPlanner.Planned tree = Explanations.tree(query.query(), text, format, planner());
      // the format is a part of the tree, not that of its lines
      return new Statement.Query(
          tree.plan(), tree.schema(), null, settings, tree.notes(), Charge.STATEMENT);
    }
    boolean indexes = "1".equals(SettingTexts.of(statement.settings()).get("indexes"));
    return result(
        Explanations.explain(statement.what(), indexes, query.query(), planner(), planner()));
  }

  private Dictionaries dictionaries() {
    return new Dictionaries(context, QueryPlanner::constant);
  }

  private static TableName temporary(Identifier identifier) {
    return new TableName(Storage.TEMPORARY, identifier.last());
  }

  /** The table that holds the rows of what a name stands for. */
  private TableName written(Identifier identifier) {
    return CatalogQueries.written(name(identifier), context);
  }

  private TableName followed(Identifier identifier) {
    return CatalogQueries.followed(name(identifier), context);
  }

  private TableName name(Identifier identifier) {
    return CatalogQueries.name(identifier, context);
  }

  private static void refuseCluster(@Nullable String cluster) {
    if (cluster != null) {
      throw notImplemented("ON CLUSTER");
    }
  }

  static TwinhouseException notImplemented(String what) {
    return new TwinhouseException(
        ErrorCode.NOT_IMPLEMENTED, what + " is not supported by the embedded engine");
  }

  @Override
  public Statement createUser(Create.User statement) {
    return new AccessStatements(context).of(statement);
  }

  @Override
  public Statement createRole(Create.Role statement) {
    return new AccessStatements(context).of(statement);
  }

  @Override
  public Statement createRowPolicy(Create.RowPolicy statement) {
    return new AccessStatements(context).of(statement);
  }

  @Override
  public Statement createQuota(Create.Quota statement) {
    return new AccessStatements(context).of(statement);
  }

  @Override
  public Statement createProfile(Create.Profile statement) {
    return new AccessStatements(context).of(statement);
  }

  @Override
  public Statement createDictionary(Create.Dictionary statement) {
    refuseCluster(statement.cluster());
    return dictionaries().create(statement);
  }

  @Override
  public Statement createFunction(Create.Function statement) {
    refuseCluster(statement.cluster());
    return UserFunctions.create(statement);
  }

  @Override
  public Statement alterTable(AlterTable statement) {
    refuseCluster(statement.cluster());
    return new AlterPlanner(context, inForce(Map.of()))
        .plan(FunctionNames.in(FunctionBodies.inline(statement, UserFunctions.of(context))));
  }

  @Override
  public Statement rename(TableCommand.Rename statement) {
    refuseCluster(statement.cluster());
    List<Statement.Alter.Step> steps = new ArrayList<>();
    if (statement.kind() == TableCommand.Kind.DATABASE) {
      for (TableCommand.Pair pair : statement.pairs()) {
        String from = pair.from().last();
        if (context.storage().databases().contains(from)) {
          for (TableName table : context.storage().tables(from)) {
            dictionaries().requireNoDependents(table, inForce(Map.of()));
          }
        }
        if (!statement.ifExists() || context.storage().databases().contains(from)) {
          steps.add(new Statement.RenameDatabase(from, pair.to().last()));
        }
      }
      return new Statement.Alter(steps);
    }
    for (TableCommand.Pair pair : statement.pairs()) {
      TableName from = name(pair.from());
      if (statement.kind() == TableCommand.Kind.DICTIONARY) {
        dictionaries().requireLookup(from, ErrorCode.INCORRECT_QUERY);
      }
      boolean there =
          context.storage().databases().contains(from.database())
              && (context.storage().table(from).isPresent()
                  || context.storage().view(from).isPresent());
      dictionaries().requireNoDependents(from, inForce(Map.of()));
      if (there || !statement.ifExists()) {
        steps.add(new Statement.Rename(from, name(pair.to())));
      }
    }
    return new Statement.Alter(steps);
  }

  @Override
  public Statement exchange(TableCommand.Exchange statement) {
    refuseCluster(statement.cluster());
    TableName from = name(statement.pair().from());
    TableName to = name(statement.pair().to());
    if (statement.kind() == TableCommand.Kind.DICTIONARY) {
      dictionaries().requireLookup(from, ErrorCode.INCORRECT_QUERY);
      dictionaries().requireLookup(to, ErrorCode.INCORRECT_QUERY);
    }
    dictionaries().checkExchange(from, to);
    return new Statement.Alter(List.of(new Statement.Exchange(from, to)));
  }

  @Override
  public Statement delete(TableCommand.Delete statement) {
    refuseCluster(statement.cluster());
    return new AlterPlanner(context, inForce(Map.of()))
        .delete(followed(statement.table()), statement.where(), statement.partition());
  }

  @Override
  public Statement update(TableCommand.Update statement) {
    refuseCluster(statement.cluster());
    return new AlterPlanner(context, inForce(Map.of()))
        .update(
            followed(statement.table()),
            statement.assignments(),
            statement.where(),
            statement.partition());
  }

  @Override
  public Statement check(TableCommand.Check statement) {
    boolean single = "1".equals(inForce(Map.of()).get("check_query_single_value_result"));
    return new CheckPlanner(context).plan(statement, single, format, settings);
  }

  @Override
  public Statement setRole(SessionCommand.SetRole statement) {
    return new AccessStatements(context).of(statement);
  }

  @Override
  public Statement kill(ServerCommand.Kill statement) {
    refuseCluster(statement.cluster());
    String from =
        statement.mutation()
            ? "SELECT database, table, mutation_id, command FROM system.mutations"
            : "SELECT query_id, user, query FROM system.processes";
    String victims =
        from
            + " WHERE ("
            + SqlPrinter.print(statement.where())
            + ")"
            + (statement.mutation() ? "" : StatementRights.victims(context));
    return new Statement.Kill(
        planner().plan(SqlParser.parseQuery(victims)).plan(),
        statement.mutation(),
        format,
        Statement.KillMode.valueOf(statement.mode().name()));
  }

  private Statement allowMerges(List<Identifier> tables, boolean allowed) {
    if (tables.size() > 1) {
      throw notImplemented("SYSTEM STOP or START MERGES of several tables at once");
    }
    TableName name =
        tables.isEmpty()
            ? null
            : CatalogQueries.written(CatalogQueries.name(tables.get(0), context), context);
    return new Statement.AllowMerges(name, allowed);
  }

  @Override
  public Statement system(ServerCommand.SystemCommand statement) {
    List<TableName> targets = statement.targets().stream().map(this::name).toList();
    if (new ServerCommands(context.storage()).asksNothing(statement.command(), targets)) {
      refuseCluster(statement.cluster());
      return new Statement.SetSettings(Map.of());
    }
    boolean stops = statement.command().equals("STOP MERGES");
    if (stops || statement.command().equals("START MERGES")) {
      refuseCluster(statement.cluster());
      return allowMerges(statement.targets(), !stops);
    }
    if (statement.command().equals("RELOAD DICTIONARY")
        || statement.command().equals("RELOAD DICTIONARIES")) {
      refuseCluster(statement.cluster());
      return dictionaries().reload(statement.targets());
    }
    throw notImplemented("SYSTEM " + statement.command());
  }

  @Override
  public Statement grant(Grant statement) {
    return new GrantStatements(context).of(statement);
  }
}
