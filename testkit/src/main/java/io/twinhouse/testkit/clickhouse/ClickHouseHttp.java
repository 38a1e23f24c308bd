// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.testkit.clickhouse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * ClickHouse's HTTP protocol with nothing in between: what this class returns is what the server
 * wrote. It works against any endpoint that speaks the protocol, ours included. An instance holds
 * an address and URL parameters (settings, {@code database}, {@code param_x}, {@code
 * session_id}...) and never changes; the {@code with} methods return another. Thread-safe.
 */
public final class ClickHouseHttp {
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private static final HttpClient CLIENT =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(10))
          .build();

  private final URI url;
  private final Map<String, String> parameters;

  private ClickHouseHttp(URI url, Map<String, String> parameters) {
    this.url = url;
    this.parameters = Map.copyOf(parameters);
  }

  /** A connection to an address such as {@code http://user:password@host:8123}. */
  public static ClickHouseHttp at(URI url) {
    return new ClickHouseHttp(url, Map.of("wait_end_of_query", "1"));
  }

  /** The same with one URL parameter more: a setting, or a reserved name of the protocol. */
  public ClickHouseHttp with(String name, Object value) {
    Map<String, String> more = new TreeMap<>(parameters);
    more.put(name, value.toString());
    return new ClickHouseHttp(url, more);
  }

  /** The same with a query parameter, {@code {name:Type}} in SQL; value in TSV's escaping. */
  public ClickHouseHttp withParameter(String name, Object value) {
    return with("param_" + name, value);
  }

  /** The same with this default database. */
  public ClickHouseHttp inDatabase(String database) {
    return with("database", database);
  }

  /** Address without parameters. */
  public URI url() {
    return url;
  }

  /** The default database, {@code default} unless set. */
  public String database() {
    return parameters.getOrDefault("database", "default");
  }

  /**
   * Runs a statement and returns the body as text: TSV, unless the statement has a FORMAT.
   *
   * @throws ClickHouseRefusal for an error answer
   */
  public String query(String sql) {
    return new String(bytes(sql), StandardCharsets.UTF_8);
  }

  /** As {@link #query}, for binary formats. */
  public byte[] bytes(String sql) {
    return send("", sql.getBytes(StandardCharsets.UTF_8), sql).body();
  }

  /** Runs a SELECT (with no FORMAT of its own) and returns names, types and printed values. */
  public Rows rows(String sql) {
    return Rows.parse(with("default_format", "TabSeparatedWithNamesAndTypes").query(sql));
  }

  /** Sends data for an INSERT that ends with {@code FORMAT x}. */
  public void insert(String sql, byte[] data) {
    send("query=" + encode(sql), data, sql);
  }

  /** Sends a statement and returns its raw answer with all headers; still throws on refusals. */
  public HttpResponse<byte[]> answer(String sql) {
    return send("", sql.getBytes(StandardCharsets.UTF_8), sql);
  }

  /** True when {@code GET /ping} is answered with Ok. */
  public boolean answersPing() {
    HttpRequest request = HttpRequest.newBuilder(base("/ping")).timeout(PATIENCE).build();
    try {
      return CLIENT.send(request, BodyHandlers.ofString()).body().startsWith("Ok.");
    } catch (IOException notYet) {
      return false;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private HttpResponse<byte[]> send(String more, byte[] body, String sql) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(base("/?" + queryString(more)))
            .timeout(PATIENCE)
            .POST(BodyPublishers.ofByteArray(body));
    if (url.getUserInfo() != null) {
      byte[] credentials = url.getUserInfo().getBytes(StandardCharsets.UTF_8);
      request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials));
    }
    HttpResponse<byte[]> response = exchange(request.build());
    var code = response.headers().firstValue("X-ClickHouse-Exception-Code");
    if (response.statusCode() != 200 || code.isPresent()) {
      String text = new String(response.body(), StandardCharsets.UTF_8);
      throw ClickHouseRefusal.parse(text, code.map(Integer::parseInt).orElse(-1), sql);
    }
    return response;
  }

  private static HttpResponse<byte[]> exchange(HttpRequest request) {
    try {
      return CLIENT.send(request, BodyHandlers.ofByteArray());
    } catch (IOException failed) {
      throw new UncheckedIOException("no answer from " + request.uri(), failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted in a query", interrupted);
    }
  }

  private URI base(String pathAndQuery) {
    String port = url.getPort() < 0 ? "" : ":" + url.getPort();
    return URI.create(url.getScheme() + "://" + url.getHost() + port + pathAndQuery);
  }

  private String queryString(String more) {
    String known =
        parameters.entrySet().stream()
            .map(entry -> encode(entry.getKey()) + "=" + encode(entry.getValue()))
            .collect(Collectors.joining("&"));
    return more.isEmpty() ? known : known + "&" + more;
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
