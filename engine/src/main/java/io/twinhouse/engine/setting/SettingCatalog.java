// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.setting;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.setting.SettingDefinition.Kind;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * All settings of ClickHouse 26.7 by name, with types and defaults as its system.settings lists
 * them, and with what becomes of them here. Immutable and thread-safe; loaded at first use.
 */
public final class SettingCatalog {

  private static final SettingCatalog INSTANCE = new SettingCatalog();

  private final SortedMap<String, SettingDefinition> definitions = new TreeMap<>();
  private final Map<String, String[]> choices = new HashMap<>();

  private SettingCatalog() {
    for (String line : lines("settings.tsv")) {
      String[] parts = line.split("\t", -1);
      Kind kind = Kind.valueOf(parts[4].toUpperCase(Locale.ROOT));
      String value = parts[1].equals("MaxThreads") ? threadsOfThisMachine(parts[2]) : parts[2];
      definitions.put(parts[0], new SettingDefinition(parts[0], parts[1], value, parts[3], kind));
    }
    for (String line : lines("setting-types.tsv")) {
      String[] parts = line.split("\t", -1);
      choices.put(parts[0], parts);
    }
  }

  /** The list was written on a machine with another number of processors, maybe. */
  private static String threadsOfThisMachine(String recorded) {
    return recorded.startsWith("auto(")
        ? "auto(" + Runtime.getRuntime().availableProcessors() + ")"
        : recorded;
  }

  /** Whether a setting is the user's own, text for getSetting: those are called {@code SQL_...}. */
  public static boolean isCustom(String name) {
    return name.startsWith("SQL_");
  }

  public static SettingCatalog standard() {
    return INSTANCE;
  }

  private static List<String> lines(String resource) {
    InputStream stream = SettingCatalog.class.getResourceAsStream(resource);
    if (stream == null) {
      throw new IllegalStateException("no resource " + resource);
    }
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      List<String> lines = new ArrayList<>();
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        lines.add(line);
      }
      return lines;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All settings, in order of name. */
  public Collection<SettingDefinition> all() {
    return definitions.values();
  }

  /**
   * The setting called {@code name}.
   *
   * @throws TwinhouseException UNKNOWN_SETTING, with names that are close
   */
  public SettingDefinition get(String name) {
    SettingDefinition definition = definitions.get(name);
    if (definition == null) {
      throw new TwinhouseException(
          ErrorCode.UNKNOWN_SETTING, "Unknown setting '" + name + "'" + hint(name));
    }
    return definition;
  }

  public boolean contains(String name) {
    return definitions.containsKey(name);
  }

  /** The values of an enumerated type of settings; none where a type has no such list. */
  public List<String> values(String type) {
    String[] row = choices.get(type);
    return row == null || row.length < 4 ? List.of() : List.of(row[3].split(","));
  }

  /** The choices of an enumerated type: type, error number, error name, values; or null. */
  String @Nullable [] choices(String type) {
    return choices.get(type);
  }

  /** The closest names by edit distance, at most two, where one is close enough to be meant. */
  private String hint(String name) {
    int limit = name.length() < 4 ? 1 : 2;
    String lower = name.toLowerCase(Locale.ROOT);
    List<String> close =
        definitions.keySet().stream()
            .filter(n -> Math.abs(n.length() - name.length()) <= limit)
            .filter(n -> distance(n, lower) <= limit)
            .sorted(Comparator.comparingInt((String n) -> distance(n, lower)))
            .limit(2)
            .toList();
    return close.isEmpty() ? "" : ": Maybe you meant ['" + String.join("','", close) + "']";
  }

  private static int distance(String a, String b) {
    int[] previous = new int[b.length() + 1];
    int[] current = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      current[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        current[j] = Math.min(change, Math.min(previous[j], current[j - 1]) + 1);
      }
      int[] swapped = previous;
      previous = current;
      current = swapped;
    }
    return previous[b.length()];
  }
}
