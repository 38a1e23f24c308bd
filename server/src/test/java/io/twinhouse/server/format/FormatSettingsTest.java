// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinhouse.server.differential.ChangedSetting;
import io.twinhouse.testkit.RandomSource;
import io.twinhouse.testkit.Seed;
import io.twinhouse.testkit.clickhouse.ClickHouseHttp;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A setting of formats is honoured, refused away from its default, or changes no byte of what is
 * written. Some are drawn and changed on both houses; {@code -Dtwinhouse.settings=200} for all.
 */
@ExtendWith(Seed.class)
final class FormatSettingsTest extends TwoEndpoints {

  private static final int SETTINGS = Integer.getInteger("twinhouse.settings", 4);

  FormatSettingsTest(ClickHouseHttp server) {
    super(
        server
            .with("max_threads", 1)
            .with("output_format_write_statistics", 0)
            .with("log_queries", 0));
  }

  @Test
  void noSettingOfFormatsIsIgnored(RandomSource random) throws IOException {
    ClickHouseHttp own = ours.with("output_format_write_statistics", 0);
    Map<String, byte[]> usual = new TreeMap<>();
    for (String query : queries()) {
      byte[] theirs = written(server, query);
      if (Arrays.equals(theirs, written(own, query))) {
        usual.put(query, Objects.requireNonNull(theirs));
      }
    }
    Map<String, String> ignored = new TreeMap<>();
    for (ChangedSetting setting :
        ChangedSetting.draw(random, SETTINGS, s -> s.name().contains("format"))) {
      for (Map.Entry<String, byte[]> query : usual.entrySet()) {
        String sql = query.getKey().replaceFirst("(?= FORMAT \\w+$)", setting.toString());
        byte[] theirs = written(server, sql);
        boolean changes = theirs != null && !Arrays.equals(theirs, query.getValue());
        byte[] written = changes ? written(own, sql) : null;
        if (written != null && !Arrays.equals(written, theirs)) {
          ignored.putIfAbsent(setting.name(), sql);
        }
      }
    }
    assertThat(ignored).as(Seed.replay()).isEmpty();
  }

  private static List<String> queries() throws IOException {
    try (InputStream in = FormatSettingsTest.class.getResourceAsStream("/formats/settings.sql")) {
      String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().filter(line -> !line.startsWith("#")).toList();
    }
  }
}
