// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.testkit.house;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** A rule that is a name and a function. */
record NamedSourceRule(String name, Function<SourceTree, Stream<SourceRule.Finding>> findings)
    implements SourceRule {

  @Override
  public List<Violation> check(SourceTree tree) {
    return findings
        .apply(tree)
        .map(finding -> new Violation(name, finding.subject(), finding.size(), finding.detail()))
        .toList();
  }
}
