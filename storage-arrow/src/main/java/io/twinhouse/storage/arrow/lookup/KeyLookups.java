// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.lookup;

import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.storage.arrow.file.Directory;
import org.jspecify.annotations.Nullable;

/** Makes the look-ups of one table. Thread-safe. */
public final class KeyLookups {

  /** Where maps are; null for look-ups on the heap. */
  private final @Nullable Directory maps;

  private KeyLookups(@Nullable Directory maps) {
    this.maps = maps;
  }

  /** Look-ups on the heap. */
  public static KeyLookups onHeap() {
    return new KeyLookups(null);
  }

  /**
   * Look-ups of a table.
   *
   * @param kind what is wished; a directory that is not on disk has no files to map
   * @param directory of the table
   */
  public static KeyLookups of(LookupKind kind, Directory directory) {
    boolean mapped = kind == LookupKind.CHRONICLE_MAP && directory.path().isPresent();
    return mapped ? new KeyLookups(directory) : onHeap();
  }

  /**
   * A look-up of all keys that there are now.
   *
   * @param name tells the look-ups of the table apart; any text
   * @param memory what it takes on the heap; closed with it
   */
  public KeyLookup open(String name, KeyLookup.Keys keys, Reservation memory) {
    return maps == null
        ? new OpenAddressingLookup(keys, keys.size(), memory)
        : new MappedLookup(new LookupFiles(maps, name), keys, memory);
  }
}
