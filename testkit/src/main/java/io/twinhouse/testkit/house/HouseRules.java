// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.testkit.house;

import java.util.List;
import java.util.stream.Stream;

/** All rules over sources, as they hold for every module. */
public final class HouseRules {
  private HouseRules() {}

  /** The rules, each with its own name. */
  public static List<SourceRule> all() {
    return Stream.of(SizeRules.all(), NameRules.all(), DocumentationRules.all(), TextRules.all())
        .flatMap(List::stream)
        .toList();
  }

  /**
   * The rule of this name.
   *
   * @throws IllegalArgumentException when there is none
   */
  public static SourceRule named(String name) {
    return all().stream()
        .filter(rule -> rule.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no house rule is called " + name));
  }
}
