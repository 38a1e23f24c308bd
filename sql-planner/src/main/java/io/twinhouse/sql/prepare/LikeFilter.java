// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.prepare;

import io.twinhouse.sql.statement.Inspection;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** LIKE over names: {@code %} is any text, {@code _} any char. */
record LikeFilter(@Nullable Pattern pattern, boolean negated) {

  static LikeFilter of(Inspection.@Nullable Filter filter) {
    if (!(filter instanceof Inspection.Like like)) {
      return new LikeFilter(null, false);
    }
    StringBuilder regexp = new StringBuilder();
    String text = like.pattern();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\' && i + 1 < text.length()) {
        i++;
        regexp.append(Pattern.quote(String.valueOf(text.charAt(i))));
      } else if (c == '%') {
        regexp.append(".*");
      } else {
        regexp.append(c == '_' ? "." : Pattern.quote(String.valueOf(c)));
      }
    }
    int flags = Pattern.DOTALL | (like.ignoreCase() ? Pattern.CASE_INSENSITIVE : 0);
    return new LikeFilter(Pattern.compile(regexp.toString(), flags), like.negated());
  }

  boolean accepts(String name) {
    return pattern == null || pattern.matcher(name).matches() != negated;
  }
}
