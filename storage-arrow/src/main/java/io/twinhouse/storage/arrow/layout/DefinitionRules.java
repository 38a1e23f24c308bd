// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.layout;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.expression.Expression;
import io.twinhouse.engine.spi.ColumnDefinition;
import io.twinhouse.engine.spi.TableDefinition;
import io.twinhouse.engine.type.AggregateFunctionType;
import io.twinhouse.engine.type.ArrayType;
import io.twinhouse.engine.type.DateTime64Type;
import io.twinhouse.engine.type.DateTimeType;
import io.twinhouse.engine.type.DateType;
import io.twinhouse.engine.type.DecimalType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.JsonType;
import io.twinhouse.engine.type.Lane;
import io.twinhouse.engine.type.MapType;
import io.twinhouse.engine.type.NothingType;
import io.twinhouse.engine.type.Quoting;
import io.twinhouse.engine.type.Time64Type;
import io.twinhouse.engine.type.TimeType;
import io.twinhouse.engine.type.TupleType;
import io.twinhouse.engine.type.Type;
import io.twinhouse.engine.type.UuidType;
import io.twinhouse.storage.arrow.fold.StoredTypes;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** What ClickHouse, or the store, does not accept in a table's definition. */
public final class DefinitionRules {

  private DefinitionRules() {}

  /** Checks what can be said without binding expressions. */
  public static void check(TableDefinition definition) {
    EngineKind engine = EngineKind.named(definition.engine());
    checkColumns(definition);
    checkArguments(definition, engine);
    if (!engine.isMergeTree()) {
      boolean clauses =
          !definition.orderBy().isEmpty()
              || !definition.primaryKey().isEmpty()
              || definition.partitionBy() != null
              || definition.sampleBy() != null;
      if (clauses) {
        throw bad(
            "Engine "
                + engine.text()
                + " doesn't support PARTITION_BY, PRIMARY_KEY, ORDER_BY or SAMPLE_BY clauses");
      }
    }
    boolean timed =
        definition.ttl() != null || definition.columns().stream().anyMatch(c -> c.ttl() != null);
    if (timed && !engine.isMergeTree() && engine != EngineKind.ALIAS) {
      throw bad("Engine " + engine.text() + " doesn't support TTL clause.");
    }
    checkPrimaryKey(definition);
  }

  private static void checkColumns(TableDefinition definition) {
    boolean alias = definition.engine().equals(EngineKind.ALIAS.text());
    if (definition.columns().isEmpty() && !alias) {
      throw new TwinhouseException(
          ErrorCode.EMPTY_LIST_OF_COLUMNS_PASSED, "Table " + definition.name() + " has no columns");
    }
    Set<String> names = new HashSet<>();
    for (ColumnDefinition column : definition.columns()) {
      if (!names.add(column.name())) {
        throw new TwinhouseException(
            ErrorCode.ILLEGAL_COLUMN,
            "Cannot add column " + column.name() + ": column with this name already exists.");
      }
      checkValues(column);
      checkType(column.type(), true);
      if (EngineKind.named(definition.engine()).isLog() && isLoose(column.type())) {
        throw new TwinhouseException(
            ErrorCode.ILLEGAL_COLUMN,
            "Cannot create table with column of type Dynamic or JSON, because storage "
                + definition.engine()
                + " doesn't support columns with dynamic structure");
      }
    }
  }

  /** Refuses a column that can have no value but NULL. */
  private static void checkValues(ColumnDefinition column) {
    Type type = column.type();
    while (type instanceof ArrayType array) {
      type = array.element();
    }
    if (type.base() instanceof NothingType) {
      throw new TwinhouseException(
          ErrorCode.DATA_TYPE_CANNOT_BE_USED_IN_TABLES,
          "Data type "
              + column.type().name()
              + " of column '"
              + column.name()
              + "' cannot be used in tables");
    }
  }

  private static boolean isLoose(Type type) {
    Type base = type.base();
    if (base instanceof ArrayType array) {
      return isLoose(array.element());
    }
    if (base instanceof MapType map) {
      return isLoose(map.value());
    }
    if (base instanceof TupleType tuple) {
      return tuple.elements().stream().anyMatch(DefinitionRules::isLoose);
    }
    return base instanceof JsonType || base.carriesType();
  }

