// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.testing;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** Rows of files: with names of columns in any order, with defaults for those left out. */
@EmbeddedHouse(
    sql = "INSERT INTO visits VALUES ('2026-03-01', 'zoe', 9)",
    scripts = "/rows/visits.sql",
    data = {"/rows/visits.csv", "visits=/rows/more.tsv", "/rows/visits.jsonl"})
final class DataFilesTest {

  static final HouseDefinition HOUSES =
      TwinhouseExtension.house()
          .script("/rows/visits.sql")
          .data("/rows/visits.csv")
          .data("visits=/rows/more.tsv")
          .data("rows/visits.jsonl")
          .sql("INSERT INTO visits VALUES ('2026-03-01', 'zoe', 9)")
          .definition();

  static void assertAllRows(TestHouse house) {
    house
        .assertThat("SELECT day, user, pages FROM visits ORDER BY day, user")
        .returns(
            house.row("2026-01-01", "ann", 3),
            house.row("2026-01-01", "bob, \"the\" second", 1),
            house.row("2026-01-02", "cy\td", 1),
            house.row("2026-01-03", "dee", 4),
            house.row("2026-03-01", "zoe", 9));
  }

  @Test
  void fillTheirTables(TestHouse house) {
    assertAllRows(house);
  }

  @Test
  void whatIsNoFileOfRowsIsRefused() {
    TwinhouseExtensionBuilder builder = TwinhouseExtension.house();
    assertThatThrownBy(() -> builder.data("/rows/visits.txt"))
        .hasMessageContaining("tells no format");
    assertThatThrownBy(() -> builder.data("/rows/none.csv"))
        .hasMessageContaining("There is no /rows/none.csv");
  }
}
