// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.layout;

import io.twinhouse.engine.column.Field;
import io.twinhouse.engine.column.Schema;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.expression.Expression;
import io.twinhouse.engine.spi.ColumnDefinition;
import io.twinhouse.engine.spi.ExpressionCompiler;
import io.twinhouse.engine.spi.TableDefinition;
import io.twinhouse.engine.type.DateType;
import io.twinhouse.engine.type.EnumType;
import io.twinhouse.engine.type.Quoting;
import io.twinhouse.engine.type.StringType;
import io.twinhouse.engine.type.TupleType;
import io.twinhouse.engine.type.Type;
import io.twinhouse.storage.arrow.fold.FoldPlan;
import io.twinhouse.storage.arrow.fold.PairFolding;
import io.twinhouse.storage.arrow.fold.RowFolding;
import io.twinhouse.storage.arrow.fold.SignFolding;
import io.twinhouse.storage.arrow.fold.StoredTypes;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A table's definition with its expressions bound. Immutable and thread-safe. */
public final class TableLayout {

  private final TableDefinition definition;
  private final Map<String, String> streams;
  private final ExpressionCompiler compiler;
  private final Map<Integer, Optional<Expression>> defaults = new ConcurrentHashMap<>();
  private final EngineKind engine;
  private final List<ColumnDefinition> columns;
  private final Schema schema;
  private final List<Expression> sortingKey;
  private final @Nullable Expression partitionKey;
  private final int versionColumn;
  private final int deletedColumn;
  private final int signColumn;
  private final RowFolding folding;
  private final Lifetimes lifetimes;

  private TableLayout(
      TableDefinition definition, Map<String, String> streams, ExpressionCompiler compiler) {
    this.definition = definition;
    this.streams = Map.copyOf(streams);
    this.compiler = compiler;
    this.engine = EngineKind.named(definition.engine());
    this.columns =
        definition.columns().stream().filter(c -> c.kind() != ColumnDefinition.Kind.ALIAS).toList();
    this.schema =
        new Schema(
            columns.stream().map(c -> new Field(c.name(), StoredTypes.of(c.type()))).toList());
    List<Expression> keys = new ArrayList<>();
    boolean nullable = "1".equals(definition.settings().get("allow_nullable_key"));
    for (String text : engine.isMergeTree() ? definition.orderBy() : List.<String>of()) {
      keys.add(NestedKey.of(bind(text, compiler), nullable));
    }
    List<String> arguments = definition.engineArguments();
    this.signColumn = engine.hasSign() ? position(arguments.get(0)) : -1;
    if (engine == EngineKind.VERSIONED_COLLAPSING && !isIn(keys, position(arguments.get(1)))) {
      keys.add(bind(arguments.get(1), compiler));
    }
    this.sortingKey = List.copyOf(keys);
    String partitionBy = definition.partitionBy();
    this.partitionKey =
        partitionBy == null || partitionBy.equals("tuple()") ? null : bind(partitionBy, compiler);
    boolean replacing = engine == EngineKind.REPLACING;
    this.versionColumn = replacing && !arguments.isEmpty() ? position(arguments.get(0)) : -1;
    this.folding = engine.folds() ? folds() : FoldPlan.NONE;
    this.lifetimes = Lifetimes.of(definition, columns, schema, compiler);
    this.deletedColumn = replacing && arguments.size() > 1 ? position(arguments.get(1)) : -1;
  }

  /**
   * Binds a definition that {@link DefinitionRules} accepted.
   *
   * @throws TwinhouseException UNKNOWN_IDENTIFIER, ... for a key expression that does not bind
   */
  public static TableLayout of(TableDefinition definition, ExpressionCompiler compiler) {
    return new TableLayout(definition, Map.of(), compiler);
  }

  /**
   * Binds a definition whose columns may have changed since parts were written.
   *
   * @param streams by column the name that parts know it by, where it is another
   */
  public static TableLayout of(
      TableDefinition definition, Map<String, String> streams, ExpressionCompiler compiler) {
    return new TableLayout(definition, streams, compiler);
  }

  private Expression bind(String text, ExpressionCompiler compiler) {
    int column = position(text);
    return column >= 0
        ? new Expression.InputRef(column, schema.type(column))
        : compiler.compile(text, schema);
  }

  private int position(String text) {
    return schema.indexOf(Quoting.unquoted(text));
  }

  public TableDefinition definition() {
    return definition;
  }

  public EngineKind engine() {
    return engine;
  }

  /** All columns but aliases, in order: what an insert computes for each row. */
  public List<ColumnDefinition> columns() {
    return columns;
  }

  /** The columns of {@link #columns()}. */
  public Schema schema() {
    return schema;
  }

  /** Whether column {@code index} is kept; ephemeral ones only feed defaults. */
  public boolean isStored(int index) {
    return columns.get(index).kind() != ColumnDefinition.Kind.EPHEMERAL;
  }

  /** The sorting key over {@link #schema()}; empty for tables in order of insertion. */
  public List<Expression> sortingKey() {
    return sortingKey;
  }

