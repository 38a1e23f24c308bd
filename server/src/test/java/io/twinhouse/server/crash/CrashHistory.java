// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.crash;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What must be in the tables: rows by insert and partition. One thread. */
final class CrashHistory {

  /** Where rows are. */
  enum Home {
    TABLE,
    DETACHED,
    OTHER_TABLE,
    JOINED,
    SET
  }

  /** Rows of one insert in one partition. */
  record Place(long id, int partition, Home home) {
    Place in(Home other) {
      return new Place(id, partition, other);
    }
  }

  private Map<Place, Long> acknowledged = new HashMap<>();
  private @Nullable CrashStep tried;
  private long next = 1;
  private long steps;

  /** Takes a line of the workload's. */
  void line(String line) {
    if (line.startsWith("try ")) {
      tried = CrashStep.parse(line);
      if (tried.isInsert()) {
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
            changed.put(new Place(step.id(), p, Home.TABLE), (long) step.rowsIn(p));
          }
        }
      }
      case DELETE, LIGHT_DELETE ->
          changed.keySet().removeIf(p -> p.home() == Home.TABLE && p.id() == step.id());
      case DROP_PARTITION ->
          changed.keySet().removeIf(p -> p.home() == Home.TABLE && p.partition() == step.id());
      case DETACH -> carry(changed, step.id(), Home.TABLE, Home.DETACHED);
      case ATTACH -> carry(changed, step.id(), Home.DETACHED, Home.TABLE);
      case MOVE_OUT -> carry(changed, step.id(), Home.TABLE, Home.OTHER_TABLE);
      case MOVE_IN -> carry(changed, step.id(), Home.OTHER_TABLE, Home.TABLE);
      // what is detached stays with the old table, which goes
      case COPY -> changed.keySet().removeIf(p -> p.home() == Home.DETACHED);
      case JOIN_INSERT -> changed.put(new Place(step.id(), 0, Home.JOINED), (long) step.rows());
      case JOIN_TRUNCATE -> changed.keySet().removeIf(p -> p.home() == Home.JOINED);
      case SET_INSERT -> changed.put(new Place(step.id(), 0, Home.SET), (long) step.rows());
      case SET_TRUNCATE -> changed.keySet().removeIf(p -> p.home() == Home.SET);
      case MERGE, UPDATE -> {
        // the same rows
      }
    }
    return changed;
  }

  private static void carry(Map<Place, Long> rows, long partition, Home from, Home to) {
    for (Place place : List.copyOf(rows.keySet())) {
      if (place.partition() == partition && place.home() == from) {
        Long count = rows.remove(place);
        if (count != null) {
          rows.put(place.in(to), count);
        }
      }
    }
  }

  /** What is found once all that was detached is attached again. */
  static Map<Place, Long> attached(Map<Place, Long> rows) {
    Map<Place, Long> all = new HashMap<>();
    rows.forEach((p, n) -> all.put(p.home() == Home.DETACHED ? p.in(Home.TABLE) : p, n));
    return all;
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
