// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.check;

import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.memory.MemoryContext;
import io.twinhouse.engine.spi.TableDefinition;
import io.twinhouse.storage.arrow.catalog.Catalog;
import io.twinhouse.storage.arrow.catalog.CatalogState;
import io.twinhouse.storage.arrow.commit.PartStore;
import io.twinhouse.storage.arrow.commit.Snapshot;
import io.twinhouse.storage.arrow.file.Directory;
import io.twinhouse.storage.arrow.format.PartFormat;
import io.twinhouse.storage.arrow.layout.EngineKind;
import io.twinhouse.storage.arrow.part.PartState;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Verifies a whole store: catalog, manifests, dictionaries, row sets, each stream's checksum and
 * pages, zone maps, row counts, ages of parts.
 */
public final class StoreCheck {

  private final Directory root;
  private final PartFormat format;
  private final MemoryContext memory;
  private final List<String> problems = new ArrayList<>();

  private StoreCheck(Directory root, PartFormat format, MemoryContext memory) {
    this.root = root;
    this.format = format;
    this.memory = memory;
  }

  /**
   * What is wrong, one line each; empty when all is well.
   *
   * @param memory where what is read at once is reserved
   * @throws IOException if somebody has the store open, or it cannot be read at all
   */
  public static List<String> run(Directory root, PartFormat format, MemoryContext memory)
      throws IOException {
    StoreCheck check = new StoreCheck(root, format, memory);
    try (Closeable lock = root.lock()) {
      check.checkCatalog();
    }
    return List.copyOf(check.problems);
  }

  private void checkCatalog() throws IOException {
    for (CatalogState.Entry entry : Catalog.read(root).all()) {
      TableDefinition definition = entry.definition();
      if (!definition.engine().equals(EngineKind.MEMORY.text())
          && !definition.isLookup()
          && root.directories().contains(entry.directory())) {
        checkTable(definition, root.directory(entry.directory()));
      }
    }
  }

  private void checkTable(TableDefinition definition, Directory directory) {
    String table = definition.name().toString();
    try (PartStore store = PartStore.inspect(directory, format, memory);
        Snapshot snapshot = store.snapshot()) {
      store.dictionaries().readAll();
      checkAges(table, snapshot.state().parts());
      for (PartState part : snapshot.state().parts()) {
        new PartCheck(table, part, store.dictionaries(), memory, problems).run();
      }
    } catch (IOException | TwinhouseException e) {
      problems.add(table + ": " + e.getMessage());
    }
  }

  /** Parts of a partition hold inserts that follow each other. */
  private void checkAges(String table, List<PartState> parts) {
    Map<String, Long> last = new HashMap<>();
    for (PartState part : parts) {
      String partition = part.part().id().partition();
      long before = last.getOrDefault(partition, 0L);
      if (part.part().id().firstBlock() <= before
          || part.part().id().lastBlock() < part.part().id().firstBlock()) {
        problems.add(table + ": part " + part.part().id().file() + " overlaps another in age");
      }
      last.put(partition, part.part().id().lastBlock());
    }
  }
}
