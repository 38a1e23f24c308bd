// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.json;

import com.google.re2j.Pattern;
import io.twinhouse.engine.type.JsonType;
import java.util.List;

/** The paths that a JSON type leaves out. */
final class SkippedPaths {

  private final List<String> paths;
  private final List<Pattern> patterns;

  SkippedPaths(JsonType type) {
    paths = type.skipped();
    patterns = type.skippedPatterns().stream().map(Pattern::compile).toList();
  }

  /** Whether the path, or one that leads to it, is left out. */
  boolean has(String path) {
    for (String skipped : paths) {
      boolean begins = path.startsWith(skipped);
      if (begins && (path.length() == skipped.length() || path.charAt(skipped.length()) == '.')) {
        return true;
      }
    }
    return patterns.stream().anyMatch(pattern -> pattern.matcher(path).find());
  }
}
