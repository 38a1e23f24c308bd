// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.table;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.memory.MemoryContext;
import io.twinhouse.engine.memory.MemoryLevel;
import io.twinhouse.engine.spi.BatchSink;
import io.twinhouse.engine.spi.ColumnDefinition;
import io.twinhouse.engine.spi.ColumnRead;
import io.twinhouse.engine.spi.ExpressionCompiler;
import io.twinhouse.engine.spi.Mutation;
import io.twinhouse.engine.spi.PartInfo;
import io.twinhouse.engine.spi.PartitionChoice;
import io.twinhouse.engine.spi.Scan;
import io.twinhouse.engine.spi.ScanRequest;
import io.twinhouse.engine.spi.Table;
import io.twinhouse.engine.spi.TableDefinition;
import io.twinhouse.engine.spi.TableStatistics;
import io.twinhouse.storage.arrow.check.LogFiles;
import io.twinhouse.storage.arrow.check.PartVerdicts;
import io.twinhouse.storage.arrow.commit.InsertLog;
import io.twinhouse.storage.arrow.commit.Ledger;
import io.twinhouse.storage.arrow.commit.LoggedInsert;
import io.twinhouse.storage.arrow.commit.PartStore;
import io.twinhouse.storage.arrow.commit.Snapshot;
import io.twinhouse.storage.arrow.commit.TableState;
import io.twinhouse.storage.arrow.file.Directory;
import io.twinhouse.storage.arrow.format.PartFormat;
import io.twinhouse.storage.arrow.format.TwoThreads;
import io.twinhouse.storage.arrow.layout.EngineKind;
import io.twinhouse.storage.arrow.layout.TableLayout;
import io.twinhouse.storage.arrow.lookup.KeyLookups;
import io.twinhouse.storage.arrow.lookup.LookupKind;
import io.twinhouse.storage.arrow.merge.MergeChoice;
import io.twinhouse.storage.arrow.merge.MergeRun;
import io.twinhouse.storage.arrow.part.Part;
import io.twinhouse.storage.arrow.part.PartId;
import io.twinhouse.storage.arrow.part.PartState;
import io.twinhouse.storage.arrow.read.TableScan;
import io.twinhouse.storage.arrow.read.bound.PlaceColumn;
import io.twinhouse.storage.arrow.write.MergeRules;
import io.twinhouse.storage.arrow.write.PartBuilder;
import io.twinhouse.storage.arrow.write.TableSink;
import io.twinhouse.storage.arrow.write.WrittenPart;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One table. Thread-safe: reads never wait, publications take turns. */
public final class StoredTable implements Table, AutoCloseable {

  private volatile TableLayout layout;
  private final ExpressionCompiler compiler;
  private final PartFormat format;
  private final MemoryContext memory;
  private final PartStore store;
  private final VersionResolver versions;
  private final Object publication = new Object();

  /** Held while small parts are merged; taken before {@link #publication}. */
  private final Object merging = new Object();

  private final @Nullable BackgroundMerges merges;
  private volatile boolean mergesStopped;
  private boolean closed;

  private StoredTable(
      TableLayout layout,
      ExpressionCompiler compiler,
      PartFormat format,
      MemoryContext memory,
      PartStore store,
      @Nullable BackgroundMerges merges) {
    this.layout = layout;
    this.compiler = compiler;
    this.format = format;
    this.memory = memory;
    this.store = store;
    this.versions = new VersionResolver(layout, store, memory);
    this.merges = merges;
  }

  /**
   * Opens a table in its directory, or begins it there.
   *
   * @param format of new parts
   * @param parent where what the table holds itself is reserved
   * @param merges looks after small parts; null leaves them as they are
   * @param lookups how keys are found
   */
  public static StoredTable open(
      TableLayout layout,
      ExpressionCompiler compiler,
      Directory directory,
      PartFormat format,
      LookupKind lookups,
      MemoryContext parent,
      @Nullable BackgroundMerges merges)
      throws IOException {
    String name = layout.definition().name().toString();
    MemoryContext memory = parent.child(MemoryLevel.OPERATOR, name, MemoryContext.UNLIMITED);
    try {
      PartStore store =
          PartStore.open(directory, format, KeyLookups.of(lookups, directory), memory);
      return new StoredTable(layout, compiler, format, memory, store, merges);
    } catch (IOException | RuntimeException e) {
      memory.close();
      throw e;
    }
  }

