// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.catalog;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Settings of tables, with the server's types and defaults. Those that only tune are accepted and
 * kept; those that would change answers are refused away from the default; others are unknown.
 */
public final class TableSettings {

  /**
   * One setting.
   *
   * @param readonly whether ALTER may not change it
   * @param tier Production, Beta, Experimental or Obsolete
   */
  record Setting(String name, String type, String defaultValue, boolean readonly, String tier) {}

  /** A number of thousands, or of powers of 1024. */
  private static final Pattern SIZE = Pattern.compile("'?[0-9]+[KMGTPEkmgtpe]i?'?");

  private static final SortedMap<String, Setting> ALL = new TreeMap<>();

  /** What has an effect that the embedded store does not have. */
  private static final Set<String> REFUSED =
      Set.of(
          "add_implicit_sign_column_constraint_for_collapsing_engine",
          "allow_summing_columns_in_partition_or_order_key",
          "allow_tuple_element_aggregation",
          "disk",
          "storage_policy",
          "table_disk",
          "columns_to_prewarm_mark_cache");

  static {
    for (String line : SystemSchemas.lines("merge-tree-settings.tsv")) {
      String[] fields = line.split("\t", -1);
      ALL.put(
          fields[0],
          new Setting(fields[0], fields[1], fields[2], fields[3].equals("1"), fields[4]));
    }
  }

  private TableSettings() {}

  /** Whether there is such a setting of tables. */
  public static boolean has(String name) {
    return ALL.containsKey(name);
  }

  static Collection<Setting> all() {
    return ALL.values();
  }

  /**
   * Checks the settings of a table of the MergeTree family.
   *
   * @throws TwinhouseException UNKNOWN_SETTING, NOT_IMPLEMENTED
   */
  public static void check(String engine, Map<String, String> settings) {
    settings.forEach((name, value) -> check(engine, name, value));
  }

  private static void check(String engine, String name, String value) {
    Setting setting = ALL.get(name);
    if (setting == null) {
      throw new TwinhouseException(
          ErrorCode.UNKNOWN_SETTING, "Unknown setting '" + name + "': for storage " + engine);
    }
    boolean number = setting.type().startsWith("UInt64") || setting.type().equals("Bool");
    boolean sized = !setting.type().equals("Bool") && SIZE.matcher(value).matches();
    if (number && !sized && !value.matches("[0-9]+|true|false|'[0-9]+'")) {
      throw new TwinhouseException(
          ErrorCode.CANNOT_PARSE_NUMBER,
          "Cannot parse '" + value + "' as the value of table setting " + name);
    }
    if (name.equals("index_granularity") && value.matches("'?0+([a-zA-Z].*)?")) {
      throw new TwinhouseException(
          ErrorCode.BAD_ARGUMENTS, "index_granularity: value 0 makes no sense.");
    }
    if (REFUSED.contains(name) && !value.equals(setting.defaultValue())) {
      throw new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED,
          "Table setting " + name + " = " + value + " is not supported by the embedded store");
    }
  }

  /**
   * Checks that ALTER may reset a setting.
   *
   * @throws TwinhouseException BAD_ARGUMENTS
   */
  public static void checkResettable(String name) {
    if (!ALL.containsKey(name)) {
      throw new TwinhouseException(
          ErrorCode.BAD_ARGUMENTS,
          "Cannot reset setting '"
              + name
              + "' because it doesn't exist for MergeTree engines family.");
    }
  }

  /**
   * Checks that ALTER may change a setting.
   *
   * @throws TwinhouseException READONLY
   */
  public static void checkChangeable(String engine, String name, String value) {
    check(engine, name, value);
    Setting setting = ALL.get(name);
    if (setting != null && setting.readonly()) {
      throw new TwinhouseException(
          ErrorCode.READONLY_SETTING,
          "Setting '" + name + "' is readonly for storage '" + engine + "'");
    }
  }
}
