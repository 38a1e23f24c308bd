// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.crash;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What must be in the table: rows by insert and partition. One thread. */
final class CrashHistory {

  /** Rows of one insert in one partition. */
  record Place(long id, int partition) {}

  private Map<Place, Long> acknowledged = new HashMap<>();
  private @Nullable CrashStep tried;
  private long next = 1;
  private long steps;

  /** Takes a line of the workload's. */
  void line(String line) {
    if (line.startsWith("try ")) {
      tried = CrashStep.parse(line);
      if (tried.kind() == CrashStep.Kind.INSERT) {
        next = tried.id() + 1;
      }
    } else if (line.equals("did")) {
      acknowledged = after();
      tried = null;
      steps++;
    }
  }

  /** The number of an insert that was never tried. */
  long next() {
    return next;
  }

  /** How many changes were acknowledged. */
  long steps() {
    return steps;
  }

  Map<Place, Long> acknowledged() {
    return acknowledged;
  }

  /** With the change that was not acknowledged. */
  Map<Place, Long> after() {
    Map<Place, Long> changed = new HashMap<>(acknowledged);
    CrashStep step = tried;
    if (step == null) {
      return changed;
    }
    switch (step.kind()) {
      case INSERT -> {
        for (int p = 0; p < CrashStep.PARTITIONS; p++) {
          if (step.rowsIn(p) > 0) {
            changed.put(new Place(step.id(), p), (long) step.rowsIn(p));
          }
        }
      }
      case DELETE, LIGHT_DELETE -> changed.keySet().removeIf(place -> place.id() == step.id());
      case DROP_PARTITION -> changed.keySet().removeIf(place -> place.partition() == step.id());
      case MERGE, UPDATE, MOVE -> {
        // the same rows
      }
    }
    return changed;
  }

  /** Goes on from what was found. */
  void adopt(Map<Place, Long> found) {
    acknowledged = new HashMap<>(found);
    tried = null;
  }

  @Override
  public String toString() {
    return acknowledged.size() + " places acknowledged, then " + tried;
  }
}
