// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.differential;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinhouse.engine.api.Twinhouse;
import io.twinhouse.engine.setting.SettingCatalog;
import io.twinhouse.engine.setting.SettingDefinition;
import io.twinhouse.engine.setting.SettingDefinition.Kind;
import io.twinhouse.testkit.RandomSource;
import io.twinhouse.testkit.Seed;
import io.twinhouse.testkit.clickhouse.ClickHouseHttp;
import io.twinhouse.testkit.clickhouse.RealClickHouse;
import io.twinhouse.testkit.clickhouse.RequiresClickHouse;
import io.twinhouse.testkit.house.SourceFile;
import io.twinhouse.testkit.house.SourceTree;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A setting is honoured, refused away from its default, or changes no answer. Some settings are
 * drawn and changed on both houses; {@code -Dtwinhouse.settings=2000} for all of them. Those of
 * formats are in FormatSettingsTest: answers here are unformatted.
 */
@RequiresClickHouse
@ExtendWith(Seed.class)
final class SettingsTest {

  private static final Pattern LITERAL = Pattern.compile("\"([a-zA-Z_0-9]+)\"");
  private static final int SETTINGS = Integer.getInteger("twinhouse.settings", 6);

  /** Settings of tables that the code names, obsolete ones of queries by the same name. */
  private static final Set<String> OF_TABLES = Set.of("lightweight_mutation_projection_mode");

  /** A setting of the server that the table lacks, or with another type or default, shows here. */
  @Test
  void theTableHasTheServersSettings() {
    String listed =
        RealClickHouse.get()
            .http()
            .query("SELECT name, type, default, alias_for FROM system.settings ORDER BY name");
    String known =
        SettingCatalog.standard().all().stream()
            .map(s -> List.of(s.name(), s.type(), s.defaultValue(), s.aliasFor()))
            .map(cells -> String.join("\t", cells) + "\n")
            .collect(Collectors.joining());
    assertThat(known.lines().toList()).containsAll(listed.lines().toList());
  }

  /** Whoever teaches the engine a setting says so in the table, and the other way round. */
  @Test
  void honouredSettingsAreThoseThatTheCodeNames() throws IOException {
    TreeSet<String> named = new TreeSet<>();
    for (SourceFile file : SourceTree.ofRepository().files()) {
      if (file.isMainJava()) {
        Matcher literals = LITERAL.matcher(file.text());
        while (literals.find()) {
          named.add(literals.group(1));
        }
      }
    }
    List<String> unlike =
        SettingCatalog.standard().all().stream()
            .filter(setting -> setting.aliasFor().isEmpty() && !setting.refused())
            .filter(s -> (s.kind() == Kind.HONOURED) != named.contains(s.name()))
            .filter(s -> !OF_TABLES.contains(s.name()))
            .map(SettingDefinition::name)
            .toList();
    assertThat(unlike).isEmpty();
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
      for (ChangedSetting setting :
          ChangedSetting.draw(random, SETTINGS, s -> !s.name().contains("format_"))) {
        for (Map.Entry<String, String> query : usual.entrySet()) {
          String difference = difference(server, engine, query, setting.toString());
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

  private static List<String> queries() throws IOException {
    try (InputStream in = SettingsTest.class.getResourceAsStream("/differential/settings.sql")) {
      String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().filter(line -> !line.startsWith("#")).toList();
    }
  }
}
