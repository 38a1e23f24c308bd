// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.lookup;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.lookup.LookupCatalog.Declared;
import io.twinhouse.engine.memory.MemoryContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** The dictionaries of an engine that were asked for. Thread-safe. */
public final class Lookups implements AutoCloseable {

  /** No dictionaries. */
  public static final Lookups NONE =
      new Lookups(
          LookupCatalog.NONE,
          (queries, rows) -> {},
          MemoryContext.root("none", MemoryContext.UNLIMITED));

  private final LookupCatalog catalog;
  private final LookupReader reader;
  private final MemoryContext memory;
  private final ReentrantLock loading = new ReentrantLock();
  private final Map<Name, Entry> known = new ConcurrentHashMap<>();

  private record Name(String database, String name) {}

  private record Entry(Object identity, Lookup lookup) {}

  /**
   * @param memory where what they hold is reserved
   */
  public Lookups(LookupCatalog catalog, LookupReader reader, MemoryContext memory) {
    this.catalog = catalog;
    this.reader = reader;
    this.memory = memory;
  }

  /**
   * The dictionary that a text names.
   *
   * @param database of names without one
   * @throws TwinhouseException BAD_ARGUMENTS if there is none
   */
  public Lookup named(String written, String database) {
    Lookup found = written(written, database);
    if (found == null || found.definition().layout() == LookupLayout.JOINED) {
      throw new TwinhouseException(
          ErrorCode.BAD_ARGUMENTS, "Dictionary (`" + written + "`) not found");
    }
    return found;
  }

  /**
   * The table of engine Join that a text names.
   *
   * @param database of names without one
   * @throws TwinhouseException UNKNOWN_TABLE if there is none
   */
  public Lookup joined(String written, String database) {
    Lookup found = written(written, database);
    if (found == null || found.definition().layout() != LookupLayout.JOINED) {
      throw new TwinhouseException(
          ErrorCode.UNKNOWN_TABLE, "There is no table " + written + " of engine Join");
    }
    return found;
  }

  private @Nullable Lookup written(String written, String database) {
    int dot = written.indexOf('.');
    return dot < 0
        ? find(database, written)
        : find(written.substring(0, dot), written.substring(dot + 1));
  }

  /** The dictionary of that name, null if there is none. */
  public @Nullable Lookup find(String database, String name) {
    Declared declared = catalog.find(database, name);
    Name key = new Name(database, name);
    Entry entry = known.get(key);
    if (declared == null) {
      forget(key, entry);
      return null;
    }
    if (entry == null || !entry.identity().equals(declared.identity())) {
      forget(key, entry);
      Lookup made = new Lookup(declared.definition().get(), reader, memory, loading);
      entry = known.computeIfAbsent(key, absent -> new Entry(declared.identity(), made));
    }
    return entry.lookup();
  }

  /** Lets go of what was read for a name, which has been declared anew, be it as it was before. */
  public void forget(String database, String name) {
    Name key = new Name(database, name);
    forget(key, known.get(key));
  }

  private void forget(Name key, @Nullable Entry entry) {
    if (entry != null && known.remove(key, entry)) {
      entry.lookup().close();
    }
  }

  /** Lets go of those that are no longer declared, or otherwise. */
  public void forgetOthers() {
    for (Map.Entry<Name, Entry> entry : known.entrySet()) {
      Name key = entry.getKey();
      Declared declared = catalog.find(key.database(), key.name());
      if (declared == null || !declared.identity().equals(entry.getValue().identity())) {
        forget(key, entry.getValue());
      }
    }
  }

  /**
   * Reads those anew that were read before, or could not be.
   *
   * @throws TwinhouseException what the first of them fails with, when all had their turn
   */
  public void reloadRead(Instant now) {
    List<Lookup> read = new ArrayList<>();
    known.values().forEach(entry -> read.add(entry.lookup()));
    TwinhouseException failure = null;
    for (Lookup lookup : read) {
      LookupStatus status = lookup.status();
      try {
        if (status.loaded() || status.errors() > 0) {
          lookup.reload(now);
        }
      } catch (TwinhouseException e) {
        failure = failure == null ? e : failure;
      }
    }
    if (failure != null) {
      throw failure;
    }
  }

  @Override
  public void close() {
    known.values().forEach(entry -> entry.lookup().close());
    known.clear();
  }
}
