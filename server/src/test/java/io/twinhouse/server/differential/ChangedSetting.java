// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.differential;

import io.twinhouse.engine.setting.SettingCatalog;
import io.twinhouse.engine.setting.SettingDefinition;
import io.twinhouse.testkit.RandomSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** A setting with a value that is not its default, as it stands in SETTINGS. */
public record ChangedSetting(String name, String value) {

  private static final Set<String> NUMBERS =
      Set.of("UInt64", "Int64", "NonZeroUInt64", "Int32", "UInt64Auto", "BoolAuto", "Char");
  private static final Set<String> MEASURES = Set.of("Float", "Double", "Seconds", "Milliseconds");

  /** {@code count} of the settings that this engine takes, each with a value drawn. */
  public static List<ChangedSetting> draw(
      RandomSource random, int count, Predicate<SettingDefinition> which) {
    List<SettingDefinition> taken =
        new ArrayList<>(
            SettingCatalog.standard().all().stream()
                .filter(setting -> !setting.refused() && setting.aliasFor().isEmpty())
                .filter(which)
                .filter(setting -> !values(setting).isEmpty())
                .toList());
    List<ChangedSetting> drawn = new ArrayList<>();
    while (drawn.size() < count && !taken.isEmpty()) {
      SettingDefinition setting = taken.remove(random.between(0, taken.size() - 1));
      drawn.add(new ChangedSetting(setting.name(), random.pick(values(setting))));
    }
    return drawn;
  }

  private static List<String> values(SettingDefinition setting) {
    String type = setting.type();
    List<String> values =
        type.equals("Bool")
            ? List.of("0", "1")
            : NUMBERS.contains(type)
                ? List.of("0", "1", "2")
                : MEASURES.contains(type)
                    ? List.of("1")
                    : type.equals("String")
                        ? List.of("x", "1")
                        : SettingCatalog.standard().values(type);
    return values.stream()
        .filter(value -> !value.equals(setting.defaultValue()))
        .map(value -> value.matches("[0-9]+") && !type.equals("String") ? value : quoted(value))
        .toList();
  }

  private static String quoted(String value) {
    return "'" + value + "'";
  }

  @Override
  public String toString() {
    return " SETTINGS " + name + " = " + value;
  }
}
