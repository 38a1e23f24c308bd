// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.catalog;

import io.twinhouse.engine.format.Formats;
import io.twinhouse.engine.function.AggregateCombinator;
import io.twinhouse.engine.function.AggregateFunction;
import io.twinhouse.engine.function.FunctionRegistry;
import io.twinhouse.engine.function.FunctionTraits;
import io.twinhouse.engine.function.ScalarFunction;
import io.twinhouse.engine.function.Spelling;
import io.twinhouse.engine.setting.SettingCatalog;
import io.twinhouse.engine.setting.SettingDefinition;
import io.twinhouse.sql.print.SqlPrinter;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What the engine knows by name: functions, settings, formats, types, engines. */
final class KnownNames {

  private static final List<String> SORTED_ENGINES =
      List.of(
          "AggregatingMergeTree",
          "CoalescingMergeTree",
          "CollapsingMergeTree",
          "MergeTree",
          "ReplacingMergeTree",
          "SummingMergeTree",
          "VersionedCollapsingMergeTree");

  private static final Set<String> PLAIN_ENGINES =
      Set.of(
          "Join",
          "Log",
          "MaterializedView",
          "Memory",
          "Null",
          "Set",
          "StripeLog",
          "TinyLog",
          "View");

  private KnownNames() {}

  static void functions(SystemRows rows) {
    FunctionRegistry registry = FunctionRegistry.standard();
    for (ScalarFunction function : registry.scalars()) {
      add(rows, function.name(), function.traits(), false);
    }
    for (AggregateFunction function : registry.aggregates()) {
      add(rows, function.name(), function.traits(), true);
    }
  }

  /** Functions that users made, by their lambdas' texts. */
  static void made(SystemRows rows, Map<String, String> lambdas) {
    for (Map.Entry<String, String> function : lambdas.entrySet()) {
      String name = function.getKey();
      rows.add(
          "name",
          name,
          "is_aggregate",
          false,
          "case_insensitive",
          false,
          "create_query",
          "CREATE FUNCTION "
              + ShownText.of(SqlPrinter.name(name))
              + " AS "
              + ShownText.of(function.getValue()),
          "origin",
          "SQLUserDefined");
    }
  }

  private static void add(SystemRows rows, String name, FunctionTraits traits, boolean aggregate) {
    add(rows, name, "", traits, aggregate);
    for (String alias : traits.aliases()) {
      add(rows, alias, name, traits, aggregate);
    }
  }

  private static void add(
      SystemRows rows, String name, String aliasTo, FunctionTraits traits, boolean aggregate) {
    rows.add(
        "name",
        name,
        "is_aggregate",
        aggregate,
        "case_insensitive",
        Spelling.isAnyCase(name, traits),
        "alias_to",
        aliasTo,
        "origin",
        "System",
        "categories",
        aliasTo.isEmpty() ? traits.family() : "",
        "deterministic",
        aggregate ? null : traits.deterministic());
  }

  static void settings(SystemRows rows, Map<String, String> changed) {
    for (SettingDefinition setting : SettingCatalog.standard().all()) {
      String value = changed.get(setting.name());
      rows.add(
          "name", setting.name(),
          "value", value == null ? setting.defaultValue() : value,
          "changed", value != null,
          "type", setting.type(),
          "default", setting.defaultValue(),
          "alias_for", setting.aliasFor(),
          "tier", "Production");
    }
  }

  static void tableSettings(SystemRows rows) {
    for (TableSettings.Setting setting : TableSettings.all()) {
      rows.add(
          "name", setting.name(),
          "value", setting.defaultValue(),
          "default", setting.defaultValue(),
          "type", setting.type(),
          "readonly", setting.readonly(),
          "tier", setting.tier());
    }
  }

  static void formats(SystemRows rows) {
    Set<String> known = Formats.names();
    for (String line : SystemSchemas.lines("formats.tsv")) {
      String[] fields = line.split("\t", -1);
      if (known.contains(fields[0])) {
        rows.add(
            "name", fields[0],
            "is_input", isOne(fields[1]) && Formats.reads(fields[0]),
            "is_output", isOne(fields[2]) && Formats.writes(fields[0]),
            "supports_parallel_parsing", isOne(fields[3]),
            "supports_parallel_formatting", isOne(fields[4]),
            "is_tty_friendly", isOne(fields[5]),
            "content_type", fields[6],
            "supports_random_access", isOne(fields[7]),
            "has_schema_inference", isOne(fields[8]),
            "has_external_schema", isOne(fields[9]),
            "prefers_large_blocks", isOne(fields[10]),
            "supports_append", isOne(fields[11]),
            "supports_subsets_of_columns", isOne(fields[12]));
      }
    }
  }

  private static boolean isOne(String text) {
    return text.equals("1");
  }

  static void engines(SystemRows rows) {
    for (String name : SORTED_ENGINES) {
      rows.add(
          "name", name,
          "supports_settings", true,
          "supports_skipping_indices", true,
          "supports_projections", true,
          "supports_sort_order", true,
          "supports_ttl", true,
          "supports_parallel_insert", true);
    }
    for (String name : new TreeSet<>(PLAIN_ENGINES)) {
      rows.add(
          "name",
          name,
          "supports_settings",
          name.equals("Memory") || name.endsWith("Log"),
          "supports_parallel_insert",
          name.equals("Memory") || name.equals("Null"));
    }
  }

  static Set<String> engineNames() {
    Set<String> names = new TreeSet<>(PLAIN_ENGINES);
    names.addAll(SORTED_ENGINES);
    return names;
  }

  static void databaseEngines(SystemRows rows) {
    rows.add("name", "Atomic", "syntax", "ENGINE = Atomic");
    rows.add("name", "Memory", "syntax", "ENGINE = Memory");
  }

  static void types(SystemRows rows) {
    for (String line : SystemSchemas.lines("data-type-families.tsv")) {
      String[] fields = line.split("\t", -1);
      rows.add("name", fields[0], "case_insensitive", isOne(fields[1]), "alias_to", fields[2]);
    }
  }

  static void combinators(SystemRows rows) {
    for (AggregateCombinator combinator : FunctionRegistry.standard().combinators()) {
      rows.add("name", combinator.suffix(), "is_internal", combinator.suffix().equals("Null"));
    }
  }

  static void timeZones(SystemRows rows) {
    new TreeSet<>(ZoneId.getAvailableZoneIds())
        .stream()
            .filter(zone -> !zone.startsWith("SystemV/"))
            .forEach(zone -> rows.add("time_zone", zone));
  }
}
