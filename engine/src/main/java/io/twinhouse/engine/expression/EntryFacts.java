// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.expression;

import io.twinhouse.engine.column.Dictionary;
import io.twinhouse.engine.memory.MemoryContext;
import io.twinhouse.engine.memory.Reservation;
import java.util.HashMap;
import java.util.Map;

/**
 * What the evaluators along one partition's rows have found out about entries of dictionaries: a
 * filter that normalised a text spares the projection above it the same work. Kept by partition and
 * not by query, so that what a partition holds does not depend on what another was faster to learn.
 * For one thread at a time.
 */
public final class EntryFacts implements AutoCloseable {

  private final Reservation memory;
  private final Map<Subject, EntrySet> unchanged = new HashMap<>();

  /**
   * @param context where the facts are reserved
   */
  public EntryFacts(MemoryContext context) {
    memory = new Reservation(context);
  }

  private record Subject(String expression, Dictionary dictionary) {}

  /** The entries that an expression of one text is known to leave as they are. */
  EntrySet unchangedBy(String expression, Dictionary dictionary) {
    EntrySet known =
        unchanged.computeIfAbsent(new Subject(expression, dictionary), s -> new EntrySet(memory));
    known.reach(dictionary.size());
    return known;
  }

  @Override
  public void close() {
    unchanged.clear();
    memory.close();
  }
}
