// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.catalog;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.spi.TableDefinition;
import io.twinhouse.engine.spi.TableName;
import io.twinhouse.engine.spi.ViewDefinition;
import io.twinhouse.storage.arrow.file.Directory;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The definitions of a house; each change is durable before it is visible. Thread-safe. */
public final class Catalog {

  private final Directory directory;
  private volatile CatalogState state;

  private Catalog(Directory directory, CatalogState state) {
    this.directory = directory;
    this.state = state;
  }

  /** Reads the definitions that a directory holds. */
  public static CatalogState read(Directory directory) throws IOException {
    return CatalogFile.read(directory);
  }

  /** Reads the catalog and deletes directories of tables that it does not name. */
  public static Catalog open(Directory directory) throws IOException {
    CatalogState state = CatalogFile.read(directory).reopened();
    TreeSet<String> wanted = new TreeSet<>();
    state.all().forEach(entry -> wanted.add(entry.directory()));
    for (String name : directory.directories()) {
      if (name.startsWith("table-") && !wanted.contains(name)) {
        directory.deleteDirectory(name);
      }
    }
    return new Catalog(directory, state);
  }

  /** Adds a table, as another store has it, to what a directory holds. */
  public static void include(Directory directory, CatalogState.Entry entry) throws IOException {
    CatalogFile.write(directory, without(directory, entry).including(entry));
  }

  /** Takes away what {@link #include} has added. */
  public static void exclude(Directory directory, CatalogState.Entry entry) throws IOException {
    CatalogFile.write(directory, without(directory, entry));
  }

  /** A table may have had another name when it was added. */
  private static CatalogState without(Directory directory, CatalogState.Entry entry)
      throws IOException {
    CatalogState left = CatalogFile.read(directory);
    for (CatalogState.Entry known : List.copyOf(left.tables().values())) {
      left = known.number() == entry.number() ? left.without(known.definition().name()) : left;
    }
    return left;
  }

  /** All definitions now. */
  public CatalogState state() {
    return state;
  }

  /** Names of tables and views in a database, in order. */
  public List<TableName> names(String database) {
    CatalogState now = state;
    requireDatabase(now, database);
    TreeSet<TableName> names = new TreeSet<>(now.tables().keySet());
    names.addAll(now.views().keySet());
    names.removeIf(name -> !name.database().equals(database));
    return new ArrayList<>(names);
  }

  public synchronized void createDatabase(String name) throws IOException {
    if (state.databases().contains(name)) {
      throw new TwinhouseException(
          ErrorCode.DATABASE_ALREADY_EXISTS, "Database " + name + " already exists.");
    }
    change(state.withDatabase(name));
  }

  /**
   * Removes a database and the definitions in it.
   *
   * @return its tables, whose data is to be deleted
   */
  public synchronized List<CatalogState.Entry> dropDatabase(String name) throws IOException {
    requireDatabase(state, name);
    List<CatalogState.Entry> dropped =
        state.all().stream()
            .filter(entry -> entry.definition().name().database().equals(name))
            .toList();
    change(state.withoutDatabase(name));
    return dropped;
  }

  /** The number that {@link #add} will give to the next table. */
  public synchronized int nextNumber() {
    return state.nextNumber();
  }

  /** Checks that a table or view of this name could be created. */
  public void requireFree(TableName name) {
    CatalogState now = state;
    requireDatabase(now, name.database());
    CatalogState.Entry taken = now.tables().get(name);
    if (taken != null && taken.definition().isLookup()) {
      throw new TwinhouseException(
          ErrorCode.DICTIONARY_ALREADY_EXISTS, "Dictionary " + name + " already exists.");
    }
    if (taken != null || now.views().containsKey(name)) {
      throw new TwinhouseException(
          ErrorCode.TABLE_ALREADY_EXISTS, "Table " + name + " already exists.");
    }
    if (now.detached().containsKey(name) || now.detachedViews().containsKey(name)) {
      throw new TwinhouseException(
          ErrorCode.TABLE_ALREADY_EXISTS, "Table " + name + " already exists (detached).");
    }
  }

  /**
   * Puts a table or view aside, for as long as the house is open or until it is asked for again.
   *
   * @throws TwinhouseException UNKNOWN_TABLE, UNKNOWN_DATABASE
   */
  public synchronized void detach(TableName name, boolean permanently) throws IOException {
    requireDatabase(state, name.database());
    if (!state.tables().containsKey(name) && !state.views().containsKey(name)) {
      throw unknown(name);
    }
    change(state.detaching(name, permanently));
  }

