// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinhouse.engine.api.Twinhouse;
import io.twinhouse.server.http.EndpointOptions;
import io.twinhouse.server.http.HttpEndpoint;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Users with quotas: {@code quotas.tsv} holds what the real server said to users of a users.xml
 * with the quotas that {@code quotas.sql} makes. To record it anew, give a server the users and
 * quotas of that file as XML, ask each statement in order as its user, and put TIME for the times.
 */
final class QuotasTest {

  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @TempDir Path directory;

  private static List<String> lines(String name) throws IOException {
    try (InputStream in = QuotasTest.class.getResourceAsStream(name)) {
      assertThat(in).isNotNull();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }

  private static String ask(HttpEndpoint endpoint, String user, String sql) throws Exception {
    String answer = AccessAnswersTest.ask(endpoint, user, "", sql);
    return answer.replaceAll("end at [0-9: -]{19}", "end at TIME");
  }

  /** Who wants what where is for each parser to say. */
  private static String comparable(String answer) {
    return answer.startsWith("Code: 62.") ? "Code: 62." : answer.strip();
  }

  @Test
  void everybodyIsAnsweredAsByTheServer() throws Exception {
    SoftAssertions softly = new SoftAssertions();
    int count = 0;
    try (Twinhouse engine = Twinhouse.at("arrow:memory:").accessManagement(true).open();
        HttpEndpoint endpoint = HttpEndpoint.start(engine, EndpointOptions.DEFAULT)) {
      lines("quotas.sql").forEach(engine::execute);
      String asked = "";
      List<String> expected = new ArrayList<>();
      List<String> all = new ArrayList<>(lines("quotas.tsv"));
      all.add("end> ");
      for (String line : all) {
        if (!line.matches("[a-z]+> .*")) {
          expected.add(line);
          continue;
        }
        if (!asked.isEmpty()) {
          int end = asked.indexOf("> ");
          String seen = ask(endpoint, asked.substring(0, end), asked.substring(end + 2));
          softly
              .assertThat(comparable(seen))
              .as(asked)
              .isEqualTo(comparable(String.join("\n", expected)));
          count++;
        }
        asked = line;
        expected.clear();
      }
    }
    softly.assertAll();
    assertThat(count).isGreaterThan(80);
  }

  @Test
  void quotasOutliveTheEngineAndWhatIsUsedDoesNot() throws Exception {
    String url = "arrow:" + directory;
    String definition =
        "CREATE QUOTA `q q` KEYED BY client_key, user_name FOR RANDOMIZED INTERVAL 2 minute MAX"
            + " queries = 1, execution_time = 1.5, FOR INTERVAL 5 year TRACKING ONLY TO u";
    try (Twinhouse engine = Twinhouse.at(url).accessManagement(true).open();
        HttpEndpoint endpoint = HttpEndpoint.start(engine, EndpointOptions.DEFAULT)) {
      engine.execute("CREATE USER u; GRANT SELECT ON *.* TO u; CREATE USER w");
      engine.execute(definition);
      assertThat(ask(endpoint, "default", "SHOW CREATE QUOTA `q q`")).isEqualTo(definition);
      assertThat(ask(endpoint, "u", "SELECT count() FROM numbers(1)")).isEqualTo("1");
      assertThat(ask(endpoint, "u", "SELECT count() FROM numbers(1)")).contains("Code: 201.");
      assertThat(ask(endpoint, "default", "SELECT 1")).isEqualTo("1");
    }
    try (Twinhouse engine = Twinhouse.at(url).accessManagement(true).open();
        HttpEndpoint endpoint = HttpEndpoint.start(engine, EndpointOptions.DEFAULT)) {
      assertThat(ask(endpoint, "default", "SHOW CREATE QUOTA `q q`")).isEqualTo(definition);
      assertThat(ask(endpoint, "u", "SELECT count() FROM numbers(1)")).isEqualTo("1");
      engine.execute("ALTER QUOTA `q q` RENAME TO r NOT KEYED FOR INTERVAL 2 minute NO LIMITS");
      assertThat(ask(endpoint, "default", "SHOW CREATE QUOTA r"))
          .isEqualTo("CREATE QUOTA r FOR INTERVAL 5 year TRACKING ONLY TO u");
      assertThat(ask(endpoint, "u", "SELECT count() FROM numbers(1)")).isEqualTo("1");
      engine.execute("DROP QUOTA r");
      assertThat(ask(endpoint, "default", "SHOW QUOTAS")).isEmpty();
      assertThat(ask(endpoint, "u", "SELECT count() FROM numbers(1)")).isEqualTo("1");
    }
  }

  @Test
  void intervalsHaveALength() throws Exception {
    try (Twinhouse engine = Twinhouse.at("arrow:memory:").accessManagement(true).open();
        HttpEndpoint endpoint = HttpEndpoint.start(engine, EndpointOptions.DEFAULT)) {
      String quota = "CREATE QUOTA q FOR INTERVAL %s TRACKING ONLY";
      for (String none : new String[] {"0 hour", "0.5 second", "1 microsecond"}) {
        assertThat(ask(endpoint, "default", quota.formatted(none)))
            .contains("Code: 36. ", "Quota interval duration must be positive, got 0 seconds.");
      }
      assertThat(ask(endpoint, "default", quota.formatted("99999999999999999999 year")))
          .contains("Code: 36. ", "Quota interval duration is out of range.");
      assertThat(ask(endpoint, "default", quota.formatted("1000000 year"))).isEmpty();
    }
  }

  /** A clock that is set by hand. */
  private static final class SetClock extends Clock {
    final AtomicReference<Instant> now =
        new AtomicReference<>(Instant.parse("2026-01-02T03:04:05Z"));

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now.get();
    }
  }

