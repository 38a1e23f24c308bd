// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.testkit.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

final class RatchetTest {
  private static final List<String> RULES = List.of("file-length");
  private static final Ratchet RATCHET =
      Ratchet.parse(
          List.of("# exceptions", "", "file-length A.java 900 # grew up early", "tab B.java 1"));

  @Test
  void aKnownViolationPasses() {
    assertThat(RATCHET.judge(RULES, List.of(violation("A.java", 900)))).isEmpty();
  }

  @Test
  void aNewOneDoesNot() {
    assertThat(RATCHET.judge(RULES, List.of(violation("A.java", 900), violation("C.java", 801))))
        .singleElement()
        .asString()
        .contains("C.java 801");
  }

  @Test
  void noneMayGrow() {
    assertThat(RATCHET.judge(RULES, List.of(violation("A.java", 901))))
        .singleElement()
        .asString()
        .contains("A.java 901 (at most 900)");
  }

  @Test
  void whatWasWonStaysWon() {
    assertThat(RATCHET.judge(RULES, List.of(violation("A.java", 850))))
        .singleElement()
        .asString()
        .contains("lower it to 850");
    assertThat(RATCHET.judge(RULES, List.of())).singleElement().asString().contains("take it out");
  }

  @Test
  void exceptionsOfOtherRulesAreLeftAlone() {
    assertThat(RATCHET.judge(List.of("type-name"), List.of())).isEmpty();
  }

  @Test
  void sizesOfOneSubjectAreAdded() {
    Violation once = new Violation("tab", "B.java", 1, "first");
    Violation again = new Violation("tab", "B.java", 1, "second");
    assertThat(RATCHET.judge(List.of("tab"), List.of(once, again)))
        .singleElement()
        .asString()
        .contains("B.java 2", "first", "second");
  }

  @Test
  void aLineThatIsNoExceptionIsRefused() {
    assertThatThrownBy(() -> Ratchet.parse(List.of("file-length A.java")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("rule subject size");
    assertThatThrownBy(() -> new Violation("tab", "two words", 1, ""))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Violation violation(String subject, int size) {
    return new Violation("file-length", subject, size, "too long");
  }
}
