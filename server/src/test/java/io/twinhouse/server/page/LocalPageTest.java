// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinhouse.engine.api.Twinhouse;
import io.twinhouse.server.http.EndpointOptions;
import io.twinhouse.server.http.HttpEndpoint;
import io.twinhouse.server.metrics.PlatformMetrics;
import io.twinhouse.testkit.LeakCheck;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a browser is given, and that nothing in it leads elsewhere. */
final class LocalPageTest {

  @RegisterExtension final LeakCheck leaks = new LeakCheck();

  private final HttpClient client = HttpClient.newHttpClient();
  private Twinhouse engine;
  private HttpEndpoint endpoint;

  @BeforeEach
  void start() {
    engine = Twinhouse.open("arrow:memory:");
    endpoint = HttpEndpoint.start(engine, EndpointOptions.DEFAULT.withUser("guarded", "secret"));
  }

  @AfterEach
  void stop() {
    endpoint.close();
    engine.close();
  }

  @Test
  void browsersGetThePageAndProgramsTheHealthCheck() throws Exception {
    HttpResponse<String> page = get("/", "Accept", "text/html,application/xhtml+xml");
    assertThat(page.body()).contains("<title>Twinhouse</title>").isEqualTo(get("/play").body());
    assertThat(page.headers().firstValue("Content-Security-Policy"))
        .hasValue(LocalPage.CONTENT_SECURITY_POLICY);
    assertThat(get("/").body()).isEqualTo("Ok.\n");
    assertThat(get("/?query=SELECT+1", "Accept", "text/html").body()).isEqualTo("1\n");
  }

  @Test
  void everyFileThatThePageNamesIsThere() throws Exception {
    Matcher links = Pattern.compile("(?:src|href)=\"([^\"]+)\"").matcher(get("/play").body());
    int files = 0;
    while (links.find()) {
      String link = links.group(1);
      if (!link.startsWith("data:")) {
        assertThat(link).startsWith("/page/");
        HttpResponse<String> file = get(link);
        assertThat(file.statusCode()).as(link).isEqualTo(200);
        assertThat(file.body()).as(link).isNotEmpty();
        files++;
      }
    }
    assertThat(files).isEqualTo(11);
    assertThat(get("/page/other.js").statusCode()).isEqualTo(404);
  }

  @Test
  void dashboardsAnswerAsJson() throws Exception {
    engine.execute(PlatformMetrics.tables());
    engine.execute(
        "INSERT INTO events (event_type, event_at, data, project_id, branch_id, user_id) VALUES"
            + " ('$token-refresh', '2026-06-10 12:00:00', '{\"ip_info\": {\"country_code\": \"de\"}}',"
            + " 'p', 'main', 'ann')");
    String internal = get("/page/dashboards/internal?projectId=p&today=2026-06-16").body();
    assertThat(internal)
        .contains("\"page\":\"internal\"")
        .contains("\"rows\":[[\"2026-06-10\",1]]")
        .doesNotContain("\"error\"");
    String platform = get("/page/dashboards/platform?today=2026-06-16").body();
    assertThat(platform)
        .contains("\"name\":\"country\"")
        .contains("\"rows\":[[\"DE\",1]]")
        .contains("\"approximate\":true")
        .doesNotContain("\"error\"");
    assertThat(get("/page/dashboards/internal?today=soon").body())
        .contains("today is 'soon'; write a date")
        .contains("BAD_ARGUMENTS");
    assertThat(get("/page/dashboards/none").statusCode()).isEqualTo(404);
  }

  @Test
  void dashboardsAskForThePassword() throws Exception {
    HttpResponse<String> refused =
        get("/page/dashboards/platform", "X-ClickHouse-User", "guarded", "X-ClickHouse-Key", "x");
    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(refused.body()).contains("AUTHENTICATION_FAILED");
  }

  @Test
  void jsonIsSafeInAnyDocument() {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("a\"b", Arrays.asList(1, 2.5, null, true, Double.NaN, "</script>\n"));
    assertThat(Json.of(document))
        .isEqualTo("{\"a\\\"b\":[1,2.5,null,true,\"NaN\",\"\\u003c/script>\\u000a\"]}");
  }

  private HttpResponse<String> get(String path, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(endpoint.uri().resolve(path));
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    return client.send(request.build(), BodyHandlers.ofString());
  }
}
