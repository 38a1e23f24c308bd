// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.format.structure;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.twinhouse.engine.format.FormatSettings;
import io.twinhouse.engine.format.structure.Kind.Plain;
import org.junit.jupiter.api.Test;

/** What texts have to do with times. */
final class DatedTextTest {

  private static final StructureSettings SETTINGS = new StructureSettings(FormatSettings.DEFAULT);

  @Test
  void monthsAmongDigitsAreUnclear() {
    assertThat(DatedText.of("12 Jan 2020 ", SETTINGS)).isEqualTo(Plain.UNCLEAR);
    assertThat(DatedText.of("x\nMAY 12345", SETTINGS)).isEqualTo(Plain.UNCLEAR);
    assertThat(DatedText.of("May 1234", SETTINGS)).isNull();
  }

  @Test
  void longTextsTakeNoSquareOfTheirLength() {
    String digits = "1234x".repeat(200_000);
    assertTimeoutPreemptively(
        ofSeconds(20),
        () -> {
          assertThat(DatedText.of(digits, SETTINGS)).isNull();
          assertThat(NumberKind.of("1".repeat(1_000_000), true)).isNull();
        });
  }
}
