// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.lookup;

import io.twinhouse.engine.column.BytesColumn;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.DefaultValues;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.frontend.PlanningContext;
import io.twinhouse.engine.frontend.Statement;
import io.twinhouse.engine.lookup.LookupDefinition;
import io.twinhouse.engine.spi.ColumnDefinition;
import io.twinhouse.engine.spi.Table;
import io.twinhouse.engine.spi.TableDefinition;
import io.twinhouse.engine.spi.TableName;
import io.twinhouse.engine.type.Type;
import io.twinhouse.sql.ast.Call;
import io.twinhouse.sql.ast.Expr;
import io.twinhouse.sql.ast.Identifier;
import io.twinhouse.sql.ast.Literal;
import io.twinhouse.sql.parser.SqlParser;
import io.twinhouse.sql.print.SqlPrinter;
import io.twinhouse.sql.statement.Create;
import io.twinhouse.sql.statement.DictionaryBody;
import io.twinhouse.sql.statement.Drop;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/** Statements about dictionaries. */
public final class Dictionaries {

  private final PlanningContext context;
  private final BiFunction<String, PlanningContext, Column> constants;

  /**
   * @param constants the value of an expression that must be constant, in a column of one row
   */
  public Dictionaries(
      PlanningContext context, BiFunction<String, PlanningContext, Column> constants) {
    this.context = context;
    this.constants = constants;
  }

  /** What a dictionary of the catalog is, or a table of engine Join. */
  public LookupDefinition definition(TableDefinition dictionary) {
    return dictionary.isJoined()
        ? JoinEngine.definition(dictionary)
        : planner(dictionary.name(), StoredBody.read(dictionary)).definition();
  }

  private TableName name(Identifier identifier) {
    return Dependencies.name(identifier, context.bind().database());
  }

  private LookupPlanner planner(TableName name, DictionaryBody body) {
    return new LookupPlanner(name, body, this::constant);
  }

  private Column constant(String text, Type type) {
    Expr literal = SqlParser.parseExpression(text);
    if (literal instanceof Literal.Null && !type.isNullable()) {
      return DefaultValues.of(type);
    }
    // a number is read as text is: what does not fit is an error
    String read = literal instanceof Literal.Number ? SqlPrinter.string(text) : text;
    String cast = "CAST(" + read + ", " + SqlPrinter.string(type.name()) + ")";
    try {
      return constants.apply(cast, context);
    } catch (TwinhouseException e) {
      throw new TwinhouseException(
          ErrorCode.UNEXPECTED_DATA_AFTER_PARSED_VALUE,
          e.getMessage() + ": While parsing the default of an attribute",
          e);
    }
  }

  /** CREATE DICTIONARY. */
  public Statement create(Create.Dictionary statement) {
    TableName name = name(statement.name());
    DictionaryBody body = statement.body();
    boolean attach =
        statement.mode() == Create.Mode.ATTACH
            || statement.mode() == Create.Mode.ATTACH_IF_NOT_EXISTS;
    boolean careful =
        statement.mode() == Create.Mode.CREATE_IF_NOT_EXISTS
            || statement.mode() == Create.Mode.ATTACH_IF_NOT_EXISTS;
    if (attach && body == null) {
      boolean done = careful && found(name).isPresent();
      return new Statement.Alter(done ? List.of() : List.of(new Statement.Attach(name)));
    }
    if (attach || body == null) {
      throw new TwinhouseException(
          ErrorCode.INCORRECT_QUERY,
          "Incorrect ATTACH DICTIONARY query: write ATTACH DICTIONARY "
              + name.table()
              + " for one that was detached, or CREATE DICTIONARY for a new one");
    }
    boolean replaces =
        statement.mode() == Create.Mode.CREATE_OR_REPLACE
            || statement.mode() == Create.Mode.REPLACE;
    if (statement.mode() == Create.Mode.REPLACE && found(name).isEmpty()) {
      throw new TwinhouseException(
          ErrorCode.UNKNOWN_TABLE,
          "Table `" + name.database() + "`.`" + name.table() + "` doesn't exist.");
    }
    TableDefinition stored = planner(name, computed(body)).stored();
    if (replaces) {
      requireLookup(name, ErrorCode.INCORRECT_QUERY);
    }
    return new Statement.CreateTable(stored, careful, replaces, null, null);
  }

  /** What is computed in the parameters of a source is written down as the text that comes out. */
  private DictionaryBody computed(DictionaryBody body) {
    DictionaryBody.Parameters source = body.source();
    if (source == null) {
      return body;
    }
    List<DictionaryBody.Parameter> parameters = new ArrayList<>();
    for (DictionaryBody.Parameter parameter : source.parameters()) {
      Expr value = parameter.value();
      if (value instanceof Call call) {
        value = computed(parameter.key(), call);
      }
      parameters.add(
          new DictionaryBody.Parameter(
              parameter.position(), parameter.key(), value, parameter.inner()));
    }
    return body.withSource(
        new DictionaryBody.Parameters(
            source.position(), source.name(), parameters, source.brackets()));
  }

