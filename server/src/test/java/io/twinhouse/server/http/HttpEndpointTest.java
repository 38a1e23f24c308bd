// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinhouse.engine.api.Twinhouse;
import io.twinhouse.server.compression.FrameInputStream;
import io.twinhouse.server.compression.FrameOutputStream;
import io.twinhouse.testkit.LeakCheck;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The protocol byte by byte, as no client of its own would show it. */
final class HttpEndpointTest {

  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @RegisterExtension final LeakCheck leaks = new LeakCheck();

  private Twinhouse engine;
  private HttpEndpoint endpoint;

  @BeforeEach
  void start() {
    engine = Twinhouse.open("arrow:memory:");
    endpoint = HttpEndpoint.start(engine, EndpointOptions.DEFAULT.withUser("reader", "secret"));
  }

  @AfterEach
  void stop() {
    endpoint.close();
    engine.close();
  }

  @Test
  void healthChecksAnswerOk() throws Exception {
    for (String path : new String[] {"/", "/ping", "/replicas_status"}) {
      HttpResponse<String> answer = get(path);
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.body()).isEqualTo("Ok.\n");
    }
    assertThat(get("/nosuch").statusCode()).isEqualTo(404);
    assertThat(method("OPTIONS", "/").statusCode()).isEqualTo(204);
    assertThat(method("HEAD", "/").statusCode()).isEqualTo(200);
    assertThat(method("PUT", "/?query=SELECT+1").statusCode()).isEqualTo(501);
  }

  @Test
  void aQueryIsAnsweredWithItsFigures() throws Exception {
    HttpResponse<String> answer = post("query_id=mine", "SELECT number FROM numbers(3)");
    assertThat(answer.body()).isEqualTo("0\n1\n2\n");
    assertThat(header(answer, "X-ClickHouse-Query-Id")).isEqualTo("mine");
    assertThat(header(answer, "X-ClickHouse-Format")).isEqualTo("TSV");
    assertThat(header(answer, "X-ClickHouse-Timezone")).isEqualTo("UTC");
    assertThat(header(answer, "X-ClickHouse-Server-Display-Name")).isEqualTo("Twinhouse");
    assertThat(header(answer, "Content-Type"))
        .isEqualTo("text/tab-separated-values; charset=UTF-8");
    assertThat(header(answer, "X-ClickHouse-Summary"))
        .contains("\"result_rows\":\"0\"")
        .contains("\"read_rows\":\"3\"");
    HttpResponse<String> sorted = post("", "SELECT number FROM numbers(9) ORDER BY number DESC");
    assertThat(header(sorted, "X-ClickHouse-Summary"))
        .containsPattern("\"memory_usage\":\"[1-9][0-9]*\"");
    assertThat(answer.headers().firstValue("X-ClickHouse-Exception-Code")).isEmpty();
  }

  @Test
  void progressIsToldWhereItIsAskedFor() throws Exception {
    String sql = "SELECT sum(number) FROM numbers(1000)";
    assertThat(header(post("send_progress_in_http_headers=1", sql), "X-ClickHouse-Progress"))
        .startsWith("{\"read_rows\":\"1000\",\"read_bytes\":\"")
        .contains("\"memory_usage\":\"");
    assertThat(post("", sql).headers().firstValue("X-ClickHouse-Progress")).isEmpty();
  }

  /** ClickHouse takes any bytes; what would read as others here is refused. */
  @Test
  void bytesInTheAddressThatAreNoTextAreRefused() throws Exception {
    HttpResponse<String> answer = post("param_p=%FF", "SELECT hex({p:String})");
    assertThat(answer.statusCode()).isEqualTo(501);
    assertThat(answer.body()).startsWith("Code: 48.").contains("not UTF-8");
    assertThat(get("/?query=SELECT%20hex('%EF%BF%BD')").body()).isEqualTo("EFBFBD\n");
  }

  @Test
  void theVersionOfTheProtocolIsTheOneOfTheFunction() throws Exception {
    assertThat(post("", "SELECT version()").body()).isEqualTo(ServerVersion.TEXT + "\n");
  }

  @Test
  void theQueryMayStandInTheAddressOrInBothPlaces() throws Exception {
    assertThat(get("/?query=" + encode("SELECT 1")).body()).isEqualTo("1\n");
    assertThat(post("query=" + encode("SELECT"), "1 + 1").body()).isEqualTo("2\n");
  }

  @Test
  void theFormatIsTheStatementsThenTheParametersThenTsv() throws Exception {
    assertThat(post("default_format=JSONEachRow", "SELECT 1 AS x").body()).isEqualTo("{\"x\":1}\n");
    assertThat(post("default_format=JSONEachRow", "SELECT 1 AS x FORMAT CSV").body())
        .isEqualTo("1\n");
    HttpResponse<String> byHeader =
        send(
            request("/").header("X-ClickHouse-Format", "CSVWithNames"),
            BodyPublishers.ofString("SELECT 1 AS x"));
    assertThat(byHeader.body()).isEqualTo("\"x\"\n1\n");
  }

  @Test
  void errorsHaveTheServersStatusHeaderAndText() throws Exception {
    HttpResponse<String> unknown = post("", "SELECT * FROM nosuch");
    assertThat(unknown.statusCode()).isEqualTo(404);
    assertThat(header(unknown, "X-ClickHouse-Exception-Code")).isEqualTo("60");
    assertThat(unknown.body())
        .startsWith("Code: 60. DB::Exception: ")
        .contains("nosuch")
        .endsWith(" (UNKNOWN_TABLE) (version " + ServerVersion.TEXT + ")\n");
    status("SELEC 1 FROM", 400, 62);
    status("SELECT 1; SELECT 2", 400, 62);
    status("", 400, 62);
    status("SELECT nosuch(1)", 404, 46);
    status("SELECT 1 FORMAT NoSuch", 404, 73);
    status("SELECT {x:UInt8}", 500, 456);
    status(
        "SELECT number FROM numbers(100000) ORDER BY number SETTINGS max_memory_usage = 1000",
        500,
        241);
    assertThat(post("nosuch_setting=1", "SELECT 1").statusCode()).isEqualTo(404);
    assertThat(post("database=nosuch", "SELECT 1").statusCode()).isEqualTo(404);
  }

  private void status(String sql, int status, int code) throws Exception {
    HttpResponse<String> answer = post("", sql);
    assertThat(answer.body()).as(sql).startsWith("Code: " + code + ".");
    assertThat(answer.statusCode()).as(sql).isEqualTo(status);
  }

  @Test
  void anErrorBehindTheFirstRowsIsTaggedAndCutsTheBody() {
    HttpRequest.Builder request = request("/");
    String sql = "SELECT throwIf(number = 3000000) FROM numbers(4000000)";
    assertThat(catchBody(request, sql)).isInstanceOf(IOException.class);
  }

  private static Throwable catchBody(HttpRequest.Builder request, String sql) {
    return org.assertj.core.api.Assertions.catchThrowable(
        () -> send(request, BodyPublishers.ofString(sql)));
  }

  @Test
  void withWaitEndOfQueryALateErrorIsAnErrorAnswer() throws Exception {
    HttpResponse<String> answer =
        post("wait_end_of_query=1", "SELECT throwIf(number = 3000000) FROM numbers(4000000)");
    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(answer.body()).startsWith("Code: 395.");
  }

  @Test
  void errorsInFormatsThatWouldHoldThemAreRefused() throws Exception {
    String parameters = "http_write_exception_in_output_format=1&default_format=";
    assertThat(post(parameters + "JSONEachRow", "SELECT 1").body()).startsWith("Code: 48.");
    assertThat(post(parameters + "XML", "SELECT 1").body()).startsWith("Code: 48.");
    assertThat(post(parameters + "CSV", "SELECT 1").body()).isEqualTo("1\n");
  }

  @Test
  void usersAndPasswordsAreChecked() throws Exception {
    HttpResponse<String> wrong = post("user=reader&password=guess", "SELECT 1");
    assertThat(wrong.statusCode()).isEqualTo(403);
    assertThat(header(wrong, "X-ClickHouse-Exception-Code")).isEqualTo("516");
    assertThat(post("user=nobody", "SELECT 1").statusCode()).isEqualTo(403);
    HttpResponse<String> anonymous = post("user=default&password=x", "SELECT 1");
    assertThat(anonymous.statusCode()).isEqualTo(401);
    assertThat(anonymous.headers().firstValue("WWW-Authenticate")).isPresent();
    String basic =
        Base64.getEncoder().encodeToString("reader:secret".getBytes(StandardCharsets.UTF_8));
    HttpResponse<String> right =
        send(
            request("/").header("Authorization", "Basic " + basic),
            BodyPublishers.ofString("SELECT currentUser()"));
    assertThat(right.body()).isEqualTo("reader\n");
    HttpResponse<String> byHeader =
        send(
            request("/").header("X-ClickHouse-User", "reader").header("X-ClickHouse-Key", "secret"),
            BodyPublishers.ofString("SELECT 1"));
    assertThat(byHeader.body()).isEqualTo("1\n");
  }

  @Test
  void parametersAreTypedAndSettingsAreSet() throws Exception {
    assertThat(post("param_x=a%5Ctb&param_n=41", "SELECT {x:String}, {n:UInt8} + 1").body())
        .isEqualTo("a\\tb\t42\n");
    assertThat(post("max_threads=1", "SELECT getSetting('max_threads')").body()).isEqualTo("1\n");
  }

  @Test
  void getOnlyReads() throws Exception {
    HttpResponse<String> refused =
        get("/?query=" + encode("CREATE TABLE t (a UInt8) ENGINE = Memory"));
    assertThat(refused.statusCode()).isEqualTo(500);
    assertThat(refused.body()).contains("method GET implies readonly").contains("(READONLY)");
    assertThat(get("/?query=" + encode("/* why */ (SELECT 1)")).body()).isEqualTo("1\n");
  }

  @Test
  void rowsAreInsertedFromBodies() throws Exception {
    post("", "CREATE TABLE t (a UInt32, b String) ENGINE = MergeTree ORDER BY a");
    post("query=" + encode("INSERT INTO t FORMAT TSV"), "1\tx\n2\ty\\nz\n");
    post("", "INSERT INTO t (b, a) FORMAT JSONEachRow\n{\"a\":3,\"b\":\"FORMAT TSV\"}");
    post("", "INSERT INTO t VALUES (4, 'it''s'), (5, 'é')");
    post("query=" + encode("INSERT INTO t SELECT 6,"), "'six'");
    byte[] binary = {7, 0, 0, 0, 1, 'b'};
    HttpResponse<String> inserted =
        send(
            request("/?query=" + encode("INSERT INTO t FORMAT RowBinary")),
            BodyPublishers.ofByteArray(binary));
    assertThat(inserted.body()).isEmpty();
    assertThat(header(inserted, "X-ClickHouse-Summary")).contains("\"written_rows\":\"1\"");
    assertThat(post("", "SELECT * FROM t ORDER BY a").body())
        .isEqualTo("1\tx\n2\ty\\nz\n3\tFORMAT TSV\n4\tit\\'s\n5\té\n6\tsix\n7\tb\n");
    HttpResponse<String> bad = post("", "INSERT INTO t FORMAT TSV\n8\tok\nnine\tbad\n");
    assertThat(bad.statusCode()).isEqualTo(400);
    assertThat(post("", "SELECT count() FROM t").body()).isEqualTo("7\n");
  }

  /** The server takes any bytes for a text; here each would silently become another character. */
  @Test
  void aTextThatIsNotUtf8IsRefusedAndDataMayBeAnyBytes() throws Exception {
    byte[] sql = {'S', 'E', 'L', 'E', 'C', 'T', ' ', '\'', (byte) 0xFF, '\''};
    HttpResponse<String> refused = send(request("/"), BodyPublishers.ofByteArray(sql));
    assertThat(header(refused, "X-ClickHouse-Exception-Code")).isEqualTo("48");
    assertThat(post("", "SELECT length('\\xFF')").body()).isEqualTo("1\n");
  }

  @Test
  void sessionsKeepSettingsAndDatabase() throws Exception {
    assertThat(post("session_id=s&session_check=1", "SELECT 1").body()).startsWith("Code: 372.");
    post("session_id=s", "SET max_threads = 1");
    assertThat(post("session_id=s", "SELECT getSetting('max_threads')").body()).isEqualTo("1\n");
    post("session_id=s", "CREATE DATABASE other");
    post("session_id=s", "USE other");
    assertThat(
            post("session_id=s&session_check=1&close_session=1", "SELECT currentDatabase()").body())
        .isEqualTo("other\n");
    assertThat(post("session_id=s", "SELECT currentDatabase()").body()).isEqualTo("default\n");
    assertThat(post("database=other", "SELECT currentDatabase()").body()).isEqualTo("other\n");
  }

  @Test
  void bodiesAreCompressedBothWays() throws Exception {
    HttpResponse<byte[]> framed =
        CLIENT.send(
            request("/?compress=1").POST(BodyPublishers.ofString("SELECT 'framed'")).build(),
            BodyHandlers.ofByteArray());
    assertThat(new FrameInputStream(new ByteArrayInputStream(framed.body())).readAllBytes())
        .isEqualTo("framed\n".getBytes(StandardCharsets.UTF_8));
    ByteArrayOutputStream frames = new ByteArrayOutputStream();
    try (FrameOutputStream out = new FrameOutputStream(frames)) {
      out.write("SELECT 'both'".getBytes(StandardCharsets.UTF_8));
    }
    assertThat(
            send(request("/?decompress=1"), BodyPublishers.ofByteArray(frames.toByteArray()))
                .body())
        .isEqualTo("both\n");
    HttpResponse<byte[]> zipped =
        CLIENT.send(
            request("/?enable_http_compression=1")
                .header("Accept-Encoding", "gzip")
                .header("Content-Encoding", "gzip")
                .POST(BodyPublishers.ofByteArray(gzip("SELECT 'zipped'")))
                .build(),
            BodyHandlers.ofByteArray());
    assertThat(zipped.headers().firstValue("Content-Encoding")).contains("gzip");
    assertThat(new GZIPInputStream(new ByteArrayInputStream(zipped.body())).readAllBytes())
        .isEqualTo("zipped\n".getBytes(StandardCharsets.UTF_8));
    byte[] broken = frames.toByteArray();
    broken[20] ^= 1;
    assertThat(send(request("/?decompress=1"), BodyPublishers.ofByteArray(broken)).body())
        .contains("DB::Exception");
  }

  @Test
  void largeAnswersStream() throws Exception {
    HttpResponse<String> answer = post("", "SELECT number FROM numbers(1000000)");
    assertThat(answer.body()).hasSize(6_888_890).endsWith("999999\n");
  }

  @Test
  void totalsAndEmptyResultsHaveTheirForm() throws Exception {
    assertThat(post("", "SELECT 1 AS x WHERE 0 FORMAT TSVWithNames").body()).isEqualTo("x\n");
    assertThat(
            post(
                    "",
                    "SELECT number % 2 AS n, count() FROM numbers(3) GROUP BY n WITH TOTALS ORDER"
                        + " BY n")
                .body())
        .isEqualTo("0\t2\n1\t1\n\n0\t3\n");
  }

  private HttpResponse<String> post(String query, String body) throws Exception {
    return send(request("/" + (query.isEmpty() ? "" : "?" + query)), BodyPublishers.ofString(body));
  }

  private static HttpResponse<String> send(
      HttpRequest.Builder request, HttpRequest.BodyPublisher body) throws Exception {
    return CLIENT.send(request.POST(body).build(), BodyHandlers.ofString());
  }

  private HttpResponse<String> get(String path) throws Exception {
    return CLIENT.send(request(path).GET().build(), BodyHandlers.ofString());
  }

  private HttpResponse<String> method(String name, String path) throws Exception {
    return CLIENT.send(
        request(path).method(name, BodyPublishers.noBody()).build(), BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(endpoint.uri() + path));
  }

  private static String header(HttpResponse<?> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }
}
