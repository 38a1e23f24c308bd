// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.memory.MemoryContext;
import io.twinhouse.engine.spi.BatchSink;
import io.twinhouse.engine.spi.Capability;
import io.twinhouse.engine.spi.ColumnDefinition;
import io.twinhouse.engine.spi.ExpressionCompiler;
import io.twinhouse.engine.spi.MergeRequest;
import io.twinhouse.engine.spi.Mutation;
import io.twinhouse.engine.spi.PartitionChange;
import io.twinhouse.engine.spi.PartitionChoice;
import io.twinhouse.engine.spi.RemoteRequest;
import io.twinhouse.engine.spi.RemoteResult;
import io.twinhouse.engine.spi.Storage;
import io.twinhouse.engine.spi.StorageOptions;
import io.twinhouse.engine.spi.Table;
import io.twinhouse.engine.spi.TableAlteration;
import io.twinhouse.engine.spi.TableDefinition;
import io.twinhouse.engine.spi.TableName;
import io.twinhouse.engine.spi.ViewDefinition;
import io.twinhouse.storage.arrow.catalog.Catalog;
import io.twinhouse.storage.arrow.catalog.CatalogState;
import io.twinhouse.storage.arrow.commit.PartitionMove;
import io.twinhouse.storage.arrow.file.ArrowMemory;
import io.twinhouse.storage.arrow.file.Directory;
import io.twinhouse.storage.arrow.file.MemoryDirectory;
import io.twinhouse.storage.arrow.file.StorageFailure;
import io.twinhouse.storage.arrow.format.PartFormat;
import io.twinhouse.storage.arrow.format.v1.FormatV1;
import io.twinhouse.storage.arrow.layout.DefinitionRules;
import io.twinhouse.storage.arrow.layout.EngineKind;
import io.twinhouse.storage.arrow.layout.TableLayout;
import io.twinhouse.storage.arrow.lookup.LookupKind;
import io.twinhouse.storage.arrow.table.BackgroundMerges;
import io.twinhouse.storage.arrow.table.PartSelection;
import io.twinhouse.storage.arrow.table.PartitionLimit;
import io.twinhouse.storage.arrow.table.StoredTable;
import io.twinhouse.storage.arrow.write.MergeRules;
import java.io.Closeable;
import java.io.IOException;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The house itself: catalog and open tables. Tables are opened when they are first asked for. */
final class ArrowStorage implements Storage {

  /** Option that is 0 where small parts are to stay as they are until OPTIMIZE. */
  private static final String BACKGROUND_MERGES = "background_merges";

  private final Directory root;
  private final Directory volatileRoot;
  private final StorageOptions options;
  private final PartFormat format;
  private final MemoryContext memory;
  private final ArrowMemory buffers;
  private final Closeable lock;
  private final Catalog catalog;
  private final PartitionStatements partitions;
  private final ShadowCopies shadow;
  private final @Nullable BackgroundMerges merges;
  private final LookupKind lookups;
  private final Map<Integer, StoredTable> open = new HashMap<>();
  private boolean closed;

  private ArrowStorage(
      Directory root,
      StorageOptions options,
      MemoryContext memory,
      ArrowMemory buffers,
      Closeable lock,
      Catalog catalog) {
    this.root = root;
    this.volatileRoot = root.isDurable() ? new MemoryDirectory(buffers) : root;
    this.options = options;
    this.format = new FormatV1(options.helpers());
    this.memory = memory;
    this.buffers = buffers;
    this.lock = lock;
    this.catalog = catalog;
    this.partitions = new PartitionStatements(options.expressions(), memory);
    this.shadow = new ShadowCopies(root);
    boolean merging = root.isDurable() && !"0".equals(options.options().get(BACKGROUND_MERGES));
    this.lookups = LookupKind.of(options.options().get(LookupKind.OPTION));
    this.merges = merging ? new BackgroundMerges() : null;
  }

