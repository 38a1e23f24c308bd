// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.testing;

import org.junit.jupiter.api.Test;

/** The README's example, as it stands there. */
@EmbeddedHouse(migrations = "/migrations", now = "2026-01-03T10:00:00Z")
final class VisitsTest {
  @Test
  void countsVisitors(TestHouse house) {
    house
        .assertThat("SELECT day, uniqExact(user) AS users FROM visits GROUP BY day ORDER BY day")
        .returns(house.row("2026-01-01", 2), house.row("2026-01-02", 1))
        .peakMemory()
        .isBelow("1 MiB");
  }
}
