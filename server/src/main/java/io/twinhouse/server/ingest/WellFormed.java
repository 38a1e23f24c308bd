// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.ingest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Puts U+FFFD in the place of each half of a surrogate pair whose other half is missing: such text
 * has no UTF-8, and one of them in a deep corner of a payload would spoil the whole insert.
 */
final class WellFormed {

  private static final char REPLACEMENT = '\uFFFD';

  private WellFormed() {}

  /** The value with all its texts well formed, keys of maps too. */
  static @Nullable Object of(@Nullable Object value) {
    if (value instanceof CharSequence text) {
      return text(text.toString());
    }
    if (value instanceof Map<?, ?> map) {
      Map<String, @Nullable Object> changed = new LinkedHashMap<>();
      map.forEach((key, inner) -> changed.put(text(String.valueOf(key)), of(inner)));
      return changed;
    }
    if (value instanceof Iterable<?> list) {
      List<@Nullable Object> changed = new ArrayList<>();
      list.forEach(inner -> changed.add(of(inner)));
      return changed;
    }
    return value;
  }

  private static String text(String text) {
    StringBuilder whole = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean pair =
          Character.isHighSurrogate(c)
              && i + 1 < text.length()
              && Character.isLowSurrogate(text.charAt(i + 1));
      if (pair) {
        i++;
      } else if (Character.isSurrogate(c)) {
        whole = whole == null ? new StringBuilder(text) : whole;
        whole.setCharAt(i, REPLACEMENT);
      }
    }
    return whole == null ? text : whole.toString();
  }
}