  private static void checkType(Type declared, boolean outermost) {
    StoredTypes.check(declared);
    Type type = StoredTypes.of(declared);
    Type base = type.base();
    if (base instanceof JsonType && !outermost) {
      throw refused("A column of " + type.name() + " within another type");
    }
    if (base instanceof JsonType && declared.isNullable()) {
      // the paths of objects are kept apart, with nothing that says that there was no object
      throw refused("A column of " + declared.name());
    }
    if (base instanceof ArrayType array) {
      checkType(array.element(), false);
    } else if (base instanceof MapType map) {
      checkType(map.key(), false);
      checkType(map.value(), false);
    } else if (base instanceof TupleType tuple) {
      tuple.elements().forEach(element -> checkType(element, false));
    }
  }

  private static void checkArguments(TableDefinition definition, EngineKind engine) {
    List<String> arguments = definition.engineArguments();
    int most =
        switch (engine) {
          case REPLACING, VERSIONED_COLLAPSING -> 2;
          case SUMMING, COALESCING, COLLAPSING, DICTIONARY -> 1;
          case MERGE, ALIAS -> 2;
          case BUFFER -> 12;
          case GENERATE_RANDOM -> 3;
          case JOIN -> Integer.MAX_VALUE;
          default -> 0;
        };
    int fewest = engine.hasSign() || engine == EngineKind.MERGE ? most : 0;
    fewest = engine == EngineKind.BUFFER ? 9 : engine == EngineKind.JOIN ? 3 : fewest;
    refuseOldSyntax(definition, engine);
    if (arguments.size() > most || arguments.size() < fewest) {
      throw new TwinhouseException(
          ErrorCode.NUMBER_OF_ARGUMENTS_DOESNT_MATCH,
          "Engine "
              + engine.text()
              + " takes "
              + (fewest == most ? "" : "at most ")
              + most
              + " arguments, not "
              + arguments);
    }
    checkLiterals(engine, arguments);
    if (engine == EngineKind.MERGE) {
      checkMerged(arguments.get(1));
    }
    if (engine.listsColumns()) {
      checkSummed(definition, engine);
    } else if (engine.hasSign()) {
      checkSign(definition, engine);
    } else if (engine == EngineKind.REPLACING) {
      checkReplacing(definition);
    }
  }

  /** Keys among the arguments of the engine. */
  private static void refuseOldSyntax(TableDefinition definition, EngineKind engine) {
    boolean old = definition.orderBy().isEmpty() && definition.primaryKey().isEmpty();
    if (engine.isMergeTree() && old && definition.engineArguments().size() >= 3) {
      throw bad(
          "This syntax for *MergeTree engine is deprecated. Use extended storage definition syntax"
              + " with ORDER BY/PRIMARY KEY clause");
    }
  }

  /** Arguments of engines that stand for others' rows: names as texts, numbers. */
  private static void checkLiterals(EngineKind engine, List<String> arguments) {
    if (!engine.standsForOthers() || engine == EngineKind.DICTIONARY) {
      return;
    }
    boolean matched = engine == EngineKind.MERGE && arguments.get(0).startsWith("REGEXP(");
    if (matched) {
      checkDatabases(arguments.get(0));
    }
    for (int i = matched ? 1 : 0; i < arguments.size(); i++) {
      boolean text = engine != EngineKind.GENERATE_RANDOM && i < 2;
      String wanted = text ? "'.*'" : engine == EngineKind.BUFFER ? "[0-9]+" : "[0-9]+|NULL";
      if (!Pattern.compile(wanted, Pattern.DOTALL).matcher(arguments.get(i)).matches()) {
        throw bad(
            "Argument "
                + (i + 1)
                + " of engine "
                + engine.text()
                + " must be "
                + (text ? "a string" : "an unsigned integer")
                + ", not "
                + arguments.get(i));
      }
    }
  }

  /** Databases of a Merge by a regular expression. */
  private static void checkDatabases(String argument) {
    Matcher text = Pattern.compile("REGEXP\\(('.+')\\)", Pattern.DOTALL).matcher(argument);
    if (!text.matches()) {
      throw bad("Argument for REGEXP in Merge ENGINE should be a non empty String Literal");
    }
    checkMerged(text.group(1));
  }

  private static void checkMerged(String regexp) {
    try {
      Pattern.compile(regexp.replaceAll("^'|'$", "").replace("\\\\", "\\"));
    } catch (PatternSyntaxException e) {
      throw new TwinhouseException(
          ErrorCode.CANNOT_COMPILE_REGEXP, "Cannot compile " + regexp + ": " + e.getDescription());
    }
  }

