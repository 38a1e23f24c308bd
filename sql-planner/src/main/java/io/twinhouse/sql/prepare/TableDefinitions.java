// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.prepare;

import io.twinhouse.engine.column.Field;
import io.twinhouse.engine.column.Schema;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.frontend.PlanningContext;
import io.twinhouse.engine.function.aggregate.combinator.StateTypes;
import io.twinhouse.engine.plan.QueryPlan;
import io.twinhouse.engine.setting.SettingCatalog;
import io.twinhouse.engine.spi.ColumnDefinition;
import io.twinhouse.engine.spi.ColumnDefinition.Kind;
import io.twinhouse.engine.spi.Table;
import io.twinhouse.engine.spi.TableDefinition;
import io.twinhouse.engine.spi.TableName;
import io.twinhouse.engine.spi.ViewDefinition;
import io.twinhouse.engine.type.AggregateFunctionType;
import io.twinhouse.engine.type.ArrayType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.Type;
import io.twinhouse.engine.type.TypeParser;
import io.twinhouse.engine.type.common.SuspiciousTypes;
import io.twinhouse.engine.type.common.VariantMembers;
import io.twinhouse.sql.analyse.scope.SettingTexts;
import io.twinhouse.sql.ast.Call;
import io.twinhouse.sql.ast.Expr;
import io.twinhouse.sql.ast.Identifier;
import io.twinhouse.sql.ast.TypeName;
import io.twinhouse.sql.catalog.ClauseTexts;
import io.twinhouse.sql.catalog.TableSettings;
import io.twinhouse.sql.parser.SqlParser;
import io.twinhouse.sql.prepare.column.AliasDefinitions;
import io.twinhouse.sql.prepare.column.Codecs;
import io.twinhouse.sql.prepare.column.ZonesOfColumns;
import io.twinhouse.sql.print.SqlPrinter;
import io.twinhouse.sql.statement.ColumnDefinition.Nullability;
import io.twinhouse.sql.statement.Create;
import io.twinhouse.sql.statement.Storage;
import io.twinhouse.sql.statement.TableElements;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes table definitions of CREATE TABLE. */
final class TableDefinitions {

  private static final String DEFAULT_ENGINE = "MergeTree";

  private static final Pattern INTERVAL =
      Pattern.compile("\\bINTERVAL (-?\\d+) (SECOND|MINUTE|HOUR|DAY|WEEK|MONTH|QUARTER|YEAR)\\b");

  private final PlanningContext context;
  private final Map<String, String> settings;

  TableDefinitions(PlanningContext context, Map<String, String> settings) {
    this.context = context;
    this.settings = settings;
  }

  TableDefinition of(Create.Table create) {
    Map<String, String> own = new HashMap<>(SettingTexts.of(create.storage().settings()));
    own.keySet().removeIf(name -> !isOfQuery(name));
    TableDefinitions settled =
        own.isEmpty() ? this : new TableDefinitions(context, SettingTexts.merged(settings, own));
    return settled.zones().of(settled.definition(create));
  }

  ZonesOfColumns zones() {
    return new ZonesOfColumns(context.bind().with(settings).zone());
  }

  /** Whether a setting among those of a table is one of the statement. */
  private static boolean isOfQuery(String name) {
    return !TableSettings.has(name) && SettingCatalog.standard().contains(name);
  }

