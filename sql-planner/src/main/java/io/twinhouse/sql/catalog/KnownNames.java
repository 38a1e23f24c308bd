// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.catalog;

import io.twinhouse.engine.function.AggregateFunction;
import io.twinhouse.engine.function.FunctionRegistry;
import io.twinhouse.engine.function.FunctionTraits;
import io.twinhouse.engine.function.ScalarFunction;
import io.twinhouse.engine.setting.SettingCatalog;
import io.twinhouse.engine.setting.SettingDefinition;
import java.util.Map;

/** What the engine knows by name: functions and settings. */
final class KnownNames {

  private KnownNames() {}

  static RowsBuilder functions() {
    RowsBuilder rows =
        new RowsBuilder(
            "name", "String",
            "is_aggregate", "UInt8",
            "case_insensitive", "UInt8",
            "alias_to", "String",
            "categories", "String");
    FunctionRegistry registry = FunctionRegistry.standard();
    for (ScalarFunction function : registry.scalars()) {
      add(rows, function.name(), function.traits(), false);
    }
    for (AggregateFunction function : registry.aggregates()) {
      add(rows, function.name(), function.traits(), true);
    }
    return rows;
  }

  private static void add(
      RowsBuilder rows, String name, FunctionTraits traits, boolean aggregate) {
    rows.add(name, aggregate, traits.caseInsensitive(), "", traits.family());
    for (String alias : traits.aliases()) {
      rows.add(alias, aggregate, traits.caseInsensitive(), name, traits.family());
    }
  }

  static RowsBuilder settings(Map<String, String> changed) {
    RowsBuilder rows =
        new RowsBuilder(
            "name", "String",
            "value", "String",
            "changed", "UInt8",
            "type", "String",
            "default", "String");
    for (SettingDefinition setting : SettingCatalog.standard().all()) {
      String value = changed.get(setting.name());
      rows.add(
          setting.name(),
          value == null ? setting.defaultValue() : value,
          value != null,
          setting.type(),
          setting.defaultValue());
    }
    return rows;
  }
}
