// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.storage.arrow.catalog.Catalog;
import io.twinhouse.storage.arrow.catalog.CatalogState;
import io.twinhouse.storage.arrow.commit.FrozenParts;
import io.twinhouse.storage.arrow.file.Directory;
import io.twinhouse.storage.arrow.table.PartSelection;
import io.twinhouse.storage.arrow.table.StoredTable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What FREEZE keeps below {@code shadow} in the store's directory: for each name a store of its
 * own, with the frozen parts and the definitions of their tables. Rows are brought back by opening
 * it, or by copying it away first. Statements take turns.
 */
final class ShadowCopies {

  private static final String PLACE = "shadow";

  private final Directory root;

  ShadowCopies(Directory root) {
    this.root = root;
  }

  /**
   * Copies parts of a table.
   *
   * @param name of the copy; null for the next number
   * @throws TwinhouseException DIRECTORY_ALREADY_EXISTS
   */
  synchronized void freeze(
      CatalogState.Entry entry, StoredTable table, PartSelection which, @Nullable String name)
      throws IOException {
    if (!root.isDurable()) {
      throw new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED,
          "FREEZE is not supported by a house in memory: there is no directory for the copy");
    }
    if (table.parts().stream().noneMatch(part -> which.test(part.name(), part.partitionId()))) {
      return;
    }
    Directory shadow = root.directory(PLACE);
    Directory copy = shadow.directory(name == null ? nextNumber(shadow) : escaped(name));
    // the parts come last: until their manifest is there, the copy's table is empty
    Catalog.include(copy, entry);
    table.partitions().freeze(which, copy.directory(entry.directory()));
  }

  private static String nextNumber(Directory shadow) throws IOException {
    long last = 0;
    for (String name : shadow.directories()) {
      if (name.matches("[0-9]{1,18}")) {
        last = Math.max(last, Long.parseLong(name));
      }
    }
    return Long.toString(last + 1);
  }

  /** Removes parts of a copy, and what is empty then. */
  synchronized void unfreeze(CatalogState.Entry entry, PartSelection which, String name)
      throws IOException {
    String escaped = escaped(name);
    if (!root.directories().contains(PLACE)) {
      return;
    }
    Directory shadow = root.directory(PLACE);
    if (!shadow.directories().contains(escaped)) {
      return;
    }
    Directory copy = shadow.directory(escaped);
    if (!copy.directories().contains(entry.directory())
        || FrozenParts.remove(copy.directory(entry.directory()), which)) {
      return;
    }
    Catalog.exclude(copy, entry);
    copy.deleteDirectory(entry.directory());
    if (copy.directories().isEmpty()) {
      shadow.deleteDirectory(escaped);
    }
  }

  /** A name as the server writes it into a path: letters, digits and underscores as they are. */
  private static String escaped(String name) {
    StringBuilder text = new StringBuilder();
    for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xff);
      boolean plain = c == '_' || c < 128 && Character.isLetterOrDigit(c);
      text.append(plain ? String.valueOf(c) : String.format(Locale.ROOT, "%%%02X", (int) c));
    }
    return text.toString();
  }
}