  /**
   * Opens a house in a directory; takes over all that is given unless it throws.
   *
   * @param memory where what the house holds is reserved
   * @param buffers where files in RAM live
   */
  static Storage open(
      Directory root, StorageOptions options, MemoryContext memory, ArrowMemory buffers)
      throws IOException {
    Closeable lock = root.lock();
    try {
      ArrowStorage storage =
          new ArrowStorage(root, options, memory, buffers, lock, Catalog.open(root));
      storage.endMove();
      return storage;
    } catch (IOException | RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  @Override
  public Optional<String> directory() {
    return root.path();
  }

  @Override
  public Set<Capability> capabilities() {
    EnumSet<Capability> all =
        EnumSet.of(
            Capability.SCAN,
            Capability.DDL,
            Capability.INSERT,
            Capability.FINAL,
            Capability.JSON,
            Capability.VIEW,
            Capability.REPEATABLE_PEAK);
    if (root.isDurable()) {
      all.add(Capability.PERSISTENT);
    }
    return Set.copyOf(all);
  }

  @Override
  public List<String> databases() {
    requireOpen();
    return List.copyOf(catalog.state().databases());
  }

  @Override
  public void createDatabase(String name) {
    requireOpen();
    attempt("database " + name, () -> catalog.createDatabase(name));
  }

  @Override
  public void dropDatabase(String name) {
    requireOpen();
    attempt("database " + name, () -> catalog.dropDatabase(name).forEach(this::forget));
  }

  @Override
  public List<TableName> tables(String database) {
    requireOpen();
    return catalog.names(database);
  }

  @Override
  public Optional<Table> table(TableName name) {
    requireOpen();
    return Optional.ofNullable(catalog.state().tables().get(name)).map(this::opened);
  }

  @Override
  public Optional<ViewDefinition> view(TableName name) {
    requireOpen();
    return Optional.ofNullable(catalog.state().views().get(name));
  }

  @Override
  public List<ViewDefinition> dependents(TableName source) {
    requireOpen();
    return catalog.state().views().values().stream()
        .filter(view -> view.isMaterialized() && source.equals(view.source()))
        .toList();
  }

  @Override
  public void createTable(TableDefinition definition) {
    requireOpen();
    catalog.requireFree(definition.name());
    DefinitionRules.check(definition);
    TableLayout layout = TableLayout.of(definition, options.expressions());
    DefinitionRules.check(layout);
    DefinitionRules.checkNew(layout);
    attempt("table " + definition.name(), () -> catalog.add(definition));
  }

  @Override
  public void createView(ViewDefinition definition, boolean replace) {
    requireOpen();
    attempt("view " + definition.name(), () -> catalog.add(definition, replace));
  }

  @Override
  public void drop(TableName name) {
    requireOpen();
    ViewDefinition view = catalog.state().views().get(name);
    TableName inner = view != null && view.ownsTarget() ? view.target() : null;
    if (inner != null && catalog.state().detached().containsKey(inner)) {
      throw new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED,
          "DROP of a view whose inner table is detached is not supported; ATTACH TABLE "
              + inner
              + " first");
    }
    dropOne(name);
    if (inner != null && catalog.state().tables().containsKey(inner)) {
      dropOne(inner);
    }
  }

  @Override
  public void detach(TableName name, boolean permanently) {
    requireOpen();
    CatalogState.Entry entry = catalog.state().tables().get(name);
    attempt("table " + name, () -> catalog.detach(name, permanently));
    if (entry != null && opened(entry).layout().engine() == EngineKind.MEMORY) {
      attempt("table " + name, opened(entry)::truncate);
    }
  }

  @Override
  public void attach(TableName name) {
    requireOpen();
    attempt("table " + name, () -> catalog.attach(name));
    if (catalog.state().tables().containsKey(name)) {
      relayout(name);
    }
  }

  @Override
  public Map<TableName, Boolean> detachedTables() {
    Map<TableName, Boolean> names = new TreeMap<>();
    catalog.state().detached().forEach((name, aside) -> names.put(name, aside.permanently()));
    catalog.state().detachedViews().forEach((name, aside) -> names.put(name, aside.permanently()));
    return names;
  }

  private void dropOne(TableName name) {
    CatalogState.Entry entry = catalog.state().tables().get(name);
    attempt("table " + name, () -> catalog.remove(name));
    if (entry != null) {
      forget(entry);
    }
  }

  @Override
  public void truncate(TableName name) {
    StoredTable table = required(name, "Truncate is not supported by storage View.");
    EngineKind engine = table.layout().engine();
    if (engine.keepsNothing()) {
      throw new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED, "Truncate is not supported by storage " + engine.text() + ".");
    }
    attempt("table " + name, table::truncate);
  }

