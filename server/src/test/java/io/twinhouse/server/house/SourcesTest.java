// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.house;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinhouse.testkit.house.HouseRules;
import io.twinhouse.testkit.house.SourceRule;
import io.twinhouse.testkit.house.SourceTree;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every source of the repository keeps the house rules; known exceptions stand in the ratchet. */
final class SourcesTest {
  private static SourceTree tree;

  @BeforeAll
  static void readRepository() throws IOException {
    tree = SourceTree.ofRepository();
  }

  static List<String> rules() {
    return HouseRules.all().stream().map(SourceRule::name).toList();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void sourcesKeepTheRule(String rule) {
    assertThat(HouseRatchet.read().judge(List.of(rule), HouseRules.named(rule).check(tree)))
        .isEmpty();
  }

  @Test
  void theWholeRepositoryIsRead() {
    assertThat(tree.files())
        .extracting(file -> file.path().replaceAll("/.*", ""))
        .contains(
            "engine",
            "sql-planner",
            "storage-arrow",
            "storage-clickhouse",
            "server",
            "testing",
            "jmh",
            "testkit",
            "docs",
            "pom.xml");
  }

  @Test
  void theRatchetNamesRulesThatExist() {
    assertThat(HouseRatchet.ruleNames())
        .isSubsetOf(
            java.util.stream.Stream.concat(rules().stream(), LayersTest.RULES.stream()).toList());
  }
}
