// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.frontend;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds {@code {name:Type}} in SQL, outside of literals, quoted names and comments. */
public final class ParameterScanner {

  private static final Pattern SKIPPED_OR_PARAMETER =
      Pattern.compile(
          "'(?:[^'\\\\]|\\\\.|'')*'|`[^`]*`|\"[^\"]*\"|--[^\n]*|/\\*.*?\\*/"
              + "|\\{\\s*(?<name>\\w+)\\s*:\\s*(?<type>[^{}]+?)\\s*\\}",
          Pattern.DOTALL);

  private ParameterScanner() {}

  /** Type text by name, in order of first use. */
  public static Map<String, String> find(String sql) {
    Map<String, String> found = new LinkedHashMap<>();
    Matcher matcher = SKIPPED_OR_PARAMETER.matcher(sql);
    while (matcher.find()) {
      String name = matcher.group("name");
      if (name != null) {
        found.putIfAbsent(name, matcher.group("type"));
      }
    }
    return found;
  }
}