  private static void checkReplacing(TableDefinition definition) {
    List<String> arguments = definition.engineArguments();
    if (!arguments.isEmpty()) {
      checkVersion(
          arguments.get(0),
          columnType(definition, "Version", arguments.get(0)),
          EngineKind.REPLACING);
    }
    if (arguments.size() > 1) {
      Type type = columnType(definition, "is_deleted", arguments.get(1));
      if (!type.equals(IntegerType.UINT8)) {
        throw new TwinhouseException(
            ErrorCode.BAD_TYPE_OF_FIELD,
            "is_deleted column ("
                + arguments.get(1)
                + ") for storage ReplacingMergeTree must have type UInt8. Provided column of type "
                + type.name()
                + ".");
      }
    }
  }

  private static void checkSign(TableDefinition definition, EngineKind engine) {
    List<String> arguments = definition.engineArguments();
    String sign = arguments.get(0);
    requireName(sign, "Sign");
    Type type = columnType(definition, "Sign", sign);
    if (!type.equals(IntegerType.INT8)) {
      throw new TwinhouseException(
          ErrorCode.BAD_TYPE_OF_FIELD,
          "Sign column ("
              + Quoting.unquoted(sign)
              + ") for storage "
              + engine.text()
              + " must have type Int8. Provided column of type "
              + type.name()
              + ".");
    }
    if (engine == EngineKind.VERSIONED_COLLAPSING) {
      requireName(arguments.get(1), "Version");
      checkVersion(
          arguments.get(1), columnType(definition, "Version", arguments.get(1)).base(), engine);
    } else if (definition.orderBy().isEmpty()) {
      throw refused("CollapsingMergeTree without a sorting key");
    }
  }

  private static void requireName(String argument, String role) {
    if (argument.startsWith("'") || argument.matches("-?[0-9].*")) {
      throw bad(role + " column name must be an unquoted string");
    }
  }

  private static void checkSummed(TableDefinition definition, EngineKind engine) {
    for (String name : SummedColumns.of(definition.engineArguments())) {
      boolean nested = definition.columns().stream().anyMatch(c -> c.name().startsWith(name + "."));
      if (!nested && definition.column(name).filter(DefinitionRules::isKept).isEmpty()) {
        throw new TwinhouseException(
            ErrorCode.NO_SUCH_COLUMN_IN_TABLE,
            "Column " + name + " listed in columns to sum does not exist in table declaration.");
      }
    }
    if (engine == EngineKind.SUMMING) {
      SummedMaps.of(definition.columns());
    }
  }

  private static boolean isKept(ColumnDefinition column) {
    return column.kind() != ColumnDefinition.Kind.ALIAS
        && column.kind() != ColumnDefinition.Kind.EPHEMERAL;
  }

  private static void checkVersion(String name, Type type, EngineKind engine) {
    boolean usable =
        type instanceof IntegerType
            || type.lane() == Lane.DOUBLE
            || type instanceof DateType
            || type instanceof DateTimeType
            || type instanceof DateTime64Type
            || type instanceof TimeType
            || type instanceof Time64Type;
    if (!usable) {
      throw new TwinhouseException(
          ErrorCode.BAD_TYPE_OF_FIELD,
          "The column "
              + name
              + " cannot be used as a version column for storage "
              + engine.text()
              + " because it is of type "
              + type.name()
              + " (must be of an integer type or of type Date/DateTime/DateTime64).");
    }
    if (type.lane() == Lane.WIDE) {
      throw refused("A version column of " + type.name());
    }
  }

  private static Type columnType(TableDefinition definition, String role, String argument) {
    String name = Quoting.unquoted(argument);
    for (ColumnDefinition column : definition.columns()) {
      if (column.name().equals(name) && isKept(column)) {
        return column.type();
      }
    }
    throw new TwinhouseException(
        ErrorCode.NO_SUCH_COLUMN_IN_TABLE,
        role + " column " + name + " does not exist in table declaration.");
  }

  private static void checkPrimaryKey(TableDefinition definition) {
    List<String> sorting = definition.orderBy();
    List<String> primary = definition.primaryKey();
    for (int i = 0; i < primary.size(); i++) {
      String expected = i < sorting.size() ? sorting.get(i) : "nothing";
      if (!primary.get(i).equals(expected)) {
        throw bad(
            "Primary key must be a prefix of the sorting key, but the column in the position "
                + i
                + " is "
                + expected
                + ", not "
                + primary.get(i)
                + ".");
      }
    }
    if (new HashSet<>(sorting).size() < sorting.size()) {
      throw bad("Primary key or secondary index contains a duplicate expression.");
    }
  }

