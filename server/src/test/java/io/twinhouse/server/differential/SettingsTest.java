// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.differential;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinhouse.engine.api.Twinhouse;
import io.twinhouse.engine.setting.SettingCatalog;
import io.twinhouse.engine.setting.SettingDefinition;
import io.twinhouse.testkit.RandomSource;
import io.twinhouse.testkit.Seed;
import io.twinhouse.testkit.clickhouse.ClickHouseHttp;
import io.twinhouse.testkit.clickhouse.RealClickHouse;
import io.twinhouse.testkit.clickhouse.RequiresClickHouse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A setting is honoured, refused away from its default, or changes no answer. Some settings are
 * drawn and changed on both houses; {@code -Dtwinhouse.settings=2000} for all of them.
 */
@RequiresClickHouse
@ExtendWith(Seed.class)
final class SettingsTest {

  private static final int SETTINGS = Integer.getInteger("twinhouse.settings", 6);

  @Test
  void theServersSettingsAreKnown() {
    String listed = RealClickHouse.get().http().query("SELECT name FROM system.settings");
    TreeSet<String> unknown = new TreeSet<>(listed.lines().toList());
    unknown.removeIf(SettingCatalog.standard()::contains);
    assertThat(unknown).isEmpty();
  }

  @Test
  void noSettingIsIgnoredThatChangesAnswers(RandomSource random) throws IOException {
    ClickHouseHttp server = RealClickHouse.get().http().with("max_threads", 1);
    List<String> queries = queries();
    Map<String, String> differences = new TreeMap<>();
    try (Twinhouse engine = Twinhouse.open("arrow:memory:")) {
      Map<String, String> usual = new HashMap<>();
      for (String query : queries) {
        String theirs = Answers.of(server, query);
        if (theirs.equals(Answers.of(engine, query))) {
          usual.put(query, theirs);
        }
      }
      for (SettingDefinition setting : drawn(random)) {
        String change = " SETTINGS " + setting.name() + " = " + changed(setting);
        for (Map.Entry<String, String> query : usual.entrySet()) {
          String difference = difference(server, engine, query, change);
          if (!difference.isEmpty()) {
            differences.putIfAbsent(setting.name(), difference);
          }
        }
      }
    }
    assertThat(differences).as(Seed.replay()).isEmpty();
  }

  /** What differs, or nothing; a limit that the server fails at changes no answer. */
  private static String difference(
      ClickHouseHttp server, Twinhouse engine, Map.Entry<String, String> query, String change) {
    String sql = query.getKey() + change;
    String theirs = Answers.of(server, sql);
    if (theirs.equals(query.getValue()) || theirs.startsWith("error ")) {
      return "";
    }
    String ours = Answers.of(engine, sql);
    return Answers.agree(theirs, ours) || Answers.isRefusal(ours)
        ? ""
        : sql + Answers.difference(theirs, ours) + "\n";
  }

  /**
   * Flags and numbers that this engine takes, but for those of formats: answers are unformatted.
   */
  private static List<SettingDefinition> drawn(RandomSource random) {
    List<SettingDefinition> taken =
        new ArrayList<>(
            SettingCatalog.standard().all().stream()
                .filter(setting -> !setting.refused() && setting.aliasFor().isEmpty())
                .filter(setting -> !setting.name().contains("format_"))
                .filter(setting -> setting.type().equals("Bool") || isNumber(setting))
                .toList());
    List<SettingDefinition> drawn = new ArrayList<>();
    while (drawn.size() < SETTINGS && !taken.isEmpty()) {
      drawn.add(taken.remove(random.between(0, taken.size() - 1)));
    }
    return drawn;
  }

  private static boolean isNumber(SettingDefinition setting) {
    return setting.type().equals("UInt64") || setting.type().equals("Int64");
  }

  private static String changed(SettingDefinition setting) {
    if (setting.type().equals("Bool")) {
      return setting.defaultValue().equals("1") ? "0" : "1";
    }
    return setting.defaultValue().equals("1") ? "2" : "1";
  }

  private static List<String> queries() throws IOException {
    try (InputStream in = SettingsTest.class.getResourceAsStream("/differential/settings.sql")) {
      String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().filter(line -> !line.startsWith("#")).toList();
    }
  }
}
