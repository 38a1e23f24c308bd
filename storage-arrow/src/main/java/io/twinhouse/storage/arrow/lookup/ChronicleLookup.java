// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.lookup;

import java.io.File;
import java.io.IOException;
import net.openhft.chronicle.map.ChronicleMap;
import net.openhft.chronicle.map.ChronicleMapBuilder;

/**
 * A Chronicle Map from hashes to ids. A key whose hash another has already stands under a hash of
 * that hash, and so on. The one class that touches the library, which takes seconds to load.
 */
final class ChronicleLookup implements KeyLookup {

  static {
    // its makers would be told of its use if an application brings the library that does so
    System.setProperty("chronicle.analytics.disable", "true");
  }

  /** How far beyond its capacity a map may grow where hashes crowd in a segment. */
  private static final double BLOAT = 4;

  private final ChronicleMap<Long, Integer> map;
  private final long capacity;
  private final Keys keys;
  private volatile boolean distinct = true;

  /**
   * Opens a map that was closed while its hashes were distinct, or makes an empty one where there
   * is no file. A map that was not closed may not be opened: a writer that died in it has left
   * locks behind, for which the next one waits a minute.
   *
   * @param capacity how many entries the map was made for
   */
  ChronicleLookup(File file, long capacity, Keys keys) throws IOException {
    try {
      this.map =
          ChronicleMapBuilder.of(Long.class, Integer.class)
              .name("lookup")
              .entries(capacity)
              .maxBloatFactor(BLOAT)
              .checksumEntries(false)
              .createPersistedTo(file);
    } catch (RuntimeException e) {
      throw new IOException("the map cannot be opened: " + e.getMessage(), e);
    }
    this.capacity = capacity;
    this.keys = keys;
  }

  long capacity() {
    return capacity;
  }

  /** Whether it has as many entries as it was made for. */
  boolean isFull() {
    return map.longSize() >= capacity;
  }

  @Override
  public int find(long hash, Matcher matcher) {
    for (long at = hash; ; at = next(at)) {
      Integer id = map.get(at);
      if (id == null) {
        return NONE;
      }
      if (matcher.matches(id)) {
        return id;
      }
    }
  }

  @Override
  public void add(long hash, int id) {
    for (long at = hash; ; at = next(at)) {
      Integer other = map.putIfAbsent(at, id);
      if (other == null || other == id) {
        return;
      }
      distinct &= keys.hash(other) != hash;
    }
  }

  private static long next(long hash) {
    long mixed = (hash + 0x9E3779B97F4A7C15L) * 0xD6E8FEB86659FD93L;
    return mixed ^ mixed >>> 32;
  }

  @Override
  public boolean hasDistinctHashes() {
    return distinct;
  }

  @Override
  public void close() {
    map.close();
  }
}