  private TableDefinition definition(Create.Table create) {
    TableName name =
        create.temporary()
            ? new TableName(io.twinhouse.engine.spi.Storage.TEMPORARY, create.name().last())
            : CatalogQueries.name(create.name(), context);
    TableDefinition like =
        create.like() instanceof Create.LikeTable other ? definition(create, other) : null;
    if (create.like() instanceof Create.LikeFunction) {
      throw StatementPreparer.notImplemented("CREATE TABLE AS a table function");
    }
    List<ColumnDefinition> columns =
        AliasDefinitions.isOne(create.storage().engine())
            ? new AliasDefinitions(context)
                .columns(name, create, arguments(Objects.requireNonNull(create.storage().engine())))
            : columns(create, like);
    String comment = create.comment() == null ? "" : create.comment();
    if (like != null && create.storage().isEmpty()) {
      return new TableDefinition(
          name,
          columns,
          like.engine(),
          like.engineArguments(),
          like.orderBy(),
          like.primaryKey(),
          like.partitionBy(),
          like.sampleBy(),
          like.ttl(),
          like.settings(),
          comment.isEmpty() ? like.comment() : comment,
          like.indexes(),
          like.constraints(),
          like.projections(),
          like.shown());
    }
    if (like == null) {
      return stored(name, columns, create, comment, null);
    }
    // of a table of another kind only what all kinds have is taken over
    boolean family = like.engine().endsWith(DEFAULT_ENGINE);
    Call engine = create.storage().engine();
    boolean same = family && (engine == null || engine.name().endsWith(DEFAULT_ENGINE));
    TableDefinition own =
        stored(
            name,
            columns,
            create,
            comment.isEmpty() ? like.comment() : comment,
            same ? like : null);
    return own.toBuilder()
        .indexes(same ? like.indexes() : List.of())
        .constraints(like.constraints())
        .projections(same ? like.projections() : List.of())
        .build();
  }

  private TableDefinition stored(
      TableName name,
      List<ColumnDefinition> columns,
      Create.Table create,
      String comment,
      @Nullable TableDefinition base) {
    Storage storage = create.storage();
    TableElements elements = create.elements();
    Call engine = storage.engine();
    Expr primary = storage.primaryKey();
    if (primary == null && elements != null) {
      primary = elements.primaryKey();
    }
    Keys keys = Keys.of(primary, storage.orderBy(), base);
    Map<String, String> tableSettings = new LinkedHashMap<>(SettingTexts.of(storage.settings()));
    String engineName = engine == null ? defaultEngine(create.temporary()) : engine.name();
    if (!engineName.equals("Join")) {
      tableSettings.keySet().removeIf(TableDefinitions::isOfQuery);
    }
    checkSettings(engineName, tableSettings);
    return new TableDefinition(
        name,
        columns,
        engineName,
        engine == null ? List.of() : arguments(engine),
        keys.sorting(),
        keys.primary(),
        inherited(text(storage.partitionBy()), base == null ? null : base.partitionBy()),
        inherited(text(storage.sampleBy()), base == null ? null : base.sampleBy()),
        ttl(storage.ttl()),
        tableSettings,
        comment,
        elements == null ? List.of() : TableParts.indexes(elements),
        elements == null ? List.of() : TableParts.constraints(elements),
        elements == null ? List.of() : TableParts.projections(elements),
        shown(storage, primary, keys, base));
  }

  /** The engine of a table that names none. */
  private String defaultEngine(boolean temporary) {
    String name =
        temporary
            ? settings.getOrDefault("default_temporary_table_engine", "Memory")
            : settings.getOrDefault("default_table_engine", DEFAULT_ENGINE);
    if (name.equals("None")) {
      throw new TwinhouseException(
          ErrorCode.ENGINE_REQUIRED, "Table engine is not specified in CREATE query");
    }
    return name;
  }

  private static Map<String, String> shown(
      Storage storage, @Nullable Expr primary, Keys keys, @Nullable TableDefinition base) {
    ClauseTexts texts = new ClauseTexts(base == null ? Map.of() : base.shown());
    texts.partitionBy(storage.partitionBy());
    texts.sampleBy(storage.sampleBy());
    boolean implied = storage.orderBy() == null && base == null;
    texts.orderBy(implied ? primary : storage.orderBy(), keys.sorting());
    texts.primaryKey(primary, keys.primary(), keys.sorting());
    return texts.all();
  }