  @Override
  public void alter(TableAlteration alteration) {
    TableDefinition definition = alteration.definition();
    StoredTable table = required(definition.name(), "ALTER of a view is not supported");
    DefinitionRules.check(definition);
    refuseRenaming(table, alteration);
    synchronized (catalog) {
      CatalogState.Entry old = catalog.state().tables().get(definition.name());
      if (old == null) {
        throw Catalog.unknown(definition.name());
      }
      ConvertedColumns.refuseDefaults(old.definition(), alteration);
      CatalogState.Entry entry = altered(old, alteration);
      TableLayout layout = TableLayout.of(definition, entry.streams(), options.expressions());
      DefinitionRules.check(layout);
      if (!alteration.converted().isEmpty()) {
        TableLayout both = ConvertedColumns.layout(old, entry, alteration, options.expressions());
        // names of what parts get now are never given again, even if the rest fails
        CatalogState.Entry reserved =
            new CatalogState.Entry(
                old.number(), old.definition(), old.streams(), entry.nextStream());
        attempt("table " + definition.name(), () -> catalog.alter(reserved));
        attempt("table " + definition.name(), () -> table.widen(both));
      }
      if (definition.insertWindow() == 0) {
        attempt("table " + definition.name(), table::forgetInserts);
      }
      attempt("table " + definition.name(), () -> catalog.alter(entry));
      table.relayout(layout);
    }
  }

