// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.dictionary;

import io.twinhouse.engine.memory.MemoryContext;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.storage.arrow.file.Directory;
import io.twinhouse.storage.arrow.file.StorageFailure;
import io.twinhouse.storage.arrow.lookup.KeyLookups;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** All dictionaries of one table and the log that keeps them. Thread-safe. */
public final class TableDictionaries implements AutoCloseable {

  private final KeyLookups lookups;
  private final MemoryContext memory;
  private final Map<String, StringDictionary> dictionaries = new TreeMap<>();
  private final Reservation places;
  private final DictionaryLog log;

  private TableDictionaries(Directory directory, KeyLookups lookups, MemoryContext memory) {
    this.lookups = lookups;
    this.memory = memory;
    this.places = new Reservation(memory);
    this.log = new DictionaryLog(directory, places);
  }

  /**
   * Opens the dictionaries of a table. Each is read when it is first asked for, so that a store
   * opens at once however many strings it has.
   *
   * @param logLength how many bytes of the log the manifest vouches for
   * @param lookups how entries are found
   * @param memory where entries are reserved
   */
  public static TableDictionaries open(
      Directory directory, long logLength, KeyLookups lookups, MemoryContext memory)
      throws IOException {
    TableDictionaries opened = new TableDictionaries(directory, lookups, memory);
    try {
      opened.log.index(logLength);
    } catch (IOException | RuntimeException e) {
      opened.close();
      throw e;
    }
    return opened;
  }

  /**
   * The dictionary of a key, read or made when it is first asked for.
   *
   * @throws io.twinhouse.engine.error.TwinhouseException CANNOT_READ_ALL_DATA, CORRUPTED_DATA
   */
  public synchronized StringDictionary of(String key) {
    StringDictionary known = dictionaries.get(key);
    if (known != null) {
      return known;
    }
    StringDictionary dictionary = loaded(key);
    dictionaries.put(key, dictionary);
    return dictionary;
  }

  private StringDictionary loaded(String key) {
    DictionaryEntries entries = new DictionaryEntries(memory);
    try {
      log.load(key, entries);
      return new StringDictionary(
          key, entries, lookups.open(key, entries, new Reservation(memory)));
    } catch (IOException e) {
      entries.close();
      throw StorageFailure.reading("the dictionary of " + key, e);
    } catch (RuntimeException e) {
      entries.close();
      throw e;
    }
  }

  /**
   * Copies the log to another directory, where a log may be that began as this one.
   *
   * @param length how many bytes of it the manifest vouches for
   */
  public static void copyLog(Directory from, long length, Directory to) throws IOException {
    if (length > 0) {
      from.copy(DictionaryLog.FILE, length, to);
    }
  }

  /** Reads every dictionary, to find out whether that is possible. */
  public synchronized void readAll() {
    log.unread().forEach(this::of);
  }

  /**
   * Makes every entry that exists now durable.
   *
   * @return the log's length, for the manifest
   */
  public synchronized long save() throws IOException {
    return log.append(dictionaries.values());
  }

  /** Entries that would be lost now. */
  public synchronized NewEntries unsaved() {
    return log.unsaved(dictionaries.values());
  }

  /** The journal has these entries. */
  public synchronized void noteJournalled(NewEntries entries) {
    log.noteJournalled(entries);
  }

  /**
   * Takes over blocks that the journal has kept; before any dictionary is asked for.
   *
   * @param write whether they are brought into the log
   */
  public synchronized void replay(List<byte[]> blocks, boolean write) throws IOException {
    if (write) {
      log.adopt(blocks);
    } else {
      log.borrow(blocks);
    }
  }

  @Override
  public synchronized void close() {
    dictionaries.values().forEach(StringDictionary::close);
    dictionaries.clear();
    places.close();
  }
}