  /** How many expressions of the sorting key are the primary key. */
  public int primaryKeyLength() {
    return Math.min(definition.primaryKey().size(), sortingKey.size());
  }

  /** The partition key over {@link #schema()}, a tuple if it has several parts. */
  public @Nullable Expression partitionKey() {
    return partitionKey;
  }

  /** What is made of rows with one sorting key. */
  public RowFolding folding() {
    return folding;
  }

  /** When rows and values go. */
  public Lifetimes lifetimes() {
    return lifetimes;
  }

  private RowFolding folds() {
    if (engine.hasSign()) {
      return engine == EngineKind.COLLAPSING
          ? new SignFolding(signColumn)
          : new PairFolding(signColumn);
    }
    BitSet keys = Inputs.of(partitionKey);
    sortingKey.forEach(key -> Inputs.collect(key, keys));
    List<String> listed = summed();
    List<Type> types = columns.stream().map(ColumnDefinition::type).toList();
    FoldPlan plan =
        FoldPlan.of(
            types,
            c ->
                isStored(c)
                    && !keys.get(c)
                    && (listed.isEmpty() || listed.contains(columns.get(c).name())),
            switch (engine) {
              case SUMMING -> FoldPlan.Values.SUMMED;
              case COALESCING -> FoldPlan.Values.LAST;
              default -> FoldPlan.Values.FIRST;
            });
    if (engine != EngineKind.SUMMING) {
      return plan;
    }
    List<List<Integer>> maps =
        SummedMaps.of(columns).stream().filter(map -> map.stream().noneMatch(keys::get)).toList();
    return plan.withMaps(maps, types);
  }

  /** The columns whose values the engine is told to bring together; none for all. */
  private List<String> summed() {
    return engine.listsColumns() ? SummedColumns.of(definition.engineArguments()) : List.of();
  }

  /** Position of the column that says whether a row tells a state or takes one back, or -1. */
  public int signColumn() {
    return signColumn;
  }

  /** Position of the column by which rows are newer than others of their key, or -1. */
  public int versionColumn() {
    return versionColumn;
  }

  /** Position of the column that marks tombstones, or -1. */
  public int deletedColumn() {
    return deletedColumn;
  }

  /** Position of a column that can be read. */
  public int readable(String column) {
    int index = schema.indexOf(column);
    if (index < 0 || !isStored(index)) {
      throw new TwinhouseException(
          ErrorCode.NO_SUCH_COLUMN_IN_TABLE,
          "There is no stored column " + column + " in table " + definition.name());
    }
    return index;
  }

  /** Whether a column is an element of the sorting key as it stands. */
  public boolean isKeyColumn(int index) {
    return isIn(sortingKey, index);
  }

  private static boolean isIn(List<Expression> keys, int index) {
    return keys.stream()
        .anyMatch(key -> key instanceof Expression.InputRef ref && ref.index() == index);
  }

  /** The key of the dictionary that holds the strings of key expression {@code index}. */
  public String keyDictionary(int index) {
    boolean own =
        sortingKey.get(index) instanceof Expression.InputRef ref
            && type(ref.index()).base() instanceof StringType;
    return own ? name(((Expression.InputRef) sortingKey.get(index)).index()) : "\tkey\t" + index;
  }

  /** The name that parts know a column by; it outlives renaming and is never given twice. */
  public String name(int index) {
    String column = columns.get(index).name();
    return streams.getOrDefault(column, column);
  }

  /** Position of the column that parts know by {@code stream}, or -1. */
  public int positionOfStream(String stream) {
    for (int i = 0; i < columns.size(); i++) {
      if (name(i).equals(stream)) {
        return i;
      }
    }
    return -1;
  }

  /**
   * What a column holds in parts that were written before it was there, over {@link #schema()};
   * null for the type's nothing.
   */
  public @Nullable Expression missing(int index) {
    return defaults.computeIfAbsent(index, this::bindDefault).orElse(null);
  }

  private Optional<Expression> bindDefault(int index) {
    ColumnDefinition column = columns.get(index);
    String text = column.expression();
    Type type = schema.type(index);
    if (text == null || text.isEmpty()) {
      return Optional.ofNullable(nothing(index));
    }
    return Optional.of(compiler.compile(Quoting.cast(text, type), schema));
  }

  /**
   * What a column of no default holds in rows that never got a value, over {@link #schema()}; null
   * for zeros.
   */
  public @Nullable Expression nothing(int index) {
    Type type = schema.type(index);
    String nothing = "defaultValueOfTypeName(" + Quoting.text(type.name()) + ")";
    return hasOwnNothing(type) ? compiler.compile(nothing, schema) : null;
  }

  /**
   * Whether a value that was never given is not zeros: Date32 begins with 1900-01-01, an enum with
   * its least element.
   */
  private static boolean hasOwnNothing(Type type) {
    return type instanceof DateType day && day.bits() == 32
        || type instanceof EnumType names && names.names().keySet().iterator().next() != 0
        || type instanceof TupleType tuple
            && tuple.elements().stream().anyMatch(TableLayout::hasOwnNothing);
  }

  /** The type that a column is stored by. */
  public Type type(int index) {
    return schema.type(index);
  }
}
