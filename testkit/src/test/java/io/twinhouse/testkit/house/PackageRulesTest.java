// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.testkit.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The package rules find what the sample house does wrong, and nothing else. */
final class PackageRulesTest {
  private static final String SAMPLE = "io.twinhouse.testkit.house.sample";

  private static PackageRules packages;

  @BeforeAll
  static void importSample() {
    packages = PackageRules.overTestsOf(SAMPLE);
  }

  @Test
  void testsAreLeftOutUnlessAskedFor() {
    assertThat(packages.size()).isEqualTo(4);
    assertThat(PackageRules.over(SAMPLE).size()).isZero();
  }

  @Test
  void aStrangerIsFound() {
    assertThat(packages.mustNotUse("order", SAMPLE + ".right..", SAMPLE + ".middle.."))
        .singleElement()
        .satisfies(
            violation -> {
              assertThat(violation.subject()).isEqualTo(SAMPLE + ".right.Right");
              assertThat(violation.detail()).contains("middle.Middle");
            });
    assertThat(packages.mustNotUse("order", SAMPLE + ".left..", SAMPLE + ".right..")).isEmpty();
  }

  @Test
  void aUseInANestedTypeOrAnArrayCounts() {
    assertThat(packages.mustNotUse("order", SAMPLE + ".left..", SAMPLE + ".middle.."))
        .extracting(Violation::subject)
        .containsExactly(SAMPLE + ".left.Left");
  }

  @Test
  void aLibraryOutsideItsDoorIsFound() {
    assertThat(packages.confine("door", "java.nio.file..", SAMPLE + "..", SAMPLE + ".left"))
        .extracting(Violation::subject)
        .containsExactly(SAMPLE + ".middle.Middle");
    assertThat(packages.confine("door", "java.nio.file..", SAMPLE + "..", SAMPLE + ".middle"))
        .isEmpty();
  }

  @Test
  void aCircleIsFound() {
    assertThat(packages.cycles("cycle", SAMPLE))
        .singleElement()
        .satisfies(
            violation -> {
              assertThat(violation.size()).isEqualTo(2);
              assertThat(violation.detail())
                  .contains(SAMPLE + ".left <-> " + SAMPLE + ".middle", "Middle -> Left")
                  .doesNotContain("Right");
            });
  }

  @Test
  void circlesAreToldApart() {
    Map<String, Map<String, String>> edges =
        Map.of(
            "a", Map.of("b", ""),
            "b", Map.of("c", ""),
            "c", Map.of("a", "", "d", ""),
            "d", Map.of("e", ""),
            "e", Map.of("d", ""),
            "f", Map.of("a", ""));
    assertThat(PackageCycles.find(edges))
        .containsExactly(List.of("a", "b", "c"), List.of("d", "e"));
  }
}
