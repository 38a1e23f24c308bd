// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.lookup;

import io.twinhouse.engine.memory.MemoryContext;
import io.twinhouse.storage.arrow.file.DiskDirectory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import net.openhft.chronicle.map.ChronicleMap;
import net.openhft.chronicle.map.ExternalMapQueryContext;

/** Fills a look-up and dies while it holds the lock of a segment. */
final class LookupWriter {

  private LookupWriter() {}

  /**
   * @param arguments directory, keys, and seed
   */
  public static void main(String[] arguments) throws Exception {
    Path place = Path.of(arguments[0]);
    KeyLookups lookups = KeyLookups.of(LookupKind.CHRONICLE_MAP, new DiskDirectory(place));
    TestKeys keys = TestKeys.of(Integer.parseInt(arguments[1]), Long.parseLong(arguments[2]));
    try (MemoryContext memory = MemoryContext.root("writer", MemoryContext.UNLIMITED)) {
      KeyLookup lookup = keys.open(lookups, memory);
      keys.addAll(lookup, 10, 7);
      lock(place, keys.hash(0));
    }
  }

  private static void lock(Path place, long hash) throws Exception {
    try (Stream<Path> files = Files.list(place)) {
      Path map = files.filter(file -> file.toString().endsWith(".map")).findFirst().orElseThrow();
      ChronicleMap<Long, Integer> same =
          ChronicleMap.of(Long.class, Integer.class).entries(1).createPersistedTo(map.toFile());
      ExternalMapQueryContext<Long, Integer, ?> context = same.queryContext(hash);
      context.writeLock().lock();
      Runtime.getRuntime().halt(137);
    }
  }
}
