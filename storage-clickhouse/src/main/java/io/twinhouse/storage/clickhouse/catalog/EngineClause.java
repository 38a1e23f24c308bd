// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.clickhouse.catalog;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The engine clause of a table as {@code system.tables.engine_full} prints it; of its parts only
 * those that have no column of their own there.
 */
record EngineClause(List<String> arguments, @Nullable String ttl, Map<String, String> settings) {

  static EngineClause parse(String engineFull) {
    int settingsAt = SqlText.findKeyword(engineFull, "SETTINGS");
    String before = settingsAt < 0 ? engineFull : engineFull.substring(0, settingsAt);
    int ttlAt = SqlText.findKeyword(before, "TTL");
    return new EngineClause(
        arguments(before),
        ttlAt < 0 ? null : before.substring(ttlAt + "TTL".length()).strip(),
        settingsAt < 0 ? Map.of() : settings(engineFull.substring(settingsAt + 8)));
  }

  private static List<String> arguments(String text) {
    int open = text.indexOf('(');
    int space = text.indexOf(' ');
    if (open < 0 || (space >= 0 && space < open)) {
      return List.of();
    }
    return SqlText.splitList(text.substring(open + 1, SqlText.next(text, open) - 1));
  }

  private static Map<String, String> settings(String text) {
    Map<String, String> settings = new LinkedHashMap<>();
    for (String setting : SqlText.splitList(text)) {
      int equals = setting.indexOf('=');
      settings.put(
          setting.substring(0, equals).strip(), unquoted(setting.substring(equals + 1).strip()));
    }
    return settings;
  }

  private static String unquoted(String value) {
    if (!value.startsWith("'")) {
      return value;
    }
    return value.substring(1, value.length() - 1).replace("\\'", "'").replace("\\\\", "\\");
  }
}
