// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.commit;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.storage.arrow.dictionary.TableDictionaries;
import io.twinhouse.storage.arrow.file.Directory;
import io.twinhouse.storage.arrow.part.Part;
import io.twinhouse.storage.arrow.part.PartId;
import io.twinhouse.storage.arrow.part.PartState;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A directory with copies of some parts of a table, as they were at one moment: it opens as a table
 * of its own. Files that never change are there by a second name; the dictionary log, which grows,
 * is copied. The manifest comes last, so that a copy that a crash has cut short is none.
 */
public final class FrozenParts {

  private FrozenParts() {}

  /**
   * Adds parts of a store; nobody publishes meanwhile.
   *
   * @throws TwinhouseException DIRECTORY_ALREADY_EXISTS if one of them is there already,
   *     NOT_IMPLEMENTED if parts are there that it was made of, or that are made of it
   */
  public static void add(PartStore store, Predicate<PartId> which, Directory copy)
      throws IOException {
    try (Snapshot snapshot = store.snapshot()) {
      // whatever the journal alone holds gets into files
      store.publish(snapshot.state(), Set.of());
      Directory source = store.directory();
      Manifest now = Manifest.read(source);
      Manifest before = Manifest.read(copy);
      List<Manifest.Entry> parts = new ArrayList<>(before.parts());
      for (Manifest.Entry part : now.parts()) {
        if (which.test(part.id())) {
          requireNew(part.id(), before);
          link(part, source, copy);
          parts.add(part);
        }
      }
      TableDictionaries.copyLog(source, now.dictionaryLength(), copy);
      copy.sync();
      new Manifest(now.nextNumber(), now.nextBlock(), now.dictionaryLength(), parts, Ledger.EMPTY)
          .write(copy);
      snapshot.state().parts().stream()
          .map(PartState::part)
          .filter(part -> which.test(part.id()))
          .forEach(Part::markFrozen);
    }
  }

  private static void requireNew(PartId part, Manifest before) {
    for (Manifest.Entry known : before.parts()) {
      if (known.id().equals(part)) {
        throw new TwinhouseException(
            ErrorCode.DIRECTORY_ALREADY_EXISTS,
            "Part " + part.name() + " is in the copy already; give the copy another name");
      }
      if (overlap(known.id(), part)) {
        throw new TwinhouseException(
            ErrorCode.NOT_IMPLEMENTED,
            "A copy with part "
                + part.name()
                + " besides part "
                + known.id().name()
                + ", which has rows of the same inserts, is not supported by the embedded store;"
                + " give the copy another name");
      }
    }
  }

  /** Whether rows of one insert may be in both. */
  private static boolean overlap(PartId left, PartId right) {
    return left.partition().equals(right.partition())
        && left.firstBlock() <= right.lastBlock()
        && right.firstBlock() <= left.lastBlock();
  }

  private static void link(Manifest.Entry part, Directory from, Directory to) throws IOException {
    from.link(part.id().file(), to);
    if (!part.rowsFile().isEmpty()) {
      from.link(part.rowsFile(), to);
    }
  }

  /**
   * Removes parts.
   *
   * @return whether any are left
   */
  public static boolean remove(Directory copy, Predicate<PartId> which) throws IOException {
    Manifest before = Manifest.read(copy);
    List<Manifest.Entry> left = new ArrayList<>();
    Set<String> gone = new HashSet<>();
    for (Manifest.Entry part : before.parts()) {
      if (which.test(part.id())) {
        gone.add(part.id().file());
        gone.add(part.rowsFile());
      } else {
        left.add(part);
      }
    }
    gone.remove("");
    if (!gone.isEmpty()) {
      new Manifest(
              before.nextNumber(),
              before.nextBlock(),
              before.dictionaryLength(),
              left,
              before.ledger())
          .write(copy);
      for (String file : gone) {
        copy.delete(file);
      }
    }
    return !left.isEmpty();
  }
}
