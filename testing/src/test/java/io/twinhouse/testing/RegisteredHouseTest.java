// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.testing;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A house for the whole class, and what failed assertions say. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class RegisteredHouseTest {

  @RegisterExtension
  static final TwinhouseExtension HOUSES =
      TwinhouseExtension.house().migrations("migrations").perClass().build();

  private static final String VISITORS =
      "SELECT day, uniqExact(user) AS users FROM visits GROUP BY day ORDER BY day";

  @Test
  @Order(1)
  void matchesItsSnapshot(TestHouse house) {
    house.assertThat(VISITORS).matchesSnapshot("visitors");
    assertThatThrownBy(() -> house.assertThat("SELECT 1").matchesSnapshot("visitors"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("/snapshots/visitors.tsv holds\n2026-01-01\t2\n")
        .hasMessageContaining("but it was\n1\n");
    assertThatThrownBy(() -> house.assertThat("SELECT 1").matchesSnapshot("none"))
        .hasMessageContaining("There is no /snapshots/none.tsv");
    house.execute("INSERT INTO visits VALUES ('2026-02-01', 'eve')");
  }

  @Test
  @Order(2)
  void theNextMethodSeesWhatTheLastLeft(TestHouse house) {
    house.assertThat("SELECT count() FROM visits WHERE user = 'eve'").returns(house.row(1));
  }

  @Test
  @Order(3)
  void failuresSayWhatWasWantedAndWhatWas(TestHouse house) {
    assertThatThrownBy(() -> house.assertThat("SELECT 1").returns(house.row(2)))
        .hasMessage("Expected the query\nSELECT 1\nto return\n2\nbut it was\n1\n");
    assertThatThrownBy(() -> house.assertThat("SELECT 1").failsWith(60))
        .hasMessageContaining("to fail with code 60 but it returned\n1");
    assertThatThrownBy(() -> house.assertThat("SELECT x").failsWith(60))
        .hasMessageContaining("to fail with code 60 but it failed with Code: 47");
    assertThatThrownBy(() -> house.assertThat("SELECT 1").returnsTheSameAs("SELECT 2"))
        .hasMessageContaining("to return what\nSELECT 2\nreturns\n2\nbut it was\n1");
    assertThatThrownBy(() -> house.assertThat(VISITORS).peakMemory().isBelow("64 B"))
        .hasMessageContaining("to hold less than 64 bytes but it held")
        .hasMessageContaining("most was held by ");
    assertThatThrownBy(
            () ->
                house
                    .assertThat("SELECT groupArray(user) FROM visits")
                    .peakMemory()
                    .growsSlowerThan(
                        1.1,
                        5_000,
                        (fresh, rows) ->
                            fresh.execute(
                                "INSERT INTO visits SELECT today(), toString(number) FROM numbers("
                                    + rows
                                    + ")")))
        .hasMessageContaining("to grow less than 1.10 times from 5,000 to 40,000 rows but it grew");
    assertThatThrownBy(() -> house.assertThat("SELECT 1").peakMemory().isBelow("much"))
        .hasMessage("'much' is no size; write for instance 50 MiB, 512 KiB or 4096");
  }
}
