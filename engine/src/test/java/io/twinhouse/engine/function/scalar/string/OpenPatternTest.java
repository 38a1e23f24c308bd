// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.string;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.re2j.Pattern;
import io.twinhouse.engine.RandomColumns;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Matches are those of RE2 by the whole pattern. */
final class OpenPatternTest {

  private static final List<String> PATTERNS =
      List.of(
          "^https?://(?:www\\.)?([^/]+)/.*$",
          "(a|b)+(c?).*$",
          "a|b.*$",
          "(a|bc)*?(b*).*$",
          "a\\.*$",
          "a\\\\.*$",
          "[.*$",
          "[^]a].*$",
          "[a.*$]",
          "(a.*$)",
          "(?m)a.*$",
          "(?s:b).*$",
          "a?.*$",
          "b??(a*).*$",
          "é(.).*$",
          ".*$",
          "^.*$",
          "(b)(a)?.*$",
          "\\Qa\\E.*$",
          "[\\]a]b.*$",
          "[[:alpha:]]b.*$");

  private static final String[] PIECES = {
    "a", "b", "c", "bc", ".", "/", "\\", "\n", "é", "http://", "https://www.", "]", "$"
  };

  @Test
  void groupsAreThoseOfTheWholePattern() {
    long seed = RandomColumns.seed();
    Random random = new Random(seed);
    for (String source : PATTERNS) {
      Pattern pattern = compiled(source);
      if (pattern == null) {
        continue;
      }
      OpenPattern open = OpenPattern.of(pattern);
      for (int round = 0; round < 400; round++) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(9); i > 0; i--) {
          text.append(PIECES[random.nextInt(PIECES.length)]);
        }
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        assertThat(matches(open.matcher(bytes), bytes.length))
            .as("%s in %s, -Dtwinhouse.seed=%x", source, text, seed)
            .isEqualTo(matches(TextMatcher.of(pattern, bytes), bytes.length));
      }
    }
  }

  private static @Nullable Pattern compiled(String source) {
    try {
      return LikePattern.regexp(source);
    } catch (RuntimeException e) {
      return null; // not one of RE2's
    }
  }

  /** Where all groups of the first match lie, and of the next one. */
  private static List<Integer> matches(@Nullable TextMatcher matcher, int length) {
    List<Integer> found = new ArrayList<>();
    int at = 0;
    while (matcher != null && at <= length && found.size() < 20 && matcher.find(at)) {
      for (int group = 0; group <= matcher.groupCount(); group++) {
        found.add(matcher.start(group));
        found.add(matcher.end(group));
      }
      at = Math.max(at + 1, matcher.end());
    }
    return found;
  }
}