  /**
   * Puts a detached table or view in its place again.
   *
   * @throws TwinhouseException TABLE_ALREADY_EXISTS, CANNOT_GET_CREATE_TABLE_QUERY
   */
  public synchronized void attach(TableName name) throws IOException {
    requireDatabase(state, name.database());
    if (state.tables().containsKey(name) || state.views().containsKey(name)) {
      requireFree(name);
    }
    if (!state.detached().containsKey(name) && !state.detachedViews().containsKey(name)) {
      throw new TwinhouseException(
          ErrorCode.CANNOT_GET_CREATE_TABLE_QUERY, "Table " + name + " doesn't exist.");
    }
    change(state.attaching(name));
  }

  public synchronized CatalogState.Entry add(TableDefinition definition) throws IOException {
    requireFree(definition.name());
    CatalogState changed = state.withTable(definition);
    change(changed);
    CatalogState.Entry entry = changed.tables().get(definition.name());
    if (entry == null) {
      throw new IllegalStateException("a table that was just added is missing");
    }
    return entry;
  }

  /** Adds a view, or puts it in the place of an older view. */
  public synchronized void add(ViewDefinition definition, boolean replace) throws IOException {
    if (!replace || !state.views().containsKey(definition.name())) {
      requireFree(definition.name());
    }
    change(state.withView(definition));
  }

  /** Puts a changed entry in the place of a table's old one. */
  public synchronized void alter(CatalogState.Entry entry) throws IOException {
    if (!state.tables().containsKey(entry.definition().name())) {
      throw unknown(entry.definition().name());
    }
    change(state.with(entry));
  }

  /** Gives a table or view another name. */
  public synchronized void rename(TableName from, TableName to) throws IOException {
    requireThere(from);
    requireFree(to);
    change(state.renamed(Map.of(from, to)));
  }

  /** Gives a database another name; tables and views in it get theirs. */
  public synchronized void renameDatabase(String from, String to) throws IOException {
    requireDatabase(state, from);
    if (state.databases().contains(to)) {
      throw new TwinhouseException(
          ErrorCode.DATABASE_ALREADY_EXISTS, "Database " + to + " already exists.");
    }
    boolean aside =
        state.detached().keySet().stream().anyMatch(table -> isIn(table, from))
            || state.detachedViews().keySet().stream().anyMatch(view -> isIn(view, from));
    if (aside) {
      throw new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED,
          "RENAME of database "
              + from
              + ", which has detached tables, is not supported by the"
              + " embedded store");
    }
    boolean fed =
        state.views().values().stream().anyMatch(view -> isIn(view.source(), from))
            || state.views().values().stream().anyMatch(view -> isIn(view.target(), from));
    if (from.equals(CatalogState.DEFAULT_DATABASE) || fed) {
      throw new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED,
          "RENAME of database "
              + from
              + " is not supported by the embedded store: it is the default one, or materialized"
              + " views read from it or write to it");
    }
    Map<TableName, TableName> names = new HashMap<>();
    state.tables().keySet().forEach(table -> addIn(names, table, from, to));
    state.views().keySet().forEach(view -> addIn(names, view, from, to));
    change(state.withDatabase(to).renamed(names).withoutDatabase(from));
  }

  private static boolean isIn(@Nullable TableName name, String database) {
    return name != null && name.database().equals(database);
  }

  private static void addIn(
      Map<TableName, TableName> names, TableName name, String from, String to) {
    if (name.database().equals(from)) {
      names.put(name, new TableName(to, name.table()));
    }
  }

  /** Lets two tables or views change their names. */
  public synchronized void exchange(TableName left, TableName right) throws IOException {
    requireThere(left);
    requireThere(right);
    if (!left.equals(right)) {
      change(state.renamed(Map.of(left, right, right, left)));
    }
  }

  private void requireThere(TableName name) {
    requireDatabase(state, name.database());
    if (!state.tables().containsKey(name) && !state.views().containsKey(name)) {
      throw new TwinhouseException(
          ErrorCode.UNKNOWN_TABLE,
          "Table `" + name.database() + "`.`" + name.table() + "` doesn't exist.");
    }
  }

  /** Removes a table or view. */
  public synchronized void remove(TableName name) throws IOException {
    CatalogState now = state;
    requireDatabase(now, name.database());
    if (!now.tables().containsKey(name) && !now.views().containsKey(name)) {
      throw unknown(name);
    }
    change(now.without(name));
  }

  /** The refusal of a name that is not there. */
  public static TwinhouseException unknown(TableName name) {
    return new TwinhouseException(ErrorCode.UNKNOWN_TABLE, "Table " + name + " does not exist.");
  }

  private static void requireDatabase(CatalogState now, String database) {
    if (!now.databases().contains(database)) {
      throw new TwinhouseException(
          ErrorCode.UNKNOWN_DATABASE, "Database " + database + " does not exist.");
    }
  }

  private void change(CatalogState changed) throws IOException {
    if (directory.isDurable()) {
      CatalogFile.write(directory, changed);
    }
    state = changed;
  }
}
