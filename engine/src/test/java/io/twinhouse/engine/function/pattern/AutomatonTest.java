// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.twinhouse.engine.RandomColumns;
import io.twinhouse.engine.function.scalar.string.TextMatcher;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A table says the same as RE2, for drawn patterns and texts. */
final class AutomatonTest {

  private static final List<String> ATOMS =
      List.of(
          "a",
          "b",
          "é",
          ".",
          "[ab]",
          "[^a]",
          "[a-c0-2]",
          "[^b-z]",
          "\\d",
          "\\w",
          "\\s",
          "\\.",
          "[-a]",
          "[]a]",
          "ab",
          "-",
          "\\-",
          "😀",
          "[\\d_]");
  private static final List<String> TIMES =
      List.of("", "", "", "*", "+", "?", "{2}", "{1,3}", "{2,}", "*?", "{0,1}?");
  private static final List<String> LETTERS =
      List.of("a", "b", "c", "é", "1", "2", "_", "-", ".", "\n", " ", "😀", "]", "x");

  private final long seed = RandomColumns.seed();
  private final RandomColumns random = new RandomColumns(seed);

  @Test
  void saysTheSameAsRe2() {
    int tables = 0;
    for (int round = 0; round < 3000; round++) {
      String pattern =
          (random.below(3) == 0 ? "^" : "") + choice(2) + (random.below(3) == 0 ? "$" : "");
      Pattern compiled = Pattern.compile(pattern, Pattern.DOTALL);
      Automaton table = Automaton.of(pattern);
      tables += table == null ? 0 : 1;
      for (int i = 0; table != null && i < 8; i++) {
        byte[] text = text().getBytes(StandardCharsets.UTF_8);
        assertThat(table.matches(text, 0, text.length))
            .as(
                "%s on %s, -Dtwinhouse.seed=%x",
                pattern, new String(text, StandardCharsets.UTF_8), seed)
            .isEqualTo(TextMatcher.of(compiled, text).find());
      }
    }
    assertThat(tables).isGreaterThan(1500);
  }

  @Test
  void leavesWhatItCannotSayToRe2() {
    for (String pattern :
        List.of(
            "(?i)a",
            "\\bx",
            "a|b$",
            "(^a)",
            "[[:alpha:]]",
            "\\pL",
            "\\x41",
            "[é]",
            "x{",
            "(a{50}){40}{3}")) {
      assertThat(Automaton.of(pattern)).as(pattern).isNull();
    }
  }

  @Test
  void readsAnyTextThatRe2Compiles() {
    String signs = "ab^$.|?*+()[]{}\\-,01é";
    for (int round = 0; round < 20_000; round++) {
      StringBuilder made = new StringBuilder();
      for (int i = random.below(8); i > 0; i--) {
        made.append(signs.charAt(random.below(signs.length())));
      }
      Pattern compiled = compile(made.toString());
      Automaton table = compiled == null ? null : Automaton.of(made.toString());
      for (int i = 0; table != null && i < 4; i++) {
        byte[] text = text().getBytes(StandardCharsets.UTF_8);
        assertThat(table.matches(text, 0, text.length))
            .as(
                "%s on %s, -Dtwinhouse.seed=%x",
                made, new String(text, StandardCharsets.UTF_8), seed)
            .isEqualTo(TextMatcher.of(compiled, text).find());
      }
    }
  }

  private static @Nullable Pattern compile(String pattern) {
    try {
      return Pattern.compile(pattern, Pattern.DOTALL);
    } catch (PatternSyntaxException e) {
      return null;
    }
  }

  private String choice(int depth) {
    String row = row(depth);
    return random.below(5) == 0 ? row + "|" + row(depth) : row;
  }

  private String row(int depth) {
    StringBuilder made = new StringBuilder();
    for (int i = random.below(4); i >= 0; i--) {
      boolean group = depth > 0 && random.below(4) == 0;
      String atom = group ? "(" + choice(depth - 1) + ")" : ATOMS.get(random.below(ATOMS.size()));
      made.append(atom).append(TIMES.get(random.below(TIMES.size())));
    }
    return made.toString();
  }

  private String text() {
    StringBuilder made = new StringBuilder();
    for (int i = random.below(10); i > 0; i--) {
      made.append(LETTERS.get(random.below(LETTERS.size())));
    }
    return made.toString();
  }
}