  /** ClickHouse's tables in memory lose the values of a column that gets another name. */
  private static void refuseRenaming(StoredTable table, TableAlteration alteration) {
    boolean renames =
        alteration.kept().entrySet().stream().anyMatch(e -> !e.getKey().equals(e.getValue()));
    boolean loses = table.layout().engine() == EngineKind.MEMORY && renames;
    if (loses && table.statistics().rows() > 0) {
      throw new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED,
          "RENAME COLUMN of engine Memory, which loses the column's values on ClickHouse, is not"
              + " supported by the embedded store; create another table and fill it");
    }
  }

  /** New columns get names in parts that no column had before. */
  private static CatalogState.Entry altered(CatalogState.Entry old, TableAlteration alteration) {
    TreeMap<String, String> streams = new TreeMap<>();
    int next = old.nextStream();
    for (ColumnDefinition column : alteration.definition().columns()) {
      String before = alteration.kept().get(column.name());
      if (before == null || alteration.converted().contains(column.name())) {
        streams.put(column.name(), "\tc" + next++);
      } else {
        String stream = old.streams().getOrDefault(before, before);
        if (!stream.equals(column.name())) {
          streams.put(column.name(), stream);
        }
      }
    }
    return new CatalogState.Entry(old.number(), alteration.definition(), streams, next);
  }

  @Override
  public void mutate(TableName name, Mutation mutation) {
    mutate(name, mutation, options.expressions());
  }

  @Override
  public void mutate(TableName name, Mutation mutation, ExpressionCompiler expressions) {
    StoredTable table = required(name, "Mutations are not supported by storage View");
    EngineKind engine = table.layout().engine();
    if (engine.keepsNothing() || engine.isAppended()) {
      throw new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED,
          "Table engine " + engine.text() + " doesn't support mutations.");
    }
    PartitionChoice only = mutation.partition();
    PartSelection within =
        partitions.selection(only == null ? PartitionChoice.ALL : only, table.layout());
    attempt("table " + name, () -> table.mutate(mutation, within, expressions));
  }

  @Override
  public void noteMutation(TableName name, List<String> commands) {
    StoredTable table = required(name, "Mutations are not supported by storage View");
    if (table.layout().engine().isMergeTree()) {
      attempt("table " + name, () -> table.noteMutation(commands, now()));
    }
  }

  @Override
  public boolean forgetMutation(TableName name, String id) {
    StoredTable table = required(name, "Mutations are not supported by storage View");
    boolean known = table.mutations().stream().anyMatch(done -> done.id().equals(id));
    if (known) {
      attempt("table " + name, () -> table.forgetMutation(id));
    }
    return known;
  }

  @Override
  public void changePartition(TableName name, PartitionChange change) {
    StoredTable table = required(name, "Table engine View doesn't support partitioning.");
    TableName other = change.other();
    if (change.kind() == PartitionChange.Kind.FREEZE
        || change.kind() == PartitionChange.Kind.UNFREEZE) {
      PartSelection which = partitions.chosen(change, table);
      attempt("the copy of table " + name, () -> shadow(change, entry(name), table, which));
      return;
    }
    if (other == null) {
      attempt("table " + name, () -> partitions.apply(change, table));
      return;
    }
    StoredTable second = required(other, "Cannot take or give partitions: " + other + " is a view");
    PartitionMove.Route route =
        new PartitionMove.Route(root, entry(name).directory(), entry(other).directory());
    attempt("table " + name, () -> partitions.apply(change, table, second, route));
  }

  private CatalogState.Entry entry(TableName name) {
    CatalogState.Entry entry = catalog.state().tables().get(name);
    if (entry == null) {
      throw Catalog.unknown(name);
    }
    return entry;
  }

  /** Ends a move of a partition that a crash has cut short. */
  private void endMove() throws IOException {
    PartitionMove move = PartitionMove.begun(root);
    if (move == null) {
      return;
    }
    try {
      if (move.hasArrived(root)) {
        for (CatalogState.Entry entry : catalog.state().all()) {
          if (entry.directory().equals(move.source())) {
            opened(entry).partitions().endMove(move);
          }
        }
      }
      PartitionMove.end(root);
    } catch (IOException | RuntimeException e) {
      open.values().forEach(StoredTable::close);
      throw e;
    }
  }

  @Override
  public void rename(TableName from, TableName to) {
    requireOpen();
    attempt("table " + from, () -> catalog.rename(from, to));
    relayout(from);
    relayout(to);
  }

  @Override
  public void renameDatabase(String from, String to) {
    requireOpen();
    attempt("database " + from, () -> catalog.renameDatabase(from, to));
    catalog.names(to).forEach(this::relayout);
  }

  @Override
  public void exchange(TableName left, TableName right) {
    requireOpen();
    attempt("table " + left, () -> catalog.exchange(left, right));
    relayout(left);
    relayout(right);
  }

  /** An open table learns how its definition changed, its name among it. */
  private void relayout(TableName name) {
    CatalogState.Entry entry = catalog.state().tables().get(name);
    if (entry == null) {
      return;
    }
    synchronized (open) {
      StoredTable table = open.get(entry.number());
      if (table != null) {
        table.relayout(TableLayout.of(entry.definition(), entry.streams(), options.expressions()));
      }
    }
  }

  @Override
  public void optimize(TableName name, MergeRequest request) {
    StoredTable table = required(name, "Method optimize is not supported by storage View.");
    if (table.layout().engine() == EngineKind.JOIN) {
      return; // there is nothing that could be better
    }
    TableLayout layout = table.layout();
    if (!layout.engine().isMergeTree()) {
      throw new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED,
          "Method optimize is not supported by storage " + layout.engine().text() + ".");
    }
    PartitionChoice choice = request.partition();
    String partition = choice == null ? null : partitions.selection(choice, layout).text();
    List<String> by = request.uniqueBy();
    List<Integer> uniqueBy = by == null ? null : by.stream().map(layout::readable).toList();
    boolean cleanup = request.cleanup() && request.everything();
    MergeRules rules = new MergeRules(now(), cleanup, uniqueBy);
    attempt("table " + name, () -> table.merge(partition, request.everything(), rules));
  }

  @Override
  public void allowMerges(@Nullable TableName name, boolean allowed) {
    requireOpen();
    Map<TableName, CatalogState.Entry> tables = catalog.state().tables();
    if (name == null) {
      tables.values().forEach(entry -> opened(entry).allowMerges(allowed));
    } else if (tables.containsKey(name)) {
      opened(tables.get(name)).allowMerges(allowed);
    } else if (!catalog.state().databases().contains(name.database())) {
      throw new TwinhouseException(
          ErrorCode.UNKNOWN_DATABASE, "Database " + name.database() + " does not exist.");
    }
  }

  private void shadow(
      PartitionChange change, CatalogState.Entry entry, StoredTable table, PartSelection which)
      throws IOException {
    String copy = change.name();
    if (change.kind() == PartitionChange.Kind.FREEZE) {
      shadow.freeze(entry, table, which, copy);
    } else if (copy != null) {
      shadow.unfreeze(entry, which, copy);
    }
  }

  private long now() {
    return options.clock().instant().getEpochSecond();
  }

  @Override
  public void materializeTtl(TableName name) {
    StoredTable table = required(name, "TTL is not supported by storage View");
    MergeRules rules = new MergeRules(now(), false, null);
    attempt("table " + name, () -> table.materializeTtl(rules));
  }

  @Override
  public BatchSink insert(TableName name, List<String> columns) {
    return insertable(name, columns).insert(columns);
  }

  @Override
  public BatchSink insert(
      TableName name, List<String> columns, Map<String, String> settings, MemoryContext memory) {
    return insertable(name, columns).insert(columns, memory, PartitionLimit.of(settings));
  }

  private StoredTable insertable(TableName name, List<String> columns) {
    StoredTable table = required(name, "Method write is not supported by storage View.");
    EngineKind engine = table.layout().engine();
    if (engine.standsForOthers()) {
      throw new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED,
          "Method write is not supported by storage " + engine.text() + ".");
    }
    for (String column : columns) {
      boolean computed =
          table
              .definition()
              .column(column)
              .map(c -> c.kind() == ColumnDefinition.Kind.MATERIALIZED)
              .orElse(false);
      if (computed) {
        throw new TwinhouseException(
            ErrorCode.ILLEGAL_COLUMN,
            "Cannot insert column " + column + ", because it is MATERIALIZED column.");
      }
    }
    return table;
  }

  @Override
  public BatchSink insertComputed(TableName name, List<String> columns, MemoryContext memory) {
    return required(name, "Method write is not supported by storage View.").insert(columns, memory);
  }

  @Override
  public RemoteResult execute(RemoteRequest request) {
    throw new TwinhouseException(
        ErrorCode.UNSUPPORTED_METHOD, "The embedded house runs plans, not SQL text");
  }

  private StoredTable required(TableName name, String ifView) {
    requireOpen();
    CatalogState state = catalog.state();
    CatalogState.Entry entry = state.tables().get(name);
    if (entry != null) {
      return opened(entry);
    }
    if (state.views().containsKey(name)) {
      throw new TwinhouseException(ErrorCode.NOT_IMPLEMENTED, ifView);
    }
    if (!state.databases().contains(name.database())) {
      throw new TwinhouseException(
          ErrorCode.UNKNOWN_DATABASE, "Database " + name.database() + " does not exist.");
    }
    throw Catalog.unknown(name);
  }

  private StoredTable opened(CatalogState.Entry entry) {
    synchronized (open) {
      StoredTable table = open.get(entry.number());
      if (table == null) {
        table = openTable(entry);
        open.put(entry.number(), table);
      }
      return table;
    }
  }

  private StoredTable openTable(CatalogState.Entry entry) {
    TableLayout layout = TableLayout.of(entry.definition(), entry.streams(), options.expressions());
    boolean kept = layout.engine() != EngineKind.MEMORY && layout.engine() != EngineKind.DICTIONARY;
    Directory parent = kept ? root : volatileRoot;
    try {
      return StoredTable.open(
          layout,
          options.expressions(),
          parent.directory(entry.directory()),
          format,
          lookups,
          memory,
          merges);
    } catch (IOException e) {
      throw StorageFailure.reading("table " + entry.definition().name(), e);
    }
  }

  /** Closes a table that was dropped and deletes its data; readers keep what they hold open. */
  private void forget(CatalogState.Entry entry) {
    StoredTable table;
    synchronized (open) {
      table = open.remove(entry.number());
    }
    if (table != null) {
      table.close();
    }
    try {
      root.deleteDirectory(entry.directory());
      volatileRoot.deleteDirectory(entry.directory());
    } catch (IOException e) {
      // the catalog does not name it any more: the next open deletes what is left
    }
  }

  /** A change of files. */
  @FunctionalInterface
  private interface Change {
    void run() throws IOException;
  }

  private static void attempt(String what, Change change) {
    try {
      change.run();
    } catch (IOException e) {
      throw StorageFailure.writing(what, e);
    }
  }

  private void requireOpen() {
    if (closed) {
      throw new TwinhouseException(ErrorCode.ABORTED, "The store is closed");
    }
  }

  @Override
  public void close() {
    synchronized (open) {
      if (closed) {
        return;
      }
      closed = true;
      if (merges != null) {
        merges.close();
      }
      open.values().forEach(StoredTable::close);
      open.clear();
    }
    try (lock) {
      volatileRoot.close();
      root.close();
    } catch (IOException e) {
      throw StorageFailure.writing("the store", e);
    } finally {
      buffers.close();
      memory.close();
    }
  }
}
