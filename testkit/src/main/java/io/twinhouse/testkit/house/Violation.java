// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.testkit.house;

import java.util.Comparator;

/**
 * One place that breaks one rule.
 *
 * @param rule the rule's name, in kebab case
 * @param subject what breaks it, without blanks: a path, a type, a package; the same from run to
 *     run although lines move
 * @param size how much: lines, parameters, occurrences, packages; 1 where there is nothing to count
 * @param detail for the reader: what is wrong and what to do
 */
public record Violation(String rule, String subject, int size, String detail)
    implements Comparable<Violation> {
  private static final Comparator<Violation> ORDER =
      Comparator.comparing(Violation::rule)
          .thenComparing(Violation::subject)
          .thenComparing(Violation::size)
          .thenComparing(Violation::detail);

  public Violation {
    if (rule.isBlank() || subject.isBlank() || subject.chars().anyMatch(Character::isWhitespace)) {
      throw new IllegalArgumentException(
          "a violation needs a rule and a subject without blanks: " + subject);
    }
    if (size < 1) {
      throw new IllegalArgumentException("size " + size + " of " + rule + " " + subject);
    }
  }

  @Override
  public int compareTo(Violation other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return rule + " " + subject + " " + size + ": " + detail;
  }
}