  private List<String> arguments(Call engine) {
    List<String> texts = engine.arguments().stream().map(SqlPrinter::print).toList();
    boolean named =
        switch (engine.name()) {
          case "Merge", "Buffer", TableDefinition.ALIAS, TableDefinition.LOOKUP -> true;
          default -> false;
        };
    if (!named) {
      return texts;
    }
    // the server writes down what names of databases and tables stand for
    List<String> written = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      Expr argument = engine.arguments().get(i);
      boolean current =
          argument instanceof Call call && call.name().equalsIgnoreCase("currentDatabase");
      String name = current ? context.bind().database() : null;
      if (argument instanceof Identifier identifier) {
        name = identifier.name();
      }
      written.add(name == null ? texts.get(i) : SqlPrinter.string(name));
    }
    return written;
  }

  private static @Nullable String inherited(@Nullable String own, @Nullable String other) {
    return own == null ? other : own;
  }

  /** The keys of a table: those that are declared, else those of the table that it is like. */
  private record Keys(List<String> primary, List<String> sorting) {

    static Keys of(@Nullable Expr primary, @Nullable Expr sorting, @Nullable TableDefinition base) {
      List<String> declared = primary == null ? null : key(primary);
      if (declared == null && base != null && !base.primaryKey().equals(base.orderBy())) {
        declared = base.primaryKey();
      }
      if (sorting != null) {
        List<String> order = key(sorting);
        return new Keys(declared == null ? order : declared, order);
      }
      if (base != null) {
        return new Keys(declared == null ? base.primaryKey() : declared, base.orderBy());
      }
      return declared == null ? new Keys(List.of(), List.of()) : new Keys(declared, declared);
    }
  }

  private static void checkSettings(String engine, Map<String, String> settings) {
    if (engine.endsWith("MergeTree")) {
      TableSettings.check(engine, settings);
    } else if (engine.equals("Set") || engine.equals("Join")) {
      checkKept(engine, settings);
    } else if (!settings.isEmpty()
        && (engine.equals("Null") || engine.equals(TableDefinition.ALIAS))) {
      throw new TwinhouseException(
          ErrorCode.BAD_ARGUMENTS, "Engine " + engine + " doesn't support SETTINGS clause.");
    } else if (!settings.isEmpty()) {
      throw StatementPreparer.notImplemented("SETTINGS of a table of engine " + engine);
    }
  }

  /** Settings of tables that are wholly in memory on the server, and in files here. */
  private static void checkKept(String engine, Map<String, String> settings) {
    for (Map.Entry<String, String> setting : settings.entrySet()) {
      boolean ofJoin = setting.getKey().contains("join") && engine.equals("Join");
      if (!setting.getKey().equals("persistent") && !setting.getKey().equals("disk") && !ofJoin) {
        throw new TwinhouseException(
            engine.equals("Join") ? ErrorCode.BAD_ARGUMENTS : ErrorCode.UNKNOWN_SETTING,
            "Unknown setting '" + setting.getKey() + "': for storage " + engine);
      }
      boolean persistent = setting.getKey().equals("persistent");
      if (!setting.getValue().equals(persistent ? "1" : "0")) {
        throw StatementPreparer.notImplemented(
            "Setting "
                + setting.getKey()
                + " = "
                + setting.getValue()
                + " of a table of engine "
                + engine);
      }
    }
  }

  /** The plan that fills a table created AS SELECT. */
  QueryPlan fill(Create.Table create, Create.LikeQuery like) {
    List<Type> types =
        columns(create, null).stream()
            .filter(c -> c.kind() == Kind.PLAIN || c.kind() == Kind.DEFAULT)
            .map(ColumnDefinition::type)
            .toList();
    return new QueryPlanner(context, settings).plan(like.query(), types).plan();
  }

  /** The table whose rows CLONE AS wants; null for none. */
  @Nullable TableName cloned(Create.Table create) {
    if (!(create.like() instanceof Create.LikeTable like) || !like.withRows()) {
      return null;
    }
    TableName name = CatalogQueries.name(like.table(), context);
    String engine = context.storage().table(name).map(t -> t.definition().engine()).orElse("");
    if (!engine.endsWith(DEFAULT_ENGINE)) {
      throw new TwinhouseException(
          ErrorCode.SUPPORT_IS_DISABLED,
          "Only support CLONE AS from tables of the MergeTree family.");
    }
    return name;
  }

  private TableDefinition definition(Create.Table create, Create.LikeTable like) {
    TableElements elements = create.elements();
    if (elements != null && !elements.columns().isEmpty()) {
      throw new TwinhouseException(
          ErrorCode.SYNTAX_ERROR, "Columns and AS another table cannot both be given");
    }
    TableName said = CatalogQueries.name(like.table(), context);
    TableName name = CatalogQueries.followed(said, context);
    if (!said.equals(name) && create.storage().isEmpty()) {
      throw AliasDefinitions.refusedColumns();
    }
    ViewDefinition view = context.storage().view(name).orElse(null);
    if (view != null) {
      if (create.storage().isEmpty()) {
        throw new TwinhouseException(
            ErrorCode.INCORRECT_QUERY, "Cannot CREATE a table AS " + name + ", it is a View.");
      }
      return TableDefinition.of(name, view.columns(), "View");
    }
    return context
        .storage()
        .table(name)
        .map(Table::definition)
        .orElseThrow(
            () ->
                new TwinhouseException(
                    ErrorCode.CANNOT_GET_CREATE_TABLE_QUERY,
                    "Table `" + name.table() + "` doesn't exist."));
  }

  private List<ColumnDefinition> columns(Create.Table create, @Nullable TableDefinition like) {
    TableElements elements = create.elements();
    if (elements != null && !elements.columns().isEmpty()) {
      return declared(elements.columns());
    }
    if (like != null) {
      SuspiciousTypes suspicious = suspicious();
      like.columns().forEach(column -> suspicious.refuse(column.type()));
      return like.columns();
    }
    if (create.like() instanceof Create.LikeQuery query) {
      return yielded(new QueryPlanner(context, settings).schema(query.query()));
    }
    Call engine = create.storage().engine();
    if (engine != null && engine.name().equals("Merge") && engine.arguments().size() == 2) {
      String rows = "SELECT * FROM merge(" + String.join(", ", arguments(engine)) + ")";
      return new QueryPlanner(context, settings)
          .schema(SqlParser.parseQuery(rows)).fields().stream()
              .map(field -> ColumnDefinition.plain(field.name(), field.type()))
              .toList();
    }
    throw new TwinhouseException(
        ErrorCode.INCORRECT_QUERY,
        "Incorrect CREATE query: required list of column descriptions or AS section or SELECT.");
  }

  /** Columns as a query yields them. */
  List<ColumnDefinition> yielded(Schema schema) {
    SuspiciousTypes suspicious = suspicious();
    schema.types().forEach(suspicious::refuse);
    return schema.fields().stream()
        .map(field -> ColumnDefinition.plain(field.name(), field.type()))
        .toList();
  }

  private SuspiciousTypes suspicious() {
    return new SuspiciousTypes(
        isOn(SuspiciousTypes.DICTIONARIES), isOn(SuspiciousTypes.LONG_TEXTS));
  }

  private void refuseCounting(io.twinhouse.sql.statement.ColumnDefinition column) {
    if (column.autoIncrement() && !isOn("compatibility_ignore_auto_increment_in_create_table")) {
      throw new TwinhouseException(
          ErrorCode.SYNTAX_ERROR,
          "AUTO_INCREMENT is not supported. To ignore the keyword in column declaration, set"
              + " `compatibility_ignore_auto_increment_in_create_table` to true");
    }
  }

  private boolean isOn(String setting) {
    String value = settings.getOrDefault(setting, "0");
    return value.equals("1") || value.equals("true");
  }

  List<ColumnDefinition> declared(List<io.twinhouse.sql.statement.ColumnDefinition> declared) {
    List<ColumnDefinition> columns = new ArrayList<>();
    for (io.twinhouse.sql.statement.ColumnDefinition column : declared) {
      refuseCounting(column);
      TypeName type = column.type();
      if (type != null && type.name().equalsIgnoreCase("Nested")) {
        nested(column, type, columns);
      } else {
        columns.add(column(column, columns, false));
      }
    }
    refuseTwice(columns);
    DefaultExpressions.check(columns, context);
    Map<String, io.twinhouse.sql.statement.ColumnDefinition> byName = new HashMap<>();
    declared.forEach(column -> byName.put(column.name(), column));
    columns.replaceAll(column -> withCodecs(column, declaration(column.name(), byName)));
    return columns;
  }

  private ColumnDefinition withCodecs(
      ColumnDefinition column, io.twinhouse.sql.statement.@Nullable ColumnDefinition declared) {
    if (declared == null || declared.codec().isEmpty()) {
      return column;
    }
    String codecs = codecs(declared, column.type(), column.kind(), true);
    return new ColumnDefinition(
        column.name(),
        column.type(),
        column.kind(),
        column.expression(),
        column.comment(),
        codecs,
        column.ttl());
  }

  private static void refuseTwice(List<ColumnDefinition> columns) {
    for (int i = 0; i < columns.size(); i++) {
      for (int j = 0; j < i; j++) {
        if (columns.get(i).name().equals(columns.get(j).name())) {
          throw new TwinhouseException(
              ErrorCode.ILLEGAL_COLUMN,
              "Cannot add column "
                  + columns.get(i).name()
                  + ": column with this name already exists.");
        }
      }
    }
  }

  /** Where a column was declared, perhaps as a part of one of type Nested. */
  private static io.twinhouse.sql.statement.@Nullable ColumnDefinition declaration(
      String name, Map<String, io.twinhouse.sql.statement.ColumnDefinition> byName) {
    io.twinhouse.sql.statement.ColumnDefinition own = byName.get(name);
    int dot = name.indexOf('.');
    return own == null && dot > 0 ? byName.get(name.substring(0, dot)) : own;
  }

  private static void nested(
      io.twinhouse.sql.statement.ColumnDefinition declared,
      TypeName type,
      List<ColumnDefinition> columns) {
    List<TypeName.Argument> arguments = type.arguments() == null ? List.of() : type.arguments();
    for (TypeName.Argument argument : arguments) {
      if (argument instanceof TypeName.Nested element) {
        String full = declared.name() + "." + element.name();
        Type array = new ArrayType(TypeParser.parse(SqlPrinter.print(element.type())));
        String comment = declared.comment() == null ? "" : declared.comment();
        columns.add(new ColumnDefinition(full, array, Kind.PLAIN, null, comment));
      }
    }
  }

  /** One column as ALTER declares it. */
  ColumnDefinition column(
      io.twinhouse.sql.statement.ColumnDefinition column, List<ColumnDefinition> before) {
    return zones().of(column(column, before, true));
  }

  private ColumnDefinition column(
      io.twinhouse.sql.statement.ColumnDefinition column,
      List<ColumnDefinition> before,
      boolean withCodecs) {
    Kind kind =
        column.defaultKind() == null
            ? Kind.PLAIN
            : switch (column.defaultKind()) {
              case DEFAULT -> Kind.DEFAULT;
              case MATERIALIZED -> Kind.MATERIALIZED;
              case ALIAS -> Kind.ALIAS;
              case EPHEMERAL -> Kind.EPHEMERAL;
            };
    Expr written = column.defaultValue();
    String expression = written == null ? null : SqlPrinter.keep(written);
    String comment = column.comment() == null ? "" : column.comment();
    Type type = type(column, expression, before);
    if (kind == Kind.EPHEMERAL && expression == null) {
      expression = "defaultValueOfTypeName(" + SqlPrinter.string(type.name()) + ")";
    }
    return new ColumnDefinition(
        column.name(),
        type,
        kind,
        expression,
        comment,
        withCodecs ? codecs(column, type, kind, true) : "",
        timeText(column.ttl()));
  }

  /**
   * The codecs of a column, empty for the default.
   *
   * @param checked whether codecs that make no sense for the type are refused
   */
  String codecs(
      io.twinhouse.sql.statement.ColumnDefinition column, Type type, Kind kind, boolean checked) {
    if (!column.codec().isEmpty() && kind == Kind.ALIAS) {
      throw new TwinhouseException(
          ErrorCode.BAD_ARGUMENTS, "Cannot specify codec for column type ALIAS.");
    }
    String suspicious = settings.getOrDefault("allow_suspicious_codecs", "0");
    boolean any = !checked || suspicious.equals("1") || suspicious.equals("true");
    return Codecs.of(type, column.codec(), any);
  }

  private Type type(
      io.twinhouse.sql.statement.ColumnDefinition column,
      @Nullable String expression,
      List<ColumnDefinition> before) {
    TypeName declared = column.type();
    if (declared == null) {
      if (expression == null) {
        throw new TwinhouseException(
            ErrorCode.INCORRECT_QUERY, "Empty type of column " + column.name());
      }
      Schema schema = new Schema(before.stream().map(c -> new Field(c.name(), c.type())).toList());
      return QueryPlanner.typeOf(expression, schema, context);
    }
    Type type = TypeParser.parse(SqlPrinter.print(declared));
    if (!isOn("allow_suspicious_variant_types")) {
      VariantMembers.requireUnlike(type);
    }
    suspicious().refuse(type);
    if (type instanceof AggregateFunctionType state && !state.simple()) {
      // a function that a setting hides is no type of states without it
      StateTypes.bindAllowed(state, context.bind().with(settings));
    }
    return column.nullability() == Nullability.NULL ? type.toNullable() : type;
  }

  /** The elements of a key. */
  static List<String> key(@Nullable Expr key) {
    if (key == null) {
      return List.of();
    }
    List<Expr> elements =
        key instanceof Call call && call.name().equals("tuple") ? call.arguments() : List.of(key);
    List<String> texts = new ArrayList<>();
    for (Expr element : elements) {
      if (element instanceof Call call && call.name().equals(Storage.DESCENDING)) {
        throw StatementPreparer.notImplemented("A sorting key in descending order");
      }
      texts.add(SqlPrinter.print(element));
    }
    return texts;
  }

  /** The text of a TTL, with intervals as calls, which is how the server keeps them. */
  static @Nullable String timeText(@Nullable Expr expression) {
    if (expression == null) {
      return null;
    }
    String text =
        INTERVAL
            .matcher(SqlPrinter.print(expression))
            .replaceAll(
                m ->
                    "toInterval"
                        + m.group(2).charAt(0)
                        + m.group(2).substring(1).toLowerCase(Locale.ROOT)
                        + "("
                        + m.group(1)
                        + ")");
    return expression.position().isInBrackets() ? "(" + text + ")" : text;
  }

  private static @Nullable String text(@Nullable Expr expression) {
    return expression == null ? null : SqlPrinter.print(expression);
  }

  /** The rules as a table's definition keeps them, one a line; null for none. */
  static @Nullable String ttl(List<Storage.Ttl> ttl) {
    List<String> rules = new ArrayList<>();
    boolean whole = false;
    for (Storage.Ttl rule : ttl) {
      if (rule.action() == Storage.TtlAction.RECOMPRESS) {
        Codecs.of(IntegerType.UINT64, rule.codec(), false);
        String codecs =
            rule.codec().stream().map(Codecs::asWritten).collect(Collectors.joining(", "));
        rules.add(timeText(rule.time()) + "\t\t" + codecs);
        continue;
      }
      if (rule.action() != Storage.TtlAction.DELETE) {
        throw StatementPreparer.notImplemented("A TTL that does not delete");
      }
      String where = timeText(rule.where());
      if (where == null && whole) {
        throw new TwinhouseException(
            ErrorCode.BAD_TTL_EXPRESSION,
            "More than one DELETE TTL expression without WHERE expression is not allowed.");
      }
      whole |= where == null;
      rules.add(timeText(rule.time()) + (where == null ? "" : "\t" + where));
    }
    return rules.isEmpty() ? null : String.join("\n", rules);
  }
}
