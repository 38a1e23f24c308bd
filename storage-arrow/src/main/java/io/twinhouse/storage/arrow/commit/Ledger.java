// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.commit;

import io.twinhouse.storage.arrow.part.PartId;
import java.util.List;

/**
 * What a manifest keeps of a table besides the parts that are read. Immutable.
 *
 * @param inserts the newest ones
 * @param detached parts that were put aside, in order
 * @param arrived the id of the {@link PartitionMove} that brought the newest parts, empty for none;
 *     the next commit forgets it
 */
public record Ledger(InsertLog inserts, List<DetachedPart> detached, String arrived) {

  public static final Ledger EMPTY = new Ledger(InsertLog.EMPTY, List.of(), "");

  public Ledger {
    detached = List.copyOf(detached);
  }

  /** With another account of inserts. */
  public Ledger with(InsertLog other) {
    return new Ledger(other, detached, "");
  }

  /** With other parts put aside. */
  public Ledger with(List<DetachedPart> other) {
    return new Ledger(inserts, other, "");
  }

  /** As it is in the commit that takes in the parts of a move. */
  public Ledger after(PartitionMove move) {
    return new Ledger(inserts, detached, move.id());
  }

  /** As it is after a move is over. */
  public Ledger settled() {
    return new Ledger(inserts, detached, "");
  }

  boolean isDetached(PartId id) {
    return detached.stream().anyMatch(part -> part.id().number() == id.number());
  }
}
