// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.dictionary;

import io.twinhouse.engine.memory.MemoryContext;
import io.twinhouse.storage.arrow.file.Directory;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/** All dictionaries of one table and the log that keeps them. Thread-safe. */
public final class TableDictionaries implements AutoCloseable {

  private final MemoryContext memory;
  private final Map<String, StringDictionary> dictionaries = new TreeMap<>();
  private final DictionaryLog log;

  private TableDictionaries(Directory directory, MemoryContext memory) {
    this.memory = memory;
    this.log = new DictionaryLog(directory);
  }

  /**
   * Reads the dictionaries of a table.
   *
   * @param logLength how many bytes of the log the manifest vouches for
   * @param memory where entries are reserved
   */
  public static TableDictionaries open(Directory directory, long logLength, MemoryContext memory)
      throws IOException {
    TableDictionaries opened = new TableDictionaries(directory, memory);
    try {
      opened.log.read(logLength, opened::of);
    } catch (IOException | RuntimeException e) {
      opened.close();
      throw e;
    }
    return opened;
  }

  /** The dictionary of a key, made when it is first asked for. */
  public synchronized StringDictionary of(String key) {
    return dictionaries.computeIfAbsent(key, k -> new StringDictionary(k, memory));
  }

  /**
   * Makes every entry that exists now durable.
   *
   * @return the log's length, for the manifest
   */
  public synchronized long save() throws IOException {
    return log.append(dictionaries.values());
  }

  @Override
  public synchronized void close() {
    dictionaries.values().forEach(StringDictionary::close);
    dictionaries.clear();
  }
}