  public TableLayout layout() {
    return layout;
  }

  @Override
  public TableDefinition definition() {
    return layout.definition();
  }

  @Override
  public List<ColumnDefinition> placeColumns() {
    return layout.engine().isMergeTree() ? PlaceColumn.definitions() : List.of();
  }

  @Override
  public TableStatistics statistics() {
    try (Snapshot snapshot = store.snapshot()) {
      TableState state = snapshot.state();
      return new TableStatistics(state.rows(), state.bytes(), state.parts().size());
    }
  }

  @Override
  public List<PartInfo> parts() {
    try (Snapshot snapshot = store.snapshot()) {
      return snapshot.state().parts().stream()
          .map(state -> PartInfos.of(state.part(), layout))
          .toList();
    }
  }

  @Override
  public Map<String, String> partitionValues() {
    try (Snapshot snapshot = store.snapshot()) {
      List<Part> parts = snapshot.state().parts().stream().map(PartState::part).toList();
      return new PartitionValues(layout, store.dictionaries(), memory).of(parts);
    }
  }

  @Override
  public List<PartInfo> detachedParts() {
    return store.ledger().detached().stream().map(PartInfos::ofDetached).toList();
  }

  @Override
  public List<PartInfo.Verdict> check(PartitionChoice which, MemoryContext work) {
    TableLayout current = layout;
    String table = current.definition().name().toString();
    if (current.engine().isLog() && which.kind() == PartitionChoice.Kind.ALL) {
      return PartVerdicts.ofFiles(table, store, LogFiles.of(current), work);
    }
    if (!current.engine().isMergeTree()) {
      throw new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED,
          (current.engine().isLog() ? "CHECK PART/PARTITION are" : "Check query is")
              + " not supported for "
              + current.engine().text()
              + (current.engine().isLog() ? "." : " storage"));
    }
    PartSelection chosen = PartSelection.of(which, current, compiler, work);
    List<PartInfo.Verdict> verdicts = PartVerdicts.of(table, store, chosen, work);
    if (chosen.isPart() && verdicts.isEmpty()) {
      throw new TwinhouseException(
          ErrorCode.NO_SUCH_DATA_PART,
          "No such data part '" + chosen.text() + "' to check in table '" + table + "'.");
    }
    return verdicts;
  }

  /** The newest state, held open for the caller. */
  public Snapshot snapshot() {
    return store.snapshot();
  }

  @Override
  public Table newestWithinPartitions() {
    return layout.partitionKey() == null ? this : new PartitionedTable(this);
  }

  /** A read whose FINAL compares the rows of one partition only. */
  Scan scanPartitions(ScanRequest request) {
    TableLayout current = layout;
    if (current.engine().folds()) {
      throw new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED,
          "Setting do_not_merge_across_partitions_select_final is not supported by the embedded"
              + " store for engine "
              + current.engine().text());
    }
    if (!request.finalRead()) {
      return scan(request);
    }
    Snapshot snapshot = store.snapshot();
    try {
      TableState state = PartitionedTable.resolved(current, store, snapshot.state(), request);
      return new TableScan(current, snapshot.with(state), store.dictionaries(), request);
    } finally {
      snapshot.close();
    }
  }

  @Override
  public Scan scan(ScanRequest request) {
    TableLayout current = layout;
    Snapshot snapshot = store.snapshot();
    boolean folds =
        request.finalRead()
            && current.engine().folds()
            && !current.sortingKey().isEmpty()
            && snapshot.state().parts().size() > (current.folding().hidesRows() ? 0 : 1);
    if (folds) {
      try {
        refusePlaces(request, current);
      } catch (TwinhouseException e) {
        snapshot.close();
        throw e;
      }
    }
    return folds
        ? new FoldedScan(current, store, snapshot, format, request)
        : new TableScan(current, snapshot, store.dictionaries(), request);
  }

  /** A row that was made of several lies nowhere. */
  private static void refusePlaces(ScanRequest request, TableLayout layout) {
    for (ColumnRead read : request.reads()) {
      if (PlaceColumn.named(read.column(), layout) != null) {
        throw new TwinhouseException(
            ErrorCode.NOT_IMPLEMENTED,
            "Virtual column "
                + read.column()
                + " with FINAL of engine "
                + layout.engine().text()
                + " is not supported by the embedded store");
      }
    }
  }

  /** Begins an insert of the named columns, which may be computed ones, on the store's account. */
  public BatchSink insert(List<String> columns) {
    return insert(columns, memory);
  }

  /**
   * As above.
   *
   * @param work where is reserved what the insert holds until it is over
   */
  public BatchSink insert(List<String> columns, MemoryContext work) {
    return insert(columns, work, PartitionLimit.DEFAULT);
  }

  /** As above, of rows of so many partitions. */
  public BatchSink insert(List<String> columns, MemoryContext work, PartitionLimit limit) {
    TableSink.Target target =
        layout.engine().keepsNothing() ? new Nowhere() : new Parts(limit.partitions());
    return new TableSink(layout, target, columns, compiler, work);
  }

  /**
   * Takes over a changed definition.
   *
   * @param changed of the same engine and sorting key prefix; columns that parts lack under their
   *     stream's name read as their default
   */
  public void relayout(TableLayout changed) {
    synchronized (publication) {
      layout = changed;
      versions.relayout(changed);
      versions.forget();
    }
  }

  private long insertWindow() {
    return layout.definition().insertWindow();
  }

  /** Keeps no account of inserts any more. */
  public void forgetInserts() throws IOException {
    synchronized (publication) {
      if (!store.ledger().inserts().entries().isEmpty()) {
        try (Snapshot snapshot = store.snapshot()) {
          store.publish(snapshot.state(), Set.of(), store.ledger().with(InsertLog.EMPTY));
        }
      }
    }
  }

  /**
   * Deletes or changes rows.
   *
   * @param within the parts that are looked at
   * @param expressions binds those of the mutation
   */
  public void mutate(Mutation mutation, PartSelection within, ExpressionCompiler expressions)
      throws IOException {
    requireMutations();
    boolean done = false;
    while (!done) {
      // sub-queries run before others have to wait
      TableLayout bound = layout;
      PartRewrite rewrite = PartRewrite.of(mutation, bound, expressions, store, memory);
      synchronized (publication) {
        done = layout == bound;
        if (done) {
          rewrite(part -> within.test(part.part().id()) ? rewrite.apply(part) : part);
        }
      }
    }
  }

  /** Puts a mutation down that has been carried out. */
  public void noteMutation(List<String> commands, long seconds) throws IOException {
    synchronized (publication) {
      long number = store.nextBlock();
      Map<Part, PartId> before = new LinkedHashMap<>();
      try (Snapshot snapshot = store.snapshot()) {
        Set<PartId> renamed = new HashSet<>();
        for (PartState state : snapshot.state().parts()) {
          PartId id = state.part().id();
          before.put(state.part(), id);
          state.part().rename(id.mutated(number));
          renamed.add(state.part().id());
        }
        Ledger ledger = store.ledger().with(number, seconds, commands);
        store.publish(snapshot.state(), renamed, ledger);
      } catch (IOException | RuntimeException e) {
        before.forEach(Part::rename);
        throw e;
      }
    }
  }

  /** Takes a mutation out of the account. */
  public void forgetMutation(String id) throws IOException {
    synchronized (publication) {
      try (Snapshot snapshot = store.snapshot()) {
        store.publish(snapshot.state(), Set.of(), store.ledger().withoutMutation(id));
      }
    }
  }

  @Override
  public List<Mutation.Done> mutations() {
    return store.ledger().mutations();
  }

  /**
   * Writes parts anew with columns that they lack, so that those columns have values of their own.
   *
   * @param wider the table's layout with the columns at its end
   */
  public void widen(TableLayout wider) throws IOException {
    rewrite(part -> PartRewrite.widened(part, wider, layout, store, memory));
  }

  /** What a part becomes. */
  @FunctionalInterface
  interface PartChange {

    /** Itself if nothing changes, null if it goes. */
    @Nullable PartState apply(PartState part) throws IOException;
  }

  /** Changes parts, all of them or none. */
  void rewrite(PartChange change) throws IOException {
    synchronized (publication) {
      Map<PartState, @Nullable PartState> rewritten = new LinkedHashMap<>();
      try (Snapshot snapshot = store.snapshot()) {
        try {
          for (PartState part : snapshot.state().parts()) {
            PartState changed = change.apply(part);
            if (changed != part) {
              rewritten.put(part, changed);
            }
          }
          exchange(snapshot.state(), rewritten);
        } catch (IOException | RuntimeException e) {
          rewritten.values().forEach(part -> abandon(part));
          throw e;
        }
      }
    }
  }

  static void abandon(@Nullable PartState part) {
    if (part != null) {
      part.part().release();
    }
  }

  /** What statements about partitions do to this table. */
  public PartitionEditor partitions() {
    return new PartitionEditor(this);
  }

  Object publication() {
    return publication;
  }

  PartStore store() {
    return store;
  }

  PartFormat format() {
    return format;
  }

  MemoryContext memory() {
    return memory;
  }

  /** Publishes a state with parts replaced, those by null removed. */
  private void exchange(TableState old, Map<PartState, @Nullable PartState> replaced)
      throws IOException {
    if (replaced.isEmpty()) {
      return;
    }
    List<PartState> parts = new ArrayList<>();
    for (PartState part : old.parts()) {
      PartState now = replaced.containsKey(part) ? replaced.get(part) : part;
      if (now != null) {
        parts.add(now);
      }
    }
    publishResolved(new TableState(parts), store.ledger());
  }

  /** Publishes a state after rows have gone that may have hidden others. */
  void publishResolved(TableState state, Ledger ledger) throws IOException {
    PartStore.Change resolved = resolved(state);
    try {
      store.publish(resolved.state(), resolved.changed(), ledger);
    } catch (IOException | RuntimeException e) {
      versions.forget();
      throw e;
    }
  }

  /** The state with what hides what found out anew, where the engine cares. */
  PartStore.Change resolved(TableState state) {
    versions.forget();
    if (layout.engine() != EngineKind.REPLACING) {
      return new PartStore.Change(state, Set.of());
    }
    VersionResolver.Resolution resolved = versions.rebuild(state);
    return new PartStore.Change(resolved.state(), resolved.changed());
  }

  /** What is remembered of the newest rows is found out anew. */
  void forgetVersions() {
    versions.forget();
  }

  /** Removes all rows. */
  public void truncate() throws IOException {
    synchronized (publication) {
      versions.forget();
      Ledger emptied = store.ledger().with(InsertLog.EMPTY).withoutMutations();
      store.publish(TableState.EMPTY, Set.of(), emptied);
    }
  }

  /** Lets parts be merged, or stops that for as long as the table is open. */
  public void allowMerges(boolean allowed) {
    mergesStopped = !allowed;
    if (allowed && merges != null && MergeChoice.mayBeMany(statistics().parts())) {
      merges.lookAt(this);
    }
  }

  /** ClickHouse lets mutations wait for merges to be allowed; here none waits. */
  private void requireMutations() {
    if (mergesStopped) {
      throw new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED,
          "A mutation of a table whose merges are stopped is not supported by the embedded store;"
              + " run SYSTEM START MERGES first");
    }
  }

  private void requireMerges() {
    if (mergesStopped) {
      throw new TwinhouseException(ErrorCode.ABORTED, "Cancelled merging parts.");
    }
  }

  /**
   * Merges the parts of each partition into one.
   *
   * @param partition the only one that is wanted; null for all
   * @param again whether single parts are merged anew
   */
  public void merge(@Nullable String partition, boolean again, MergeRules rules)
      throws IOException {
    if (!again) {
      requireMerges();
    }
    synchronized (publication) {
      try (Snapshot snapshot = store.snapshot()) {
        int fewest = again ? 1 : 2;
        for (List<PartState> group : MergeChoice.everything(snapshot.state().parts(), fewest)) {
          String id = group.get(0).part().id().partition();
          if (partition == null || partition.equals(id)) {
            requireMerges();
            PartState merged = new MergeRun(layout, store, rules, memory).merge(group);
            replace(group, merged, rules);
          }
        }
      }
    }
  }

  /** Writes each part anew without rows and values whose time has come. */
  public void materializeTtl(MergeRules rules) throws IOException {
    requireMutations();
    synchronized (publication) {
      try (Snapshot snapshot = store.snapshot()) {
        for (PartState part : snapshot.state().parts()) {
          MergeRun run = new MergeRun(layout, store, rules, memory);
          replace(List.of(part), run.rewrite(part), rules);
        }
      }
    }
  }

  private void replace(List<PartState> group, @Nullable PartState merged, MergeRules rules)
      throws IOException {
    try (Snapshot snapshot = store.snapshot()) {
      if (merged != null && !rules.revives() && layout.lifetimes().isEmpty()) {
        exchangeMerged(snapshot.state(), group, merged);
      } else {
        List<PartState> parts = without(snapshot.state(), group);
        if (merged != null) {
          parts.add(merged);
        }
        publishResolved(new TableState(parts), store.ledger());
      }
    } catch (IOException | RuntimeException e) {
      abandon(merged);
      throw e;
    }
  }

  private static List<PartState> without(TableState state, List<PartState> group) {
    Set<Part> gone = new HashSet<>();
    group.forEach(part -> gone.add(part.part()));
    List<PartState> parts = new ArrayList<>(state.parts());
    parts.removeIf(part -> gone.contains(part.part()));
    return parts;
  }

  /** Publishes a part in the place of those that it was made of. */
  private void exchangeMerged(TableState state, List<PartState> group, PartState merged)
      throws IOException {
    Set<Integer> gone = new HashSet<>();
    group.forEach(part -> gone.add(part.part().id().number()));
    List<PartState> parts = without(state, group);
    try {
      PartState placed = versions.moved(merged, gone);
      parts.add(placed);
      store.publish(new TableState(parts), Set.of(placed.part().id()));
    } catch (IOException | RuntimeException e) {
      versions.forget();
      throw e;
    }
  }

  /**
   * Merges parts that have become too many while others read and insert.
   *
   * @param budget bytes of the merged files
   * @return whether parts were merged
   */
  boolean mergeSmallParts(long budget) throws IOException {
    synchronized (merging) {
      TableLayout current = layout;
      boolean merged =
          (current.engine().isMergeTree() || current.engine().isAppended())
              && current.lifetimes().isEmpty();
      if (closed || mergesStopped || !merged) {
        return false;
      }
      try (Snapshot snapshot = store.snapshot()) {
        List<PartState> small = MergeChoice.next(snapshot.state().parts(), budget);
        MergeRules rules = new MergeRules(0, false, null);
        PartState whole =
            small.isEmpty() ? null : new MergeRun(current, store, rules, memory).merge(small);
        return whole != null && exchangeUnchanged(current, small, whole);
      }
    }
  }

  /** Publishes a merged part unless somebody has changed what it was made of. */
  private boolean exchangeUnchanged(TableLayout merged, List<PartState> parts, PartState whole)
      throws IOException {
    synchronized (publication) {
      try (Snapshot snapshot = store.snapshot()) {
        boolean unchanged = layout == merged && isThere(snapshot.state(), parts);
        if (unchanged) {
          exchangeMerged(snapshot.state(), parts, whole);
        } else {
          whole.part().markReplaced();
          abandon(whole);
        }
        return unchanged;
      } catch (IOException | RuntimeException e) {
        abandon(whole);
        throw e;
      }
    }
  }

  /** Which of their rows have been replaced meanwhile does not matter while that is remembered. */
  private boolean isThere(TableState state, List<PartState> parts) {
    return versions.remembers()
        ? state.parts().size() - parts.size() == without(state, parts).size()
        : state.parts().containsAll(parts);
  }

  @Override
  public void close() {
    synchronized (merging) {
      closed = true;
      synchronized (publication) {
        versions.close();
        store.close();
        memory.close();
      }
    }
  }

  /** Written parts become the table's. */
  private final class Parts implements TableSink.Target {

    private final TableLayout begun = layout;
    private final long mostPartitions;

    Parts(long mostPartitions) {
      this.mostPartitions = mostPartitions;
    }

    @Override
    public TwoThreads threads() {
      return format.threads();
    }

    @Override
    public void write(Batch rows, List<WrittenPart> written, MemoryContext work)
        throws IOException {
      new PartBuilder(begun, store, format, work, mostPartitions).write(rows, written);
    }

    @Override
    public void publish(List<WrittenPart> written, List<String> blocks) throws IOException {
      synchronized (publication) {
        if (layout != begun) {
          discard(written);
          throw new TwinhouseException(
              ErrorCode.ABORTED,
              "Table " + layout.definition().name() + " was altered during the insert; try again");
        }
        List<WrittenPart> parts = new ArrayList<>(written);
        LoggedInsert logged =
            blocks.isEmpty() || insertWindow() == 0
                ? LoggedInsert.NONE
                : recognise(written, parts, blocks);
        if (parts.isEmpty()) {
          return;
        }
        Map<Part, WrittenPart> opened = new LinkedHashMap<>();
        try {
          for (WrittenPart part : parts) {
            long block = store.nextBlock();
            // the server counts what folding on insert does as a merge
            int level = begun.engine().dependsOnKeys() ? 1 : 0;
            PartId id = new PartId(part.number(), part.partition(), block, block, level);
            opened.put(Part.open(id, format, store.directory()), part);
          }
          publishOpened(opened, logged);
          if (merges != null && MergeChoice.mayBeMany(statistics().parts())) {
            merges.lookAt(StoredTable.this);
          }
        } catch (IOException | RuntimeException e) {
          versions.forget();
          opened.keySet().forEach(this::abandon);
          throw e;
        }
      }
    }

    /**
     * Drops what the table has from an earlier insert.
     *
     * @param left what is left of the parts
     * @return what the account is to say of this insert
     */
    private LoggedInsert recognise(
        List<WrittenPart> written, List<WrittenPart> left, List<String> blocks) {
      InsertLog log = store.ledger().inserts();
      Map<String, Boolean> known = new LinkedHashMap<>();
      try {
        for (WrittenPart part : written) {
          if (!known.containsKey(part.partition())) {
            known.put(part.partition(), log.knows(part.partition(), blocks));
            log = log.with(part.partition(), blocks, insertWindow());
          }
        }
      } catch (TwinhouseException e) {
        discard(written);
        throw e;
      }
      left.removeIf(part -> known.getOrDefault(part.partition(), false));
      List<WrittenPart> dropped = new ArrayList<>(written);
      dropped.removeAll(left);
      dropped.forEach(part -> store.nextBlock());
      discard(dropped);
      return new LoggedInsert(List.copyOf(known.keySet()), blocks, insertWindow());
    }

    /**
     * On disk the file stays until the next open: the manifest that names it may have got there.
     */
    private void abandon(Part part) {
      if (!store.directory().isDurable()) {
        part.markReplaced();
      }
      part.release();
    }

    private void publishOpened(Map<Part, WrittenPart> opened, LoggedInsert logged)
        throws IOException {
      try (Snapshot snapshot = store.snapshot()) {
        Set<PartId> added = new HashSet<>();
        opened.keySet().forEach(part -> added.add(part.id()));
        if (layout.engine() == EngineKind.REPLACING) {
          VersionResolver.Resolution resolved = versions.add(snapshot.state(), opened);
          store.publishInsert(resolved.state(), resolved.changed(), added, logged);
        } else {
          List<PartState> all = new ArrayList<>(snapshot.state().parts());
          opened.keySet().forEach(part -> all.add(PartState.plain(part)));
          store.publishInsert(new TableState(all), Set.of(), added, logged);
        }
      }
    }

    @Override
    public void discard(List<WrittenPart> parts) {
      for (WrittenPart part : parts) {
        try {
          store.directory().delete("part-" + part.number());
        } catch (IOException e) {
          // never published: the next open of the table removes it
        }
      }
    }
  }

  /** Rows are checked and forgotten. */
  private static final class Nowhere implements TableSink.Target {

    @Override
    public TwoThreads threads() {
      return TwoThreads.ONE;
    }

    @Override
    public void write(Batch rows, List<WrittenPart> written, MemoryContext work) {
      // the engine Null keeps nothing
    }

    @Override
    public void publish(List<WrittenPart> parts, List<String> blocks) {
      throw new IllegalStateException("the engine Null has no parts");
    }

    @Override
    public void discard(List<WrittenPart> parts) {
      throw new IllegalStateException("the engine Null has no parts");
    }
  }
}
