// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.commit;

import io.twinhouse.engine.memory.MemoryContext;
import io.twinhouse.storage.arrow.dictionary.NewEntries;
import io.twinhouse.storage.arrow.dictionary.TableDictionaries;
import io.twinhouse.storage.arrow.file.CorruptFileException;
import io.twinhouse.storage.arrow.file.Directory;
import io.twinhouse.storage.arrow.format.PartFormat;
import io.twinhouse.storage.arrow.index.RowSet;
import io.twinhouse.storage.arrow.lookup.KeyLookups;
import io.twinhouse.storage.arrow.part.Part;
import io.twinhouse.storage.arrow.part.PartId;
import io.twinhouse.storage.arrow.part.PartState;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The parts of one table and its dictionaries, in one directory. Part files may be written at any
 * time under numbers taken from {@link #nextNumber}; {@link #publish} makes a new state of them
 * visible and durable in one step. Callers publish one at a time. Otherwise thread-safe.
 */
public final class PartStore implements AutoCloseable {

  /** An insert of more bytes is written to its own files at once. */
  private static final long MOST_JOURNALLED = 128 << 10;

  private final Directory directory;
  private final TableDictionaries dictionaries;
  private final AtomicInteger nextNumber;
  private final AtomicLong nextBlock;
  private final InsertJournal journal;

  /** Parts whose files are known to be on the disk. */
  private final Set<PartId> durable = new HashSet<>();

  /** Parts whose row sets are in the journal and in no file of their own. */
  private final Set<PartId> rowSetsInJournal = new HashSet<>();

  /** Whether it is not known which manifest is on the disk. */
  private boolean unsure;

  private TableState state;
  private Ledger ledger;
  private @Nullable FailedMove failedMove;
  private boolean closed;

  private PartStore(
      Directory directory,
      TableDictionaries dictionaries,
      InsertJournal journal,
      Manifest manifest,
      TableState state) {
    this.directory = directory;
    this.dictionaries = dictionaries;
    this.journal = journal;
    this.nextNumber = new AtomicInteger(manifest.nextNumber());
    this.nextBlock = new AtomicLong(manifest.nextBlock());
    this.state = state;
    this.ledger = manifest.ledger().settled();
    manifest.parts().forEach(part -> durable.add(part.id()));
    ledger.detached().forEach(part -> durable.add(part.id()));
  }

  /**
   * Opens what the manifest and the journal name and deletes all else: it was never published.
   *
   * @param lookups of dictionaries
   * @param memory where dictionaries are reserved
   */
  public static PartStore open(
      Directory directory, PartFormat format, KeyLookups lookups, MemoryContext memory)
      throws IOException {
    return open(directory, format, lookups, memory, true);
  }

  /** Opens what the manifest and the journal name and changes nothing. */
  public static PartStore inspect(Directory directory, PartFormat format, MemoryContext memory)
      throws IOException {
    return open(directory, format, KeyLookups.onHeap(), memory, false);
  }

  private static PartStore open(
      Directory directory,
      PartFormat format,
      KeyLookups lookups,
      MemoryContext memory,
      boolean recover)
      throws IOException {
    Manifest manifest = Manifest.read(directory);
    List<JournalRecord> records = InsertJournal.read(directory, manifest.nextBlock());
    if (recover) {
      deleteGarbage(directory, manifest, records);
    }
    TableDictionaries dictionaries =
        TableDictionaries.open(directory, manifest.dictionaryLength(), lookups, memory);
    List<PartState> parts = new ArrayList<>();
    JournalReplay replay = new JournalReplay(directory, format, parts);
    try {
      for (Manifest.Entry entry : manifest.parts()) {
        parts.add(openPart(directory, format, entry));
      }
      if (recover) {
        replay.restoreFiles(records);
      }
      dictionaries.replay(JournalReplay.dictionaryBlocks(records), recover);
      replay.apply(records);
      InsertJournal journal = new InsertJournal(directory, memory);
      TableState state = new TableState(parts);
      PartStore store = new PartStore(directory, dictionaries, journal, manifest, state);
      store.countPast(JournalReplay.parts(records));
      store.ledger = store.ledger.with(JournalReplay.inserts(manifest.ledger().inserts(), records));
      if (recover && !records.isEmpty()) {
        store.publish(state, replay.changed());
        directory.delete(InsertJournal.FILE);
      }
      return store;
    } catch (IOException | RuntimeException e) {
      parts.forEach(part -> part.part().release());
      dictionaries.close();
      throw e;
    }
  }

  /** Numbers that parts have are not given again. */
  private void countPast(List<PartId> parts) {
    for (PartId part : parts) {
      nextNumber.accumulateAndGet(part.number() + 1, Math::max);
      nextBlock.accumulateAndGet(part.lastBlock() + 1, Math::max);
    }
  }

  private static PartState openPart(Directory directory, PartFormat format, Manifest.Entry entry)
      throws IOException {
    List<RowSet> sets =
        entry.rowsFile().isEmpty()
            ? List.of(RowSet.EMPTY, RowSet.EMPTY)
            : RowSetFile.read(directory, entry.rowsFile());
    Part part = Part.open(entry.id(), format, directory);
    if (part.rows() != entry.rows() || part.bytes() != entry.bytes() || sets.size() != 2) {
      part.release();
      throw new CorruptFileException(
          entry.id().file(), "its size is not what the manifest says of it");
    }
    return new PartState(part, sets.get(0), sets.get(1), entry.rowsFile());
  }

  private static void deleteGarbage(
      Directory directory, Manifest manifest, List<JournalRecord> records) throws IOException {
    Set<String> wanted = new HashSet<>();
    JournalReplay.parts(records).forEach(part -> wanted.add(part.file()));
    for (Manifest.Entry entry : manifest.parts()) {
      wanted.add(entry.id().file());
      wanted.add(entry.rowsFile());
    }
    manifest.ledger().detached().forEach(part -> wanted.add(part.id().file()));
    for (String file : directory.files()) {
      boolean ours = file.startsWith("part-") || file.startsWith("rows-") || file.endsWith(".new");
      boolean spent = file.equals(InsertJournal.FILE) && records.isEmpty();
      if ((ours || spent) && !wanted.contains(file)) {
        directory.delete(file);
      }
    }
  }

  public Directory directory() {
    return directory;
  }

  public TableDictionaries dictionaries() {
    return dictionaries;
  }

  /** A number for a file that is about to be written. */
  public int nextNumber() {
    return nextNumber.getAndIncrement();
  }

  /** A number for an insert that is about to be published; ascending in order of publication. */
  public long nextBlock() {
    return nextBlock.getAndIncrement();
  }

  /** The newest state, held open for the caller. */
  public synchronized Snapshot snapshot() {
    if (closed) {
      throw new IllegalStateException("the table is closed");
    }
    return new Snapshot(state);
  }

  /** What is kept besides the state. */
  public synchronized Ledger ledger() {
    return ledger;
  }

  /**
   * Replaces the state. Parts that are in the new one and not in the old become the store's: it
   * releases them when they are replaced. On failure the old state stays, and the caller keeps
   * them; their files may not be deleted then, since the new manifest may have reached the disk.
   *
   * @param changed the parts whose row sets differ from what is on disk, to be saved
   */
  public void publish(TableState newState, Set<PartId> changed) throws IOException {
    publish(newState, changed, ledger());
  }

  /** As above, with another ledger. */
  public void publish(TableState newState, Set<PartId> changed, Ledger newLedger)
      throws IOException {
    undoFailedMove();
    adopt(save(newState, changed, newLedger));
  }

  /** A state that the manifest on disk has and readers do not see yet. */
  private record Saved(TableState state, Ledger ledger) {}

  private Saved save(TableState newState, Set<PartId> changed, Ledger newLedger)
      throws IOException {
    if (!directory.isDurable()) {
      return new Saved(newState, newLedger);
    }
    unsure = true;
    Set<PartId> unsaved = new HashSet<>(changed);
    unsaved.addAll(rowSetsInJournal);
    TableState saved = saveRowSets(newState, unsaved);
    syncParts(newState, newLedger);
    long dictionaryLength = dictionaries.save();
    directory.sync();
    manifest(saved, dictionaryLength, newLedger).write(directory);
    return new Saved(saved, newLedger);
  }

  /** Readers see what was saved. */
  private void adopt(Saved saved) {
    rowSetsInJournal.clear();
    journal.clear();
    unsure = false;
    Ledger settled = saved.ledger().settled();
    release(swap(saved.state(), settled), saved.state(), settled);
  }

  /** Writes the manifest of the state that readers see. */
  void rewrite() throws IOException {
    TableState now;
    Ledger kept;
    synchronized (this) {
      now = state;
      kept = ledger;
    }
    adopt(save(now, Set.of(), kept));
  }

  /** Without this store's monitor: the other store of the move may be at it too. */
  private void undoFailedMove() throws IOException {
    FailedMove failed;
    synchronized (this) {
      failed = failedMove;
    }
    if (failed != null) {
      failed.undo();
      fail(null);
    }
  }

  private synchronized void fail(@Nullable FailedMove move) {
    failedMove = directory.isDurable() ? move : null;
    unsure = failedMove != null;
  }

  /**
   * Publishes new states of two stores, both or none, whatever happens.
   *
   * @param root directory of both tables' store
   * @param target the store that gets rows of this one
   */
  public void publishMove(
      Directory root, PartitionMove move, Change ours, PartStore target, Change theirs)
      throws IOException {
    undoFailedMove();
    target.undoFailedMove();
    try {
      if (root.isDurable()) {
        move.begin(root);
      }
      Ledger arrival = target.ledger().after(move);
      Saved there = target.save(theirs.state(), theirs.changed(), arrival);
      Saved here = save(ours.state(), ours.changed(), ledger());
      target.adopt(there);
      adopt(here);
    } catch (IOException | RuntimeException e) {
      FailedMove failed = new FailedMove(root, this, target);
      fail(failed);
      target.fail(failed);
      throw e;
    }
    endQuietly(root);
  }

  /** What is left of a move that is over does nothing when the store is opened again. */
  private static void endQuietly(Directory root) {
    try {
      PartitionMove.end(root);
    } catch (IOException e) {
      // its parts are in the source no more
    }
  }

  /**
   * A state to publish.
   *
   * @param changed see {@link #publish(TableState, Set)}
   */
  public record Change(TableState state, Set<PartId> changed) {}

  /**
   * As {@link #publish}, for a state that differs by what an insert has done: by new parts and by
   * rows of others that they replace. A small insert is made durable by the journal alone.
   *
   * @param added the new parts
   * @param logged by what the insert is recognised
   */
  public void publishInsert(
      TableState newState, Set<PartId> changed, Set<PartId> added, LoggedInsert logged)
      throws IOException {
    long bytes = 0;
    for (PartState part : newState.parts()) {
      bytes += added.contains(part.part().id()) ? part.part().bytes() : 0;
    }
    boolean small = bytes <= MOST_JOURNALLED && journal.takes(bytes);
    Ledger newLedger = ledger().with(logged.addedTo(ledger().inserts()));
    if (!directory.isDurable() || unsure || !small) {
      publish(newState, changed, newLedger);
      return;
    }
    NewEntries entries = dictionaries.unsaved();
    journal.append(JournalRecord.of(state, newState, added, entries.blocks(), logged));
    dictionaries.noteJournalled(entries);
    rowSetsInJournal.addAll(changed);
    swap(newState, newLedger);
  }

  private void syncParts(TableState of, Ledger kept) throws IOException {
    Set<PartId> named = new HashSet<>();
    List<PartId> ids = new ArrayList<>(of.parts().stream().map(p -> p.part().id()).toList());
    kept.detached().forEach(part -> ids.add(part.id()));
    for (PartId id : ids) {
      if (!durable.contains(id)) {
        directory.sync(id.file());
      }
      named.add(id);
    }
    durable.addAll(named);
    durable.retainAll(named);
  }

  private synchronized TableState swap(TableState newState, Ledger newLedger) {
    TableState old = state;
    state = newState;
    ledger = newLedger;
    return old;
  }

  private TableState saveRowSets(TableState newState, Set<PartId> changed) throws IOException {
    List<PartState> parts = new ArrayList<>();
    for (PartState part : newState.parts()) {
      if (!changed.contains(part.part().id())) {
        parts.add(part);
      } else if (part.superseded().isEmpty() && part.tombstones().isEmpty()) {
        parts.add(new PartState(part.part(), part.superseded(), part.tombstones(), ""));
      } else {
        String file = "rows-" + nextNumber();
        RowSetFile.write(directory, file, List.of(part.superseded(), part.tombstones()));
        parts.add(new PartState(part.part(), part.superseded(), part.tombstones(), file));
      }
    }
    return new TableState(parts);
  }

  private Manifest manifest(TableState of, long dictionaryLength, Ledger newLedger) {
    List<Manifest.Entry> entries = new ArrayList<>();
    for (PartState part : of.parts()) {
      entries.add(
          new Manifest.Entry(
              part.part().id(), part.part().rows(), part.part().bytes(), part.rowsFile()));
    }
    return new Manifest(nextNumber.get(), nextBlock.get(), dictionaryLength, entries, newLedger);
  }

  /** What only the old state had: its parts end with their last reader, its row sets now. */
  private void release(TableState old, TableState now, Ledger besides) {
    Set<Part> kept = new HashSet<>();
    Set<String> keptFiles = new HashSet<>();
    for (PartState part : now.parts()) {
      kept.add(part.part());
      keptFiles.add(part.rowsFile());
    }
    for (PartState part : old.parts()) {
      if (!kept.contains(part.part())) {
        if (!besides.isDetached(part.part().id())) {
          part.part().markReplaced();
        }
        part.part().release();
      }
      if (!part.rowsFile().isEmpty() && !keptFiles.contains(part.rowsFile())) {
        deleteQuietly(part.rowsFile());
      }
    }
  }

  /** Deletes files of parts that no state names any more. */
  public void delete(List<DetachedPart> parts) {
    parts.forEach(part -> deleteQuietly(part.id().file()));
  }

  private void deleteQuietly(String file) {
    try {
      directory.delete(file);
    } catch (IOException e) {
      // published already: what cannot be deleted is garbage that the next open removes
    }
  }

  /** Brings the journal into the manifest, if that can be; else the next open does. */
  private void settle() {
    try {
      if (!closed && !journal.isEmpty()) {
        publish(state, Set.of());
      }
      journal.delete();
    } catch (IOException e) {
      // nothing is lost: the journal is as durable as the manifest
    }
  }

  /** Lets the state go; parts that readers still hold close with them. */
  @Override
  public void close() {
    settle();
    TableState last;
    synchronized (this) {
      if (closed) {
        return;
      }
      closed = true;
      last = state;
      state = TableState.EMPTY;
    }
    last.parts().forEach(part -> part.part().release());
    dictionaries.close();
  }
}
