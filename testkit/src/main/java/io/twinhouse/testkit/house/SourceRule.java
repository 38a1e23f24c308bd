// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.testkit.house;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * One rule over the sources. Implementations hold no state: the same tree gives the same answer.
 */
public interface SourceRule {

  /** In kebab case, as the ratchet file spells it. */
  String name();

  /** Everything in the tree that breaks the rule, in no particular order. */
  List<Violation> check(SourceTree tree);

  /** A rule from its name and a function that lists what breaks it. */
  static SourceRule of(String name, Function<SourceTree, Stream<Finding>> findings) {
    return new NamedSourceRule(name, findings);
  }

  /**
   * A violation whose rule is known from where it was found.
   *
   * @param subject see {@link Violation#subject()}
   * @param size see {@link Violation#size()}
   * @param detail see {@link Violation#detail()}
   */
  record Finding(String subject, int size, String detail) {}
}
