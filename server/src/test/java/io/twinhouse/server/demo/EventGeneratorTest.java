// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Drawn rows are the same on each run, and none lies in the future, whatever the clock says. */
final class EventGeneratorTest {

  @Test
  void twoRunsDrawTheSameRows() {
    assertThat(events(42, DemoOptions.NOW)).isEqualTo(events(42, DemoOptions.NOW));
    assertThat(events(42, DemoOptions.NOW)).isNotEqualTo(events(43, DemoOptions.NOW));
  }

  @Test
  void noEventLiesInTheFutureNorDoManyShareAMillisecond() {
    for (String clock :
        List.of(
            "2026-06-30T00:05:00Z",
            "2026-06-30T12:00:00Z",
            "2026-06-30T23:59:59.999Z",
            "2026-07-01T00:00:00Z",
            "2026-03-01T00:00:00.001Z")) {
      Instant now = Instant.parse(clock);
      Map<Long, Integer> moments = new HashMap<>();
      for (Event event : events(7, now)) {
        assertThat(event.atMillis()).as(clock).isLessThan(now.toEpochMilli());
        moments.merge(event.atMillis(), 1, Integer::sum);
      }
      assertThat(moments.values()).as(clock).allMatch(together -> together <= 4);
    }
  }

  private static List<Event> events(long seed, Instant now) {
    List<Event> events = new ArrayList<>();
    new EventGenerator(new DemoOptions(300, 60, 9, seed, now)).forEach(events::add);
    return events;
  }
}