  /** Checks what the bound expressions' types tell. */
  public static void check(TableLayout layout) {
    checkFolding(layout);
    layout.lifetimes().check(layout);
    boolean nullable = "1".equals(layout.definition().settings().get("allow_nullable_key"));
    for (Expression key : layout.sortingKey()) {
      checkKey(key.type(), "Sorting", nullable);
    }
    Expression partition = layout.partitionKey();
    if (partition != null) {
      List<Type> types =
          partition.type() instanceof TupleType tuple
              ? tuple.elements()
              : List.of(partition.type());
      for (Type type : types) {
        checkKey(type, "Partition", nullable);
        if (type.base().lane() == Lane.DOUBLE) {
          throw bad(
              "Floating point partition key is not supported: "
                  + layout.definition().partitionBy()
                  + ".");
        }
        if (!hasPartitionId(type.base())) {
          throw refused("A partition key of " + type.name());
        }
      }
    }
  }

  /** Checks what only a new table has to keep. */
  public static void checkNew(TableLayout layout) {
    String allowed = layout.definition().settings().get("allow_dimensions_outside_sorting_key");
    if (layout.engine() != EngineKind.AGGREGATING
        || layout.sortingKey().isEmpty()
        || layout.columns().stream().noneMatch(c -> c.type() instanceof AggregateFunctionType)
        || "1".equals(allowed)
        || "true".equals(allowed)) {
      return;
    }
    BitSet keys = Inputs.of(layout.partitionKey());
    layout.sortingKey().forEach(key -> Inputs.collect(key, keys));
    for (int c = 0; c < layout.columns().size(); c++) {
      ColumnDefinition column = layout.columns().get(c);
      boolean free =
          column.kind() == ColumnDefinition.Kind.MATERIALIZED
              || column.kind() == ColumnDefinition.Kind.EPHEMERAL;
      if (!free && !keys.get(c) && !(column.type() instanceof AggregateFunctionType)) {
        throw bad(
            "Column(s) "
                + column.name()
                + " of the AggregatingMergeTree table are neither part of the sorting key nor"
                + " aggregate measures (AggregateFunction or SimpleAggregateFunction). Add them to"
                + " the sorting key (ORDER BY), or set 'allow_dimensions_outside_sorting_key = 1'"
                + " if this is intentional.");
      }
    }
  }

  private static void checkFolding(TableLayout layout) {
    if (!layout.engine().folds()) {
      return;
    }
    BitSet sorting = new BitSet();
    layout.sortingKey().forEach(key -> Inputs.collect(key, sorting));
    BitSet partition = Inputs.of(layout.partitionKey());
    List<String> listed =
        layout.engine().listsColumns()
            ? SummedColumns.of(layout.definition().engineArguments())
            : List.of();
    for (String name : listed) {
      int column = layout.schema().indexOf(name);
      if (column < 0) {
        continue; // of a nested column
      }
      String role = sorting.get(column) ? "sorting" : partition.get(column) ? "partition" : "";
      if (!role.isEmpty()) {
        throw bad(
            "Columns: "
                + name
                + " listed both in columns to sum and in "
                + role
                + " key. That is not allowed.");
      }
    }
    for (ColumnDefinition column : layout.columns()) {
      if (column.type().base() instanceof JsonType) {
        throw refused("A JSON column in a table of engine " + layout.engine().text());
      }
    }
  }

  /** Types whose partition ids are known to be ClickHouse's. */
  private static boolean hasPartitionId(Type base) {
    boolean wide = base.lane() == Lane.WIDE && !(base instanceof UuidType);
    boolean ticks = base instanceof DateTime64Type || base instanceof Time64Type;
    return !wide && !ticks && !(base instanceof DecimalType);
  }

  private static void checkKey(Type type, String role, boolean nullableAllowed) {
    if (type.isNullable() && !nullableAllowed) {
      throw new TwinhouseException(
          ErrorCode.ILLEGAL_COLUMN,
          role
              + " key contains nullable columns, but merge tree setting `allow_nullable_key` is"
              + " disabled.");
    }
    if (type.base() instanceof JsonType || type.base().carriesType()) {
      throw new TwinhouseException(
          ErrorCode.DATA_TYPE_CANNOT_BE_USED_IN_KEY,
          "Column with type Variant/Dynamic/JSON is not allowed in key expression. Cast a path of"
              + " it to a specific type instead.");
    }
    if (type.lane() == Lane.ARRAY || type.lane() == Lane.TUPLE) {
      throw refused("A key of " + type.name());
    }
  }

  private static TwinhouseException bad(String message) {
    return new TwinhouseException(ErrorCode.BAD_ARGUMENTS, message);
  }

  private static TwinhouseException refused(String what) {
    return new TwinhouseException(
        ErrorCode.NOT_IMPLEMENTED,
        what + " is not supported by the embedded store; run this table on ClickHouse");
  }
}