  @Test
  void anIntervalBeginsAnewWhenItIsOver() throws Exception {
    SetClock clock = new SetClock();
    try (Twinhouse engine =
            Twinhouse.at("arrow:memory:").accessManagement(true).clock(clock).open();
        HttpEndpoint endpoint = HttpEndpoint.start(engine, EndpointOptions.DEFAULT)) {
      engine.execute("CREATE USER u; GRANT SELECT ON *.* TO u");
      engine.execute("CREATE QUOTA q FOR INTERVAL 10 minute MAX queries = 1 TO ALL EXCEPT default");
      String sql = "SELECT count() FROM numbers(1)";
      assertThat(ask(endpoint, "u", sql)).isEqualTo("1");
      String exceeded = AccessAnswersTest.ask(endpoint, "u", "", sql);
      assertThat(exceeded)
          .isEqualTo(
              "Code: 201. DB::Exception: Quota for user `u` for 600s has been exceeded: queries ="
                  + " 2/1. Interval will end at 2026-01-02 03:10:00. Name of quota template: `q`."
                  + " (QUOTA_EXCEEDED)");
      clock.now.set(Instant.parse("2026-01-02T03:10:00Z"));
      assertThat(ask(endpoint, "u", sql)).isEqualTo("1");
      assertThat(ask(endpoint, "u", "SELECT start_time, end_time, queries FROM system.quota_usage"))
          .isEqualTo("2026-01-02 03:10:00\t2026-01-02 03:20:00\t1");
    }
  }

  @Test
  void whatAQuotaRefusesIsOver() throws Exception {
    try (Twinhouse engine = Twinhouse.at("arrow:memory:").accessManagement(true).open();
        HttpEndpoint endpoint = HttpEndpoint.start(engine, EndpointOptions.DEFAULT)) {
      engine.execute("CREATE USER u; GRANT SELECT, DROP TABLE ON *.* TO u");
      engine.execute("CREATE QUOTA q FOR INTERVAL 1 day MAX queries = 1 TO u");
      assertThat(ask(endpoint, "u", "DROP TABLE nosuch")).contains("Code: 60.");
      assertThat(ask(endpoint, "u", "DROP TABLE nosuch")).contains("Code: 201.");
      assertThat(ask(endpoint, "default", "SELECT query FROM system.processes WHERE user = 'u'"))
          .isEmpty();
    }
  }

  private static String keyed(HttpEndpoint endpoint, String parameters, String... headers)
      throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(endpoint.uri() + "/?user=u" + parameters))
            .headers(headers)
            .POST(BodyPublishers.ofString("SELECT count() FROM numbers(1)"))
            .build();
    return CLIENT.send(request, BodyHandlers.ofString()).body();
  }

  @Test
  void clientsAreToldApartByTheirKeys() throws Exception {
    try (Twinhouse engine = Twinhouse.at("arrow:memory:").accessManagement(true).open();
        HttpEndpoint endpoint = HttpEndpoint.start(engine, EndpointOptions.DEFAULT)) {
      engine.execute("CREATE USER u; GRANT SELECT ON *.* TO u");
      engine.execute("CREATE QUOTA q KEYED BY client_key FOR INTERVAL 1 day MAX queries = 1 TO u");
      assertThat(keyed(endpoint, "&quota_key=a", "X-A", "b")).isEqualTo("1\n");
      assertThat(keyed(endpoint, "", "X-ClickHouse-Quota", "b")).isEqualTo("1\n");
      assertThat(keyed(endpoint, "&quota_key=b", "X-A", "b")).contains("Code: 201.");
      assertThat(keyed(endpoint, "", "X-A", "b"))
          .contains("Code: 200.", "Quota q (for user u) requires a client supplied key.");
      engine.execute("ALTER QUOTA q KEYED BY forwarded_ip_address");
      assertThat(keyed(endpoint, "", "X-Forwarded-For", "10.0.0.1, 10.0.0.2")).isEqualTo("1\n");
      assertThat(ask(endpoint, "default", "SELECT quota_key FROM system.quotas_usage ORDER BY 1"))
          .isEqualTo("10.0.0.2\na\nb");
    }
  }
}
