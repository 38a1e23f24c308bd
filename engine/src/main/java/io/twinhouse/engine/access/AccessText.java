// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.access;

import io.twinhouse.engine.type.Quoting;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Names and values as the server writes them in definitions. */
final class AccessText {

  private static final List<String> QUOTED_WORDS = List.of("DISTINCT", "ALL", "TABLE", "NULL");

  private AccessText() {}

  static String quoted(String name) {
    boolean plain =
        name.matches("[A-Za-z_][A-Za-z0-9_]*")
            && !QUOTED_WORDS.contains(name.toUpperCase(Locale.ROOT));
    return plain ? name : oneLine(Quoting.name(name));
  }

  static String string(String text) {
    return oneLine(Quoting.text(text));
  }

  /** A definition is a line of a file. */
  private static String oneLine(String quoted) {
    return quoted.replace("\n", "\\n").replace("\r", "\\r");
  }

  /** A setting's value: a number as it is, anything else as a string. */
  static String value(String value) {
    return value.matches("-?[0-9]+(\\.[0-9]+)?") ? value : string(value);
  }

  static String settings(List<SettingRule> rules) {
    return rules.isEmpty()
        ? ""
        : rules.stream()
            .map(SettingRule::toString)
            .collect(Collectors.joining(", ", " SETTINGS ", ""));
  }
}
