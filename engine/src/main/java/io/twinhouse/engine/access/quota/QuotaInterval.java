// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.access.quota;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a quota allows within an interval. Immutable.
 *
 * @param seconds its length
 * @param randomized whether it begins anywhere instead of at a multiple of its length
 * @param limits counts by resource; none for an interval that is only counted
 */
public record QuotaInterval(long seconds, boolean randomized, Map<QuotaResource, Long> limits) {

  private static final List<Unit> UNITS =
      List.of(
          new Unit("year", 31_556_952),
          new Unit("quarter", 7_889_238),
          new Unit("week", 604_800),
          new Unit("month", 2_629_746),
          new Unit("day", 86_400),
          new Unit("hour", 3_600),
          new Unit("minute", 60),
          new Unit("second", 1));

  /** A unit of time as long as it is on average. */
  private record Unit(String word, long seconds) {}

  public QuotaInterval {
    limits = Map.copyOf(limits);
  }

  /** The seconds of a unit by its name in small letters, on average; 0 if it has none. */
  public static long secondsOf(String unit) {
    return UNITS.stream().filter(u -> u.word().equals(unit)).mapToLong(Unit::seconds).sum();
  }

  /** {@code RANDOMIZED INTERVAL 1 hour}. */
  public static String text(long seconds, boolean randomized) {
    Unit unit = UNITS.get(UNITS.size() - 1);
    for (int i = UNITS.size() - 1; i >= 0 && seconds > 0; i--) {
      unit = seconds % UNITS.get(i).seconds() == 0 ? UNITS.get(i) : unit;
    }
    return (randomized ? "RANDOMIZED INTERVAL " : "INTERVAL ")
        + seconds / unit.seconds()
        + " "
        + unit.word();
  }

  /** The limit of a resource; null for none. */
  public @Nullable Long limit(QuotaResource resource) {
    return limits.get(resource);
  }

  /** {@code FOR INTERVAL 1 hour MAX queries = 5}, as definitions write it. */
  public String definition() {
    String listed =
        limits.keySet().stream()
            .sorted()
            .map(r -> r.word() + " = " + r.text(limits.getOrDefault(r, 0L)))
            .collect(Collectors.joining(", "));
    return "FOR "
        + text(seconds, randomized)
        + (listed.isEmpty() ? " TRACKING ONLY" : " MAX " + listed);
  }
}