  /** Texts and whole numbers; of other types the server keeps what stands behind their texts. */
  private Expr computed(String key, Call call) {
    String written = SqlPrinter.print(call);
    String type = text("toTypeName(" + written + ")");
    if (type.startsWith("Array(")) {
      throw new TwinhouseException(
          ErrorCode.BAD_ARGUMENTS,
          "Dictionary source parameter '" + key + "' does not accept a collection value");
    }
    boolean number = type.matches("U?Int(8|16|32|64)");
    if (!number && !type.matches("(LowCardinality\\()?(Nullable\\()?String\\)*")) {
      throw new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED,
          "A parameter of a dictionary's source that is computed as " + type + " is not supported");
    }
    String text = text("toString(" + written + ")");
    return number
        ? new Literal.Number(call.position(), text)
        : new Literal.Text(call.position(), text);
  }

  private String text(String expression) {
    Column value = constants.apply(expression, context).flatten();
    if (value.isNull(0)) {
      throw new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED,
          "A parameter of a dictionary's source that is computed as NULL is not supported");
    }
    return ((BytesColumn) value).string(0);
  }

  /** The dictionary of that name; empty if there is none, or it is something else. */
  public Optional<TableDefinition> found(TableName name) {
    return context.storage().databases().contains(name.database())
        ? context.storage().table(name).map(Table::definition).filter(TableDefinition::isLookup)
        : Optional.empty();
  }

  /** Whether a name is that of a dictionary, or of a table that shows one. */
  public boolean shows(TableName name) {
    return context.storage().databases().contains(name.database())
        && context
            .storage()
            .table(name)
            .map(table -> table.definition().engine().equals(TableDefinition.LOOKUP))
            .orElse(false);
  }

  /** Refuses what is there and no dictionary. */
  public void requireLookup(TableName name, ErrorCode code) {
    boolean other =
        context.storage().databases().contains(name.database())
            && (context.storage().view(name).isPresent()
                || context
                    .storage()
                    .table(name)
                    .map(Table::definition)
                    .filter(definition -> !definition.isLookup())
                    .isPresent());
    if (other) {
      throw new TwinhouseException(
          code, "Table " + name.database() + "." + name.table() + " is not a Dictionary.");
    }
  }

  /** SYSTEM RELOAD DICTIONARY. */
  public Statement reload(List<Identifier> targets) {
    List<TableName> names = new ArrayList<>();
    targets.forEach(target -> names.add(name(target)));
    return new Statement.ReloadLookups(names);
  }

  /** Refuses a dictionary where something else is meant, and the other way round. */
  public void check(Drop statement) {
    if (statement.kind() != Drop.Kind.DICTIONARY) {
      refuseAsTable(statement);
      return;
    }
    for (Identifier identifier : statement.names()) {
      TableName name = name(identifier);
      if (statement.action() == Drop.Action.TRUNCATE || !shows(name)) {
        requireLookup(name, ErrorCode.INCORRECT_QUERY);
      }
    }
  }

  /** Refuses to drop, detach or empty a dictionary by the statements for tables and views. */
  private void refuseAsTable(Drop statement) {
    if (statement.temporary()
        || statement.kind() != Drop.Kind.TABLE && statement.kind() != Drop.Kind.VIEW) {
      return;
    }
    for (Identifier identifier : statement.names()) {
      TableName name = name(identifier);
      if (found(name).isEmpty() && !isTruncatedOver(statement, name)) {
        requireView(statement, name);
        continue;
      }
      if (statement.action() == Drop.Action.TRUNCATE) {
        throw new TwinhouseException(ErrorCode.SYNTAX_ERROR, "Cannot TRUNCATE dictionary");
      }
      if (statement.kind() == Drop.Kind.VIEW) {
        throw new TwinhouseException(
            ErrorCode.INCORRECT_QUERY, "Table " + name + " is not a View.");
      }
      throw new TwinhouseException(
          ErrorCode.CANNOT_DETACH_DICTIONARY_AS_TABLE,
          "Cannot drop/detach dictionary "
              + name
              + " as table, use DROP DICTIONARY or DETACH DICTIONARY query instead.");
    }
  }

  /** Keeps tables from statements about views; IF EXISTS is no excuse. */
  private void requireView(Drop statement, TableName name) {
    boolean table =
        statement.kind() == Drop.Kind.VIEW
            && isThere(name)
            && context.storage().view(name).isEmpty();
    if (table) {
      throw new TwinhouseException(ErrorCode.INCORRECT_QUERY, "Table " + name + " is not a View.");
    }
  }

  private boolean isTruncatedOver(Drop statement, TableName name) {
    return statement.action() == Drop.Action.TRUNCATE
        && isThere(name)
        && context
            .storage()
            .table(name)
            .filter(table -> table.definition().isOverLookup())
            .isPresent();
  }

  /** The dictionary that a table of engine Dictionary shows. */
  public static TableName behind(TableDefinition table) {
    if (SqlParser.parseExpression(table.engineArguments().get(0)) instanceof Literal.Text text) {
      int dot = text.value().indexOf('.');
      return new TableName(
          text.value().substring(0, Math.max(0, dot)), text.value().substring(dot + 1));
    }
    throw new TwinhouseException(
        ErrorCode.BAD_ARGUMENTS, "Argument 'dictionary_name' must be a literal with type String");
  }

  /** Refuses a table over a dictionary that is not there, or has not its columns. */
  private void checkTable(TableDefinition table) {
    TableName name = behind(table);
    TableDefinition lookup =
        found(name)
            .orElseThrow(
                () ->
                    new TwinhouseException(
                        ErrorCode.BAD_ARGUMENTS,
                        "Dictionary (`"
                            + (name.database().isEmpty() ? name.table() : name.toString())
                            + "`) not found"));
    for (ColumnDefinition column : table.columns()) {
      boolean known =
          lookup.column(column.name()).filter(c -> c.type().equals(column.type())).isPresent();
      if (!known) {
        throw new TwinhouseException(
            ErrorCode.THERE_IS_NO_COLUMN,
            "Not found column "
                + column.name()
                + " "
                + column.type().name()
                + " in dictionary `"
                + name
                + "`.");
      }
      if (column.kind() != ColumnDefinition.Kind.PLAIN
          && column.kind() != ColumnDefinition.Kind.DEFAULT) {
        throw LookupRules.refused("A table of engine Dictionary with a column that is computed");
      }
    }
  }

  /** Refuses a table that would be a dictionary, or that can not show one. */
  public void checkTable(Create.Table statement, TableDefinition definition) {
    if (definition.isOverLookup()) {
      checkTable(definition);
    }
    if (!definition.isLookup()) {
      return;
    }
    if (statement.like() instanceof Create.LikeTable like) {
      throw new TwinhouseException(
          ErrorCode.INCORRECT_QUERY,
          "Cannot CREATE a table AS " + like.table().name() + ", it is a Dictionary");
    }
    if (definition.engineArguments().size() != 1) {
      throw new TwinhouseException(
          ErrorCode.NUMBER_OF_ARGUMENTS_DOESNT_MATCH,
          "Storage Dictionary requires single parameter: name of dictionary.");
    }
    throw new TwinhouseException(
        ErrorCode.BAD_ARGUMENTS,
        "Argument 'dictionary_name' must be a literal with type String, not "
            + definition.engineArguments().get(0));
  }

  /** Refuses that a dictionary gets the name of what it reads, which it would read then itself. */
  public void checkExchange(TableName from, TableName to) {
    for (TableName each : List.of(from, to)) {
      TableName other = each.equals(from) ? to : from;
      if (found(each).map(Dependencies::of).filter(needed -> needed.contains(other)).isPresent()) {
        throw new TwinhouseException(
            ErrorCode.INFINITE_LOOP,
            "Cannot exchange '"
                + from
                + "' and '"
                + to
                + "', because it will lead to cyclic dependencies");
      }
    }
  }

  private boolean isThere(TableName name) {
    return context.storage().databases().contains(name.database())
        && (context.storage().table(name).isPresent() || context.storage().view(name).isPresent());
  }

  /**
   * Refuses to take away what others depend on.
   *
   * @param settings in force
   */
  public void requireNoDependents(TableName name, Map<String, String> settings) {
    if (isChecked(settings) && isThere(name)) {
      refuse(name, Dependencies.on(name, context.storage()));
    }
  }

  /**
   * Refuses to take away a database with tables that those of others depend on.
   *
   * @param settings in force
   */
  public void requireNoDependents(String database, Map<String, String> settings) {
    if (isChecked(settings) && context.storage().databases().contains(database)) {
      Dependencies.on(database, context.storage()).forEach(this::refuse);
    }
  }

  private static boolean isChecked(Map<String, String> settings) {
    String checked = settings.getOrDefault("check_table_dependencies", "1");
    return !checked.equals("0") && !checked.equalsIgnoreCase("false");
  }

  private void refuse(TableName name, List<TableName> dependent) {
    if (!dependent.isEmpty()) {
      String names = dependent.stream().map(TableName::toString).collect(Collectors.joining(", "));
      throw new TwinhouseException(
          ErrorCode.HAVE_DEPENDENT_OBJECTS,
          "Cannot drop or rename " + name + ", because some tables depend on it: " + names);
    }
  }
}
