// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.spi;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.memory.MemoryContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An opened house. Thread-safe. */
public interface Storage extends AutoCloseable {

  Set<Capability> capabilities();

  /**
   * This house as one statement asks about it: what it said of a table may be said again without
   * another look, until the statement changes something. Not closed; it lives with this house.
   */
  default Storage forStatement() {
    return this;
  }

  List<String> databases();

  /** The database that temporary tables of a session are in. */
  String TEMPORARY = "_temporary_and_external_tables";

  /** Whether a session that looks through this house has a temporary table of this name. */
  default boolean hasTemporary(String name) {
    return false;
  }

  /** The database of names without one, until a session changes it: the one in the house's URL. */
  default String defaultDatabase() {
    return "default";
  }

  /**
   * @throws io.twinhouse.engine.error.TwinhouseException DATABASE_ALREADY_EXISTS
   */
  void createDatabase(String name);

  /** Creates a database that says more of itself than its name. */
  default void createDatabase(DatabaseDefinition definition) {
    createDatabase(definition.name());
  }

  /** A database; empty if there is none. */
  default Optional<DatabaseDefinition> database(String name) {
    return databases().contains(name) ? Optional.of(DatabaseDefinition.of(name)) : Optional.empty();
  }

  /** Drops a database and all in it; UNKNOWN_DATABASE if there is none. */
  void dropDatabase(String name);

  /** Where a house keeps its files, for what is to be kept beside them; empty for none. */
  default Optional<String> directory() {
    return Optional.empty();
  }

  /** Tables and views of a database, in order of name. */
  List<TableName> tables(String database);

  /** The table of this name; empty when there is none or the name is a view's. */
  Optional<Table> table(TableName name);

  /** The view of this name; empty when there is none or the name is a table's. */
  Optional<ViewDefinition> view(TableName name);

  /** The materialized views that see inserts into a table, in order of name. */
  default List<ViewDefinition> dependents(TableName source) {
    return List.of();
  }

  /** Creates an empty table; TABLE_ALREADY_EXISTS, UNKNOWN_STORAGE, BAD_ARGUMENTS, ... */
  void createTable(TableDefinition definition);

  /** Creates a view, replacing an older one if {@code replace}. */
  void createView(ViewDefinition definition, boolean replace);

  /** Drops a table or view; UNKNOWN_TABLE if there is none. */
  void drop(TableName name);

  /**
   * Puts a table aside: its name stays taken and nobody sees it until it is attached again.
   *
   * @param permanently whether it stays so when the house is opened anew
   */
  default void detach(TableName name, boolean permanently) {
    throw unsupported("DETACH TABLE");
  }

  /** Puts a detached table in its place again. */
  default void attach(TableName name) {
    throw unsupported("ATTACH TABLE");
  }

  /** The tables that are put aside, and whether they stay so when the house is opened anew. */
  default Map<TableName, Boolean> detachedTables() {
    return Map.of();
  }

  /** Removes all rows of a table. */
  void truncate(TableName name);

  /** Changes a table's definition, all of it or nothing. */
  default void alter(TableAlteration alteration) {
    throw unsupported("ALTER");
  }

  /** Changes or deletes rows; readers see all of the change or nothing. */
  default void mutate(TableName name, Mutation mutation) {
    throw unsupported("ALTER UPDATE and DELETE");
  }

  /**
   * As above, of a mutation whose expressions hold sub-queries.
   *
   * @param compiler binds them, and runs their sub-queries
   */
  default void mutate(TableName name, Mutation mutation, ExpressionCompiler compiler) {
    throw unsupported("ALTER UPDATE and DELETE with a sub-query");
  }

  /**
   * Notes that a mutation has been carried out: it gets a number, and all parts a new name. Does
   * nothing for tables that keep no account of mutations.
   *
   * @param commands as the server prints them
   */
  default void noteMutation(TableName name, List<String> commands) {
    // a house without such an account
  }

  /**
   * Takes a mutation out of the account; what it did stays.
   *
   * @param id as system.mutations names it
   * @return whether it was there
   */
  default boolean forgetMutation(TableName name, String id) {
    return false;
  }

  /** Changes which parts belong to a table, all of the change or nothing. */
  default void changePartition(TableName name, PartitionChange change) {
    throw unsupported("ALTER of a PARTITION");
  }

  /** Deletes rows and values whose time has come, in all parts of a table. */
  default void materializeTtl(TableName name) {
    throw unsupported("MATERIALIZE TTL");
  }

  /** Gives a table or view another name, in any database. */
  default void rename(TableName from, TableName to) {
    throw unsupported("RENAME");
  }

  /** Gives a database another name, and all in it. */
  default void renameDatabase(String from, String to) {
    throw unsupported("RENAME DATABASE");
  }

  /** Lets two tables or views change their names. */
  default void exchange(TableName left, TableName right) {
    throw unsupported("EXCHANGE");
  }

  private static TwinhouseException unsupported(String what) {
    return new TwinhouseException(
        ErrorCode.UNSUPPORTED_METHOD, what + " is not supported by this house");
  }

  /** Merges parts as OPTIMIZE asks; with {@code everything} into as few as possible. */
  void optimize(TableName name, MergeRequest request);

  /**
   * Lets parts be merged, asked for or not, or stops that until it is allowed again or the house is
   * opened anew. A table that is not there, or has no parts, is no error.
   *
   * @param name null for all tables that there are
   */
  default void allowMerges(@Nullable TableName name, boolean allowed) {
    throw unsupported(allowed ? "SYSTEM START MERGES" : "SYSTEM STOP MERGES");
  }

  /**
   * Begins an insert.
   *
   * @param columns the columns that batches will hold, in order; others get their defaults
   */
  BatchSink insert(TableName table, List<String> columns);

  /**
   * Begins an insert.
   *
   * @param settings of the statement; a house that knows none of those about inserts (async_insert,
   *     insert_deduplication_token) takes the rows as ever
   * @param memory where a house that works here reserves what it holds until the insert is over;
   *     what it keeps of the rows is its own
   */
  default BatchSink insert(
      TableName table, List<String> columns, Map<String, String> settings, MemoryContext memory) {
    return insert(table, columns);
  }

  /**
   * Begins an insert of rows whose computed columns were computed before, which batches hold too.
   *
   * @param columns all that are stored
   * @param memory as for other inserts
   */
  default BatchSink insertComputed(TableName table, List<String> columns, MemoryContext memory) {
    return insert(table, columns);
  }

  /**
   * Runs ClickHouse SQL in the house itself; only with {@link Capability#SQL}, else
   * UNSUPPORTED_METHOD.
   */
  RemoteResult execute(RemoteRequest request);

  /**
   * Whether {@link #execute} knows a function, aggregates without their combinators included; a
   * house that does not say knows all.
   */
  default boolean hasFunction(String name) {
    return true;
  }

  /** Ends what {@link #execute} runs under this id; nothing happens when there is none. */
  default void cancel(String queryId) {
    // A house that runs no SQL itself has nothing to end.
  }

  @Override
  void close();
}
