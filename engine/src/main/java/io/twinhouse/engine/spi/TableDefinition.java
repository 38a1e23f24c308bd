// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.spi;

import io.twinhouse.engine.column.Field;
import io.twinhouse.engine.column.Schema;
import java.math.BigInteger;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A table as it was declared. Expressions are ClickHouse text.
 *
 * @param engine for instance {@code ReplacingMergeTree}
 * @param engineArguments as written, for instance {@code [sync_sequence_id]}
 * @param orderBy sorting key expressions; empty for {@code tuple()} or engines without one
 * @param primaryKey a prefix of {@code orderBy}; equal to it when not declared
 * @param ttl when rows are deleted: one rule a line, an expression for the time and, behind a tab,
 *     one for which rows; null for never
 * @param settings of the table
 * @param indexes data skipping indexes, in order
 * @param constraints in order
 * @param projections in order; declared only, no query reads them
 * @param shown by words of a clause, such as {@code ORDER BY}, its text where it was not written as
 *     it would be shown: in brackets, or though it says nothing new
 */
public record TableDefinition(
    TableName name,
    List<ColumnDefinition> columns,
    String engine,
    List<String> engineArguments,
    List<String> orderBy,
    List<String> primaryKey,
    @Nullable String partitionBy,
    @Nullable String sampleBy,
    @Nullable String ttl,
    Map<String, String> settings,
    String comment,
    List<IndexDefinition> indexes,
    List<ConstraintDefinition> constraints,
    List<Projection> projections,
    Map<String, String> shown) {

  /**
   * A projection as it was declared.
   *
   * @param query ClickHouse text of a SELECT without FROM
   */
  public record Projection(String name, String query) {}

  public TableDefinition {
    columns = List.copyOf(columns);
    indexes = List.copyOf(indexes);
    constraints = List.copyOf(constraints);
    projections = List.copyOf(projections);
    engineArguments = List.copyOf(engineArguments);
    orderBy = List.copyOf(orderBy);
    primaryKey = List.copyOf(primaryKey);
    settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings)); // in order
    shown = Map.copyOf(shown);
  }

  /** A table whose clauses are shown as they are kept. */
  public TableDefinition(
      TableName name,
      List<ColumnDefinition> columns,
      String engine,
      List<String> engineArguments,
      List<String> orderBy,
      List<String> primaryKey,
      @Nullable String partitionBy,
      @Nullable String sampleBy,
      @Nullable String ttl,
      Map<String, String> settings,
      String comment,
      List<IndexDefinition> indexes,
      List<ConstraintDefinition> constraints,
      List<Projection> projections) {
    this(
        name,
        columns,
        engine,
        engineArguments,
        orderBy,
        primaryKey,
        partitionBy,
        sampleBy,
        ttl,
        settings,
        comment,
        indexes,
        constraints,
        projections,
        Map.of());
  }

  /** A table without skipping indexes, constraints and projections. */
  public TableDefinition(
      TableName name,
      List<ColumnDefinition> columns,
      String engine,
      List<String> engineArguments,
      List<String> orderBy,
      List<String> primaryKey,
      @Nullable String partitionBy,
      @Nullable String sampleBy,
      @Nullable String ttl,
      Map<String, String> settings,
      String comment) {
    this(
        name,
        columns,
        engine,
        engineArguments,
        orderBy,
        primaryKey,
        partitionBy,
        sampleBy,
        ttl,
        settings,
        comment,
        List.of(),
        List.of(),
        List.of());
  }

  /** A table of which nothing is said but its columns and its engine. */
  public static TableDefinition of(TableName name, List<ColumnDefinition> columns, String engine) {
    return new TableDefinition(
        name, columns, engine, List.of(), List.of(), List.of(), null, null, null, Map.of(), "");
  }

  /** A builder that holds all of this. */
  public TableDefinitionBuilder toBuilder() {
    return new TableDefinitionBuilder(this);
  }

  /** The column of that name; empty if there is none. */
  public Optional<ColumnDefinition> column(String column) {
    return columns.stream().filter(c -> c.name().equals(column)).findFirst();
  }

  /** All columns in order. */
  public Schema schema() {
    return new Schema(columns.stream().map(c -> new Field(c.name(), c.type())).toList());
  }

  /** The engine of dictionaries and of tables over them, which keep no rows of their own. */
  public static final String LOOKUP = "Dictionary";

  /** The engine of tables that are another name of one. */
  public static final String ALIAS = "Alias";

  /** Whether this is a dictionary; then the one argument of its engine says what it is. */
  public boolean isLookup() {
    return engine.equals(LOOKUP) && !isOverLookup();
  }

  /** Whether this is a table over a dictionary, whose name is the argument of its engine. */
  public boolean isOverLookup() {
    return engine.equals(LOOKUP)
        && engineArguments.size() == 1
        && engineArguments.get(0).startsWith("'");
  }

  /** The table that this one, of engine Alias, is another name of; null for other engines. */
  public @Nullable TableName aliased() {
    if (!engine.equals(ALIAS)) {
      return null;
    }
    String last = text(engineArguments.get(engineArguments.size() - 1));
    if (engineArguments.size() > 1) {
      return new TableName(text(engineArguments.get(0)), last);
    }
    int dot = last.indexOf('.');
    return dot < 0
        ? new TableName(name.database(), last)
        : new TableName(last.substring(0, dot), last.substring(dot + 1));
  }

  private static String text(String literal) {
    return literal.substring(1, literal.length() - 1).replace("\\'", "'").replace("\\\\", "\\");
  }

  /** Whether this is a table of engine Join, which joinGet looks rows up in. */
  public boolean isJoined() {
    return engine.equals("Join");
  }

  /**
   * Whether reads may be asked for the newest version of each key: of a replicated table as of the
   * table itself, of a distributed one by what lies below it.
   */
  public boolean supportsFinal() {
    String kind = engine.replaceFirst("^(Replicated|Shared)", "");
    return kind.startsWith("Replacing")
        || kind.startsWith("Summing")
        || kind.startsWith("Aggregating")
        || kind.startsWith("Collapsing")
        || kind.startsWith("VersionedCollapsing")
        || kind.startsWith("Coalescing")
        || kind.equals("Distributed");
  }

  /**
   * How many inserts of the newest a table keeps account of to recognise them when they come again;
   * 0 for none.
   */
  public long insertWindow() {
    String text = settings.getOrDefault("non_replicated_deduplication_window", "0");
    BigInteger window = new BigInteger(text.replace("'", ""));
    return window.min(BigInteger.valueOf(Integer.MAX_VALUE)).longValue();
  }
}
