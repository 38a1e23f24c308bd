// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.commit;

import io.twinhouse.engine.spi.Mutation;
import io.twinhouse.storage.arrow.part.PartId;
import java.util.ArrayList;
import java.util.List;

/**
 * What a manifest keeps of a table besides the parts that are read. Immutable.
 *
 * @param inserts the newest ones
 * @param detached parts that were put aside, in order
 * @param mutations the newest ones, oldest first
 * @param arrived the id of the {@link PartitionMove} that brought the newest parts, empty for none;
 *     the next commit forgets it
 */
public record Ledger(
    InsertLog inserts, List<DetachedPart> detached, List<Mutation.Done> mutations, String arrived) {

  public static final Ledger EMPTY = new Ledger(InsertLog.EMPTY, List.of(), List.of(), "");

  /** The server too forgets those before, unless a table says otherwise. */
  private static final int MOST_MUTATIONS = 100;

  public Ledger {
    detached = List.copyOf(detached);
    mutations = List.copyOf(mutations);
  }

  /** With another account of inserts. */
  public Ledger with(InsertLog other) {
    return new Ledger(other, detached, mutations, "");
  }

  /** With other parts put aside. */
  public Ledger with(List<DetachedPart> other) {
    return new Ledger(inserts, other, mutations, "");
  }

  /** As it is in the commit that takes in the parts of a move. */
  public Ledger after(PartitionMove move) {
    return new Ledger(inserts, detached, mutations, move.id());
  }

  /** As it is after a move is over. */
  public Ledger settled() {
    return new Ledger(inserts, detached, mutations, "");
  }

  /** With one mutation more, which may have several commands. */
  public Ledger with(long number, long createdSeconds, List<String> commands) {
    List<Mutation.Done> all = new ArrayList<>(mutations);
    commands.forEach(text -> all.add(new Mutation.Done(number, createdSeconds, text)));
    int surplus = Math.max(0, all.size() - MOST_MUTATIONS);
    return new Ledger(inserts, detached, all.subList(surplus, all.size()), "");
  }

  /** Without any account of mutations. */
  public Ledger withoutMutations() {
    return new Ledger(inserts, detached, List.of(), "");
  }

  /** Without a mutation and all its commands. */
  public Ledger withoutMutation(String id) {
    List<Mutation.Done> left = mutations.stream().filter(done -> !done.id().equals(id)).toList();
    return new Ledger(inserts, detached, left, "");
  }

  boolean isDetached(PartId id) {
    return detached.stream().anyMatch(part -> part.id().number() == id.number());
  }
}
