// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.twinhouse.engine.function.scalar.string.TextMatcher;
import io.twinhouse.testkit.RandomSource;
import io.twinhouse.testkit.Seed;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A table says the same as RE2, for drawn patterns and texts. */
@ExtendWith(Seed.class)
class AutomatonTest {

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

  @Test
  void saysTheSameAsRe2(RandomSource random) {
    int tables = 0;
    for (int round = 0; round < 3000; round++) {
      String pattern =
          (random.oneIn(3) ? "^" : "") + choice(random, 2) + (random.oneIn(3) ? "$" : "");
      Pattern compiled = Pattern.compile(pattern, Pattern.DOTALL);
      Automaton table = Automaton.of(pattern);
      tables += table == null ? 0 : 1;
      for (int i = 0; table != null && i < 8; i++) {
        byte[] text = text(random).getBytes(StandardCharsets.UTF_8);
        assertThat(table.matches(text, 0, text.length))
            .as("%s on %s", pattern, new String(text, StandardCharsets.UTF_8))
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
  void readsAnyTextThatRe2Compiles(RandomSource random) {
    String signs = "ab^$.|?*+()[]{}\\-,01é";
    for (int round = 0; round < 20_000; round++) {
      StringBuilder made = new StringBuilder();
      for (int i = random.between(0, 7); i > 0; i--) {
        made.append(signs.charAt(random.between(0, signs.length() - 1)));
      }
      Pattern compiled = compile(made.toString());
      Automaton table = compiled == null ? null : Automaton.of(made.toString());
      for (int i = 0; table != null && i < 4; i++) {
        byte[] text = text(random).getBytes(StandardCharsets.UTF_8);
        assertThat(table.matches(text, 0, text.length))
            .as("%s on %s", made, new String(text, StandardCharsets.UTF_8))
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

  private static String choice(RandomSource random, int depth) {
    String row = row(random, depth);
    return random.oneIn(5) ? row + "|" + row(random, depth) : row;
  }

  private static String row(RandomSource random, int depth) {
    StringBuilder made = new StringBuilder();
    for (int i = random.between(0, 3); i >= 0; i--) {
      boolean group = depth > 0 && random.oneIn(4);
      String atom = group ? "(" + choice(random, depth - 1) + ")" : random.pick(ATOMS);
      made.append(atom).append(random.pick(TIMES));
    }
    return made.toString();
  }

  private static String text(RandomSource random) {
    StringBuilder made = new StringBuilder();
    for (int i = random.between(0, 9); i > 0; i--) {
      made.append(random.pick(LETTERS));
    }
    return made.toString();
  }
}
