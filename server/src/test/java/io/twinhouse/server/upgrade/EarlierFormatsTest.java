// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinhouse.engine.api.Twinhouse;
import io.twinhouse.engine.memory.MemoryContext;
import io.twinhouse.server.http.EndpointOptions;
import io.twinhouse.server.http.HttpEndpoint;
import io.twinhouse.storage.arrow.check.StoreCheck;
import io.twinhouse.storage.arrow.file.DiskDirectory;
import io.twinhouse.storage.arrow.format.v1.FormatV1;
import io.twinhouse.testkit.LeakCheck;
import io.twinhouse.testkit.clickhouse.ClickHouseHttp;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A store of an earlier format is whole, answers as the real server does, takes new rows beside the
 * old ones, and answers the same when merges have written all of it anew.
 */
final class EarlierFormatsTest {

  private static final List<String> TABLES =
      List.of("everything", "events", "users", "names", "sums", "states", "documents");

  @RegisterExtension final LeakCheck leaks = new LeakCheck();

  @ParameterizedTest
  @ValueSource(strings = "format-1")
  void storesOfEarlierFormatsStayReadable(String format, @TempDir Path place) throws IOException {
    leaks.watchFiles(place);
    StoreSample sample = StoreSample.unpack(format, place);
    requireSound(sample);
    try (Twinhouse engine = Twinhouse.open("arrow:" + sample.store())) {
      requireAnswers(engine, sample, "as it was");
      engine.execute("INSERT INTO sample.sums VALUES ('2030-01-01', 1, 1)");
      engine.execute("INSERT INTO sample.users VALUES (3, 'new', '2026-01-04', 9, 0)");
      engine.execute("ALTER TABLE sample.users DELETE WHERE version = 9");
      engine.execute("ALTER TABLE sample.sums DELETE WHERE day = '2030-01-01'");
      requireAnswers(engine, sample, "after rows have come and gone");
      TABLES.forEach(table -> engine.execute("OPTIMIZE TABLE sample." + table + " FINAL"));
      requireAnswers(engine, sample, "written anew");
    }
    requireSound(sample);
    try (Twinhouse engine = Twinhouse.open("arrow:" + sample.store())) {
      requireAnswers(engine, sample, "written anew and opened again");
    }
  }

  private static void requireAnswers(Twinhouse engine, StoreSample sample, String when) {
    SoftAssertions all = new SoftAssertions();
    try (HttpEndpoint endpoint = HttpEndpoint.start(engine, EndpointOptions.DEFAULT)) {
      ClickHouseHttp ours = ClickHouseHttp.at(endpoint.uri());
      sample
          .answers()
          .forEach(
              (query, answer) ->
                  all.assertThat(new String(ours.answer(query).body(), StandardCharsets.ISO_8859_1))
                      .as(when + ": " + query)
                      .isEqualTo(answer));
    }
    all.assertAll();
  }

  private static void requireSound(StoreSample sample) throws IOException {
    try (MemoryContext memory = MemoryContext.root("check", MemoryContext.UNLIMITED)) {
      assertThat(StoreCheck.run(new DiskDirectory(sample.store()), new FormatV1(), memory))
          .isEmpty();
    }
  }
}
