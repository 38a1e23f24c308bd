// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinhouse.engine.api.Twinhouse;
import io.twinhouse.server.http.EndpointOptions;
import io.twinhouse.server.http.HttpEndpoint;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What users with all kinds of rights are answered: {@code answers.tsv} holds what the real server
 * said to users of a users.xml with the same grants, {@code setup.sql} grants them by statements.
 * Each statement stands behind its user, below it the answer.
 */
final class AccessAnswersTest {

  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private static final String VERSION = " \\(version [^)]*\\)";

  @TempDir Path directory;

  private static List<String> lines(String name) throws IOException {
    try (InputStream in = AccessAnswersTest.class.getResourceAsStream(name)) {
      assertThat(in).isNotNull();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }

  static String ask(HttpEndpoint endpoint, String user, String password, String sql)
      throws IOException, InterruptedException {
    String query =
        String.format(
            Locale.ROOT,
            "/?user=%s&password=%s",
            URLEncoder.encode(user, StandardCharsets.UTF_8),
            URLEncoder.encode(password, StandardCharsets.UTF_8));
    URI uri = URI.create(endpoint.uri() + query);
    HttpRequest request = HttpRequest.newBuilder(uri).POST(BodyPublishers.ofString(sql)).build();
    String answer = CLIENT.send(request, BodyHandlers.ofString()).body();
    return answer.replaceAll(VERSION, "").strip();
  }

  private static void setUp(Twinhouse engine) throws IOException {
    lines("setup.sql").forEach(engine::execute);
  }

  private record Case(String user, String sql, List<String> answer) {}

  private static List<Case> cases() throws IOException {
    List<Case> cases = new ArrayList<>();
    for (String line : lines("answers.tsv")) {
      int end = line.indexOf("> ");
      if (end > 0 && line.substring(0, end).matches("[a-z0-9]+")) {
        cases.add(new Case(line.substring(0, end), line.substring(end + 2), new ArrayList<>()));
      } else {
        cases.get(cases.size() - 1).answer().add(line);
      }
    }
    return cases;
  }

  private static void assertAnswers(HttpEndpoint endpoint, List<Case> cases) throws Exception {
    SoftAssertions softly = new SoftAssertions();
    for (Case one : cases) {
      String password = one.user().equals("plain") ? "test" : "";
      softly
          .assertThat(ask(endpoint, one.user(), password, one.sql()))
          .as(one.user() + ": " + one.sql())
          .isEqualTo(String.join("\n", one.answer()).strip());
    }
    softly.assertAll();
  }

  @Test
  void everybodyIsAnsweredAsByTheServer() throws Exception {
    List<Case> cases = cases();
    assertThat(cases).hasSizeGreaterThan(190);
    try (Twinhouse engine = Twinhouse.at("arrow:memory:").accessManagement(true).open();
        HttpEndpoint endpoint = HttpEndpoint.start(engine, EndpointOptions.DEFAULT)) {
      setUp(engine);
      assertAnswers(endpoint, cases);
    }
  }

  @Test
  void rightsOutliveTheEngine() throws Exception {
    String url = "arrow:" + directory;
    String all;
    try (Twinhouse engine = Twinhouse.at(url).accessManagement(true).open();
        HttpEndpoint endpoint = HttpEndpoint.start(engine, EndpointOptions.DEFAULT)) {
      setUp(engine);
      engine.execute("CREATE USER `od'd\n` IDENTIFIED WITH plaintext_password BY 'a''b\\n'");
      all = ask(endpoint, "default", "", "SHOW ACCESS");
    }
    try (Twinhouse engine = Twinhouse.at(url).accessManagement(true).open();
        HttpEndpoint endpoint = HttpEndpoint.start(engine, EndpointOptions.DEFAULT)) {
      assertThat(ask(endpoint, "default", "", "SHOW ACCESS")).isEqualTo(all);
      assertThat(ask(endpoint, "od'd\n", "a'b\n", "SELECT 1")).isEqualTo("1");
      assertThat(ask(endpoint, "plain", "test", "SELECT getSetting('max_threads')")).isEqualTo("2");
      assertThat(ask(endpoint, "plain", "Test", "SELECT 1")).contains("Code: 516.");
      assertThat(ask(endpoint, "rowsie", "", "SELECT count() FROM d.t")).isEqualTo("1");
      engine.execute("DROP USER plain");
      engine.execute("ALTER USER rowsie RENAME TO renamed");
    }
    try (Twinhouse engine = Twinhouse.at(url).accessManagement(true).open();
        HttpEndpoint endpoint = HttpEndpoint.start(engine, EndpointOptions.DEFAULT)) {
      assertThat(ask(endpoint, "plain", "test", "SELECT 1")).contains("Code: 516.");
      assertThat(ask(endpoint, "renamed", "", "SELECT count() FROM d.t")).isEqualTo("1");
    }
  }

  @Test
  void nobodyManagesRightsUnlessTheOpenerLetsThem() throws Exception {
    try (Twinhouse engine = Twinhouse.open("arrow:memory:");
        HttpEndpoint endpoint = HttpEndpoint.start(engine, EndpointOptions.DEFAULT)) {
      assertThat(ask(endpoint, "default", "", "CREATE USER u"))
          .isEqualTo(
              "Code: 497. DB::Exception: default: Not enough privileges. To execute this query,"
                  + " it's necessary to have the grant CREATE USER ON u. (ACCESS_DENIED)");
      assertThat(ask(endpoint, "default", "", "SHOW USERS")).isEqualTo("default");
    }
  }

  @Test
  void whatIsNotDoneIsRefusedByName() throws Exception {
    try (Twinhouse engine = Twinhouse.at("arrow:memory:").accessManagement(true).open();
        HttpEndpoint endpoint = HttpEndpoint.start(engine, EndpointOptions.DEFAULT)) {
      for (String sql :
          List.of(
              "CREATE QUOTA q KEYED BY normalized_query_hash",
              "CREATE QUOTA q FOR INTERVAL 1 hour MAX failed_sequential_authentications = 1",
              "CREATE USER u HOST LOCAL",
              "CREATE USER u VALID UNTIL '2030-01-01'",
              "CREATE USER u GRANTEES NONE",
              "CREATE USER u IDENTIFIED WITH bcrypt_password BY 'x'",
              "GRANT CURRENT GRANTS ON *.* TO default",
              "ALTER USER default ADD SETTINGS max_threads = 1")) {
        assertThat(ask(endpoint, "default", "", sql)).as(sql).contains("Code: 48.");
      }
    }
  }
}
