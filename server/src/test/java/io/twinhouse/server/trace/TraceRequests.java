// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.trace;

import static io.twinhouse.server.trace.WireRequest.chunked;
import static io.twinhouse.server.trace.WireRequest.message;
import static io.twinhouse.server.trace.WireRequest.old;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;

/** Draws requests of all kinds, the same each time, in an order in which they build on another. */
final class TraceRequests {

  /** What is there before the first request. */
  static final List<String> SET_UP =
      List.of(
          "DROP DATABASE IF EXISTS h_trace",
          "CREATE DATABASE h_trace",
          "CREATE TABLE h_trace.t (a UInt32, s String DEFAULT 'd') ENGINE = MergeTree ORDER BY a",
          "CREATE TABLE h_trace.v (a UInt32) ENGINE = MergeTree ORDER BY a",
          "CREATE MATERIALIZED VIEW h_trace.m TO h_trace.v AS SELECT a FROM h_trace.t WHERE a > 1");

  private final List<WireRequest> requests = new ArrayList<>();

  private TraceRequests() {}

  static List<WireRequest> all() {
    TraceRequests trace = new TraceRequests();
    trace.routes();
    trace.credentials();
    trace.databases();
    trace.formats();
    trace.waiting();
    trace.encodings();
    trace.sessions();
    trace.parameters();
    trace.settings();
    trace.inserts();
    trace.failures();
    trace.headers();
    trace.forms();
    trace.connections();
    return List.copyOf(trace.requests);
  }

  private void add(String... messages) {
    requests.add(WireRequest.of(messages));
  }

  private void post(String path, String body, String... headers) {
    add(message("POST", path, body, headers));
  }

  private void get(String path, String... headers) {
    add(message("GET", path, "", headers));
  }

  private static String query(String sql) {
    return "query=" + URLEncoder.encode(sql, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private void routes() {
    List<String> paths =
        List.of(
            "/",
            "/ping",
            "/replicas_status",
            "/nosuch",
            "/query",
            "/?query=SELECT%201",
            "/ping?x=1",
            "/query?query=SELECT%202",
            "/?",
            "/ping/");
    for (String path : paths) {
      for (String method : List.of("GET", "HEAD", "POST", "OPTIONS", "PUT", "DELETE", "PATCH")) {
        add(message(method, path, ""));
      }
    }
    add(message("BREW", "/", ""));
  }

  private static String basic(String pair) {
    return "Authorization: Basic "
        + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
  }

  private void credentials() {
    String who = "SELECT currentUser()";
    for (String parameters :
        List.of(
            "/?user=default",
            "/?user=default&password=",
            "/?user=default&password=wrong",
            "/?user=nobody",
            "/?user=",
            "/?user=nobody&password=x&compress=1",
            "/?password=x")) {
      post(parameters, who);
    }
    for (String header :
        List.of(
            basic("default:"),
            basic("default"),
            basic("default:wrong"),
            basic("nobody:x"),
            basic(":"),
            "Authorization: Basic",
            "Authorization: basic ZGVmYXVsdDo=",
            "Authorization: Bearer abc",
            "Authorization: Digest x",
            "X-ClickHouse-User: default",
            "x-clickhouse-user: default",
            "X-ClickHouse-User: nobody",
            "X-ClickHouse-User:",
            "X-ClickHouse-Key: x",
            "X-ClickHouse-SSL-Certificate-Auth: on")) {
      post("/", who, header);
    }
    post("/", who, "X-ClickHouse-User: default", "X-ClickHouse-Key: wrong");
    post("/", who, "X-ClickHouse-User: default", basic("default:"));
    post("/?user=default", who, "X-ClickHouse-User: default");
    post("/?user=nobody", who, basic("default:"));
    add(message("HEAD", "/?user=nobody&query=SELECT%201", ""));
  }

  private void databases() {
    String where = "SELECT currentDatabase()";
    post("/?database=h_trace", where);
    post("/?database=system", where, "X-ClickHouse-Database: h_trace");
    post("/", where, "X-ClickHouse-Database: h_trace");
    post("/?database=nosuch", where);
    post("/", where, "X-ClickHouse-Database: nosuch");
    post("/?database=", where);
    get("/?database=h_trace&" + query(where));
    post("/?database=h_trace&database=system", where);
  }

  private void formats() {
    List<String> names =
        List.of(
            "TabSeparated",
            "TSV",
            "TSVWithNames",
            "TSVWithNamesAndTypes",
            "TSVRaw",
            "TSKV",
            "CSV",
            "CSVWithNames",
            "CSVWithNamesAndTypes",
            "JSON",
            "JSONStrings",
            "JSONCompact",
            "JSONCompactStrings",
            "JSONColumns",
            "JSONColumnsWithMetadata",
            "JSONCompactColumns",
            "JSONEachRow",
            "JSONStringsEachRow",
            "JSONCompactEachRow",
            "JSONCompactEachRowWithNamesAndTypes",
            "JSONObjectEachRow",
            "JSONEachRowWithProgress",
            "NDJSON",
            "Values",
            "SQLInsert",
            "Vertical",
            "Pretty",
            "PrettyCompact",
            "PrettySpaceNoEscapes",
            "XML",
            "Markdown",
            "RowBinary",
            "RowBinaryWithNamesAndTypes",
            "Native",
            "Null",
            "CustomSeparated",
            "LineAsString",
            "RawBLOB",
            "MsgPack",
            "tsv",
            "Nosuch");
    for (String name : names) {
      post("/?default_format=" + name, "SELECT 1 AS name, 'x\ty' AS value");
    }
    post("/?default_format=CSV", "SELECT 1 FORMAT JSONEachRow", "X-ClickHouse-Format: TSV");
    post("/?default_format=CSV", "SELECT 1", "X-ClickHouse-Format: JSONEachRow");
    post("/?default_format=", "SELECT 1");
    post("/?default_format=Nosuch", "SELECT 1 FORMAT CSV");
    post("/?default_format=Nosuch", "SET max_threads = 1");
    post("/?default_format=JSON", "SELECT 1 WHERE 0");
    post("/", "SELECT number, number % 2 FROM numbers(2) FORMAT CSVWithNames");
  }

  private void waiting() {
    String sql = "SELECT number FROM numbers(3)";
    for (String parameters :
        List.of(
            "wait_end_of_query=1",
            "wait_end_of_query=0",
            "wait_end_of_query=x",
            "wait_end_of_query=",
            "buffer_size=10",
            "buffer_size=0",
            "buffer_size=x",
            "buffer_size=1000000&wait_end_of_query=1",
            "send_progress_in_http_headers=1",
            "send_progress_in_http_headers=1&wait_end_of_query=1",
            "send_progress_in_http_headers=1&http_headers_progress_interval_ms=1",
            "http_write_exception_in_output_format=1",
            "client_protocol_version=54460&default_format=Native",
            "client_protocol_version=x",
            "stacktrace=1",
            "stacktrace=x")) {
      post("/?" + parameters, sql);
    }
    post("/?send_progress_in_http_headers=1", "INSERT INTO h_trace.v SELECT 9");
    post("/?send_progress_in_http_headers=1", "SELECT nosuch");
  }

  private void encodings() {
    String sql = "SELECT number, 'abc' FROM numbers(20)";
    for (String accepted :
        List.of(
            "gzip",
            "deflate",
            "zstd",
            "identity",
            "gzip, deflate",
            "deflate, gzip",
            "gzip;q=0.5, deflate;q=1",
            "gzip;q=0, deflate",
            "gzip;q=0",
            "GZIP",
            "x-gzip",
            "nosuch",
            "")) {
      post("/?enable_http_compression=1", sql, "Accept-Encoding: " + accepted);
    }
    post("/?enable_http_compression=0", sql, "Accept-Encoding: gzip");
    post("/", sql, "Accept-Encoding: gzip");
    post("/?enable_http_compression=1&http_zlib_compression_level=9", sql, "Accept-Encoding: gzip");
    post("/?enable_http_compression=1&wait_end_of_query=1", sql, "Accept-Encoding: gzip");
    post("/?enable_http_compression=1", "SET max_threads = 1", "Accept-Encoding: gzip");
    post("/?compress=1", sql);
    post("/?compress=1", "SELECT nosuch");
    post("/?compress=1&enable_http_compression=1", sql, "Accept-Encoding: gzip");
    post("/?compress=1&default_format=Null", sql);
    post("/?compress=1", "SET max_threads = 1");
    post("/?decompress=1", sql);
    post("/?decompress=1", "");
    post("/", gzip("SELECT 5"), "Content-Encoding: gzip");
    post("/", deflate("SELECT 6"), "Content-Encoding: deflate");
    post("/", "SELECT 7", "Content-Encoding: gzip");
    post("/", "SELECT 7", "Content-Encoding: nosuch");
    post("/", gzip("SELECT 8").substring(0, 12), "Content-Encoding: gzip");
  }

  private static String gzip(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(bytes)) {
      out.write(WireRequest.bytes(text));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    byte[] all = bytes.toByteArray();
    all[9] = 3; // the system that wrote it, which Java has changed its mind about
    return new String(all, StandardCharsets.ISO_8859_1);
  }

  private static String deflate(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = new DeflaterOutputStream(bytes)) {
      out.write(WireRequest.bytes(text));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toString(StandardCharsets.ISO_8859_1);
  }

  private void sessions() {
    post("/?session_id=ht-1", "CREATE TEMPORARY TABLE tt (a UInt8)");
    post("/?session_id=ht-1", "INSERT INTO tt VALUES (1), (2)");
    post("/?session_id=ht-1", "SELECT sum(a) FROM tt");
    post("/?session_id=ht-2", "SELECT sum(a) FROM tt");
    post("/?session_id=ht-1&session_check=1", "SELECT sum(a) FROM tt");
    post("/?session_id=ht-none&session_check=1", "SELECT 1");
    post("/?session_id=ht-1&session_timeout=10", "SELECT 1");
    post("/?session_id=ht-1&session_timeout=99999", "SELECT 1");
    post("/?session_id=ht-1&session_timeout=x", "SELECT 1");
    post("/?session_id=ht-1&session_timeout=-1", "SELECT 1");
    post("/?session_id=&session_timeout=1", "SELECT 1");
    post("/?session_id=ht-1", "SET max_block_size = 7");
    post("/?session_id=ht-1", "SELECT getSetting('max_block_size')");
    post("/?session_id=ht-1&max_block_size=8", "SELECT getSetting('max_block_size')");
    post("/?session_id=ht-1", "USE h_trace");
    post("/?session_id=ht-1", "SELECT currentDatabase(), count() FROM t");
    post("/?session_id=ht-1&database=system", "SELECT currentDatabase()");
    post("/?session_id=ht-1", "SELECT currentDatabase()");
    post("/?session_id=ht-1&close_session=1", "SELECT 1");
    post("/?session_id=ht-1&session_check=1", "SELECT 1");
    post("/?session_id=ht-1&close_session=x", "SELECT 1");
    post("/?query_id=ht-a", "SELECT queryID()");
    post("/?query_id=ht-a", "SELECT initialQueryID()");
    post("/", "SELECT queryID()", "X-ClickHouse-Query-Id: ht-b");
    post("/?query_id=ht-c", "SELECT queryID()", "X-ClickHouse-Query-Id: ht-b");
    post("/?query_id=", "SELECT length(queryID())");
    post("/?query_id=a%20b%27", "SELECT queryID()");
    post("/?query_id=ht-d", "SELECT nosuch");
  }

  private void parameters() {
    post("/?param_x=5", "SELECT {x:UInt8} + 1");
    post("/?param_x=300", "SELECT {x:UInt8}");
    post("/?param_x=abc", "SELECT {x:UInt8}");
    post("/?param_x=", "SELECT {x:UInt8}");
    post("/?param_x=", "SELECT {x:String}");
    post("/?param_x=a%5Ctb", "SELECT {x:String}");
    post("/?param_x=a%09b", "SELECT {x:String}");
    post("/?param_x=%5B1,2%5D", "SELECT {x:Array(UInt8)}");
    post("/?param_x=%7B%27k%27:1%7D", "SELECT {x:Map(String, UInt8)}");
    post("/?param_x=(1,%27b%27)", "SELECT {x:Tuple(UInt8, String)}");
    post("/?param_x=2026-01-02", "SELECT {x:Date}");
    post("/?param_x=%5CN", "SELECT {x:Nullable(UInt8)}");
    post("/?param_x=numbers(3)", "SELECT count() FROM {x:Identifier}");
    post("/?param_d=h_trace&param_x=t", "SELECT count() FROM {d:Identifier}.{x:Identifier}");
    post("/?param_x=1&param_x=2", "SELECT {x:UInt8}");
    post("/?param_x=1", "SELECT {y:UInt8}");
    post("/?param_x=1", "SELECT {x:Nosuch}");
    post("/?param_=1", "SELECT 1");
    get("/?param_x=%C3%A9&" + query("SELECT {x:String}, length({x:String})"));
  }

  private void settings() {
    for (String pair :
        List.of(
            "max_threads=1",
            "max_threads=x",
            "max_threads=-1",
            "max_threads=",
            "nosuch=1",
            "nosuch",
            "max_result_rows=1",
            "max_result_rows=1&result_overflow_mode=break",
            "result_overflow_mode=nosuch",
            "max_execution_time=x",
            "readonly=1",
            "readonly=2",
            "readonly=1&max_threads=1",
            "session_timezone=Asia/Tokyo",
            "session_timezone=nosuch",
            "output_format_json_quote_64bit_integers=1&default_format=JSONEachRow",
            "log_comment=x%20y",
            "http_response_headers=%7B%27X-My%27:%27v%27%7D",
            "http_response_headers=nosuch",
            "=1",
            "&&")) {
      post("/?" + pair, "SELECT number FROM numbers(3)");
      get("/?" + pair + "&" + query("SELECT 1"));
    }
    post("/?readonly=1", "INSERT INTO h_trace.v VALUES (1)");
    post("/?readonly=1", "SET max_threads = 1");
    post("/?readonly=2", "SELECT 1 SETTINGS readonly = 0");
    get("/?" + query("INSERT INTO h_trace.v VALUES (1)"));
    get("/?" + query("CREATE TABLE h_trace.x (a UInt8) ENGINE = Memory"));
    get("/?readonly=0&" + query("SELECT 1"));
    get("/?" + query("SELECT 1 SETTINGS max_threads = 1"));
  }

  private void inserts() {
    String into = "/?" + query("INSERT INTO h_trace.t FORMAT ");
    post("/", "INSERT INTO h_trace.t VALUES (1, 'a'), (2, 'b')");
    post("/", "INSERT INTO h_trace.t (a) VALUES (3)");
    post("/?" + query("INSERT INTO h_trace.t VALUES"), "(4, 'x'), (5, 'y')");
    post("/?" + query("INSERT INTO h_trace.t VALUES (6, 'x')"), "");
    post("/?" + query("INSERT INTO h_trace.t (a) FORMAT CSV"), "7\n8\n");
    post("/", "INSERT INTO h_trace.t FORMAT TSV\n9\tz\n");
    post("/", "INSERT INTO h_trace.t FORMAT JSONEachRow {\"a\":10} {\"a\":11,\"s\":\"q\"}");
    post(into + "TSV", "12\tx\n13\ty");
    post(into + "TSV", "12\tx\n13");
    post(into + "TSV", "x\ty\n");
    post(into + "TSV", "");
    post(into + "CSV", "14,\"a\"\"b\"\n");
    post(into + "CSV", "14\n");
    post(into + "CSV", "14,a,b\n");
    post(into + "CSVWithNames", "s,a\nq,15\n");
    post(into + "CSVWithNames", "s,nosuch\nq,15\n");
    post(into + "JSONEachRow", "{\"a\":16}\n{\"s\":\"only\"}");
    post(into + "JSONEachRow", "[{\"a\":17},{\"a\":18}]");
    post(into + "JSONEachRow", "{\"a\":19,\"nosuch\":1}");
    post(into + "JSONEachRow", "{\"a\":\"x\"}");
    post(into + "JSONCompactEachRow", "[21,\"c\"]");
    post(into + "JSON", "{\"meta\":[],\"data\":[{\"a\":22,\"s\":\"j\"}]}");
    post(into + "Values", "(23, 'v'), (24, concat('a', 'b'))");
    post(into + "RowBinary", "\u0019\0\0\0\1r");
    post(into + "RowBinary", "\u0019\0\0\0\5r");
    post(into + "RowBinary", "\u0019\0");
    post(into + "TSKV", "a=26\ts=k\n");
    post(into + "LineAsString", "x\n");
    post(into + "Nosuch", "x");
    post(into + "Null", "x");
    post(into + "TSV", gzip("27\tg\n"), "Content-Encoding: gzip");
    post(into + "CSV&format_csv_delimiter=;", "30;a\n");
    add(chunked(into + "TSV", "31\ta\n32\tb\n33\tc\n", 4));
    add(chunked(into + "TSV", "", 4));
    add(chunked("/", "INSERT INTO h_trace.t FORMAT TSV\n34\ta\n", 3));
    post("/", "INSERT INTO h_trace.t SELECT number + 40, toString(number) FROM numbers(5)");
    post("/", "INSERT INTO h_trace.t SELECT nosuch");
    post("/", "INSERT INTO h_trace.t SELECT 1");
    post("/", "INSERT INTO h_trace.nosuch VALUES (1)");
    post("/", "INSERT INTO h_trace.t (nosuch) VALUES (1)");
    post("/", "INSERT INTO h_trace.t VALUES (1)");
    post("/", "INSERT INTO h_trace.t VALUES");
    post("/?wait_end_of_query=1", "INSERT INTO h_trace.v VALUES (60), (61)");
    post("/?async_insert=0", "INSERT INTO h_trace.v VALUES (62)");
    post("/", "CREATE TABLE h_trace.c ENGINE = MergeTree ORDER BY a AS SELECT 1 AS a");
    post("/", "SELECT count(), sum(a), groupUniqArray(s) != [] FROM h_trace.t");
    post("/", "SELECT a, s FROM h_trace.t ORDER BY a, s FORMAT TSV");
    post("/", "SELECT a FROM h_trace.v ORDER BY a");
  }

  private void failures() {
    for (String sql :
        List.of(
            "SELECT throwIf(number = 2) FROM numbers(3)",
            "SELECT throwIf(number = 2) FROM numbers(3) FORMAT JSON",
            "SELEC 1",
            "SELECT 1; SELECT 2",
            "SELECT 1;",
            "",
            "  \n",
            "-- nothing",
            "SELECT * FROM h_trace.nosuch",
            "SELECT nosuch(1)",
            "SELECT toUInt8('x')",
            "SELECT 1 FORMAT",
            "SELECT 1 INTO OUTFILE 'x'",
            "KILL QUERY WHERE query_id = 'ht-none'",
            "DROP TABLE h_trace.nosuch",
            "SELECT sleep(0.01)",
            "SELECT [1, 2",
            "SELECT 'a",
            "\u0000")) {
      post("/", sql);
      post("/?wait_end_of_query=1", sql);
    }
    post("/", "SELECT throwIf(number = 2500000), repeat('x', 20) FROM numbers(3000000)");
  }

  private void headers() {
    String origin = "Origin: http://a.example";
    for (String flag : List.of("", "add_http_cors_header=1", "add_http_cors_header=0")) {
      post("/?" + flag, "SELECT 1", origin);
      post("/?" + flag, "SELECT nosuch", origin);
    }
    get("/", origin);
    get("/ping", origin);
    add(message("OPTIONS", "/", "", origin, "Access-Control-Request-Method: POST"));
    add(message("OPTIONS", "/?query=SELECT%201", "", origin));
    post("/", "SELECT 1 SETTINGS http_response_headers = '{''X-A'':''b''}'");
    post("/", "SELECT 1 SETTINGS http_response_headers = '{''Content-Type'':''image/png''}'");
    for (String type :
        List.of("text/plain", "application/json", "application/x-www-form-urlencoded", "x")) {
      post("/", "SELECT 1", "Content-Type: " + type);
    }
    post("/", "SELECT 1", "Accept: application/json");
    post("/", "SELECT 1", "X-Forwarded-For: 10.0.0.1");
    post("/", "SELECT 1", "Referer: http://x", "User-Agent: trace");
    post("/", "SELECT 1", "X-ClickHouse-Quota: k");
    post("/?quota_key=k", "SELECT 1");
  }

  private static String part(String name, String file, String content) {
    return "--B\r\nContent-Disposition: form-data; name=\""
        + name
        + "\""
        + (file == null ? "" : "; filename=\"" + file + "\"")
        + "\r\n\r\n"
        + content
        + "\r\n";
  }

  private void forms() {
    String form = "Content-Type: multipart/form-data; boundary=B";
    String file = part("e", "f", "1\tx\n2\ty\n");
    String all =
        "/?" + query("SELECT a, b FROM e ORDER BY a") + "&e_structure=a%20UInt8,b%20String";
    post(all, file + "--B--\r\n", form);
    post(all, file + file + "--B--\r\n", form);
    post(all + "&e_format=CSV", part("e", "f", "1,x\n") + "--B--\r\n", form);
    post(all + "&e_format=Nosuch", file + "--B--\r\n", form);
    post("/?" + query("SELECT * FROM e"), file + "--B--\r\n", form);
    post("/?" + query("SELECT * FROM e") + "&e_types=UInt8,String", file + "--B--\r\n", form);
    post("/", part("query", null, "SELECT 9") + "--B--\r\n", form);
    post(
        "/",
        part("query", null, "SELECT {x:UInt8}") + part("param_x", null, "4") + "--B--\r\n",
        form);
    post("/?" + query("SELECT 1"), part("nosuch", null, "4") + "--B--\r\n", form);
  }

  private void connections() {
    String one = message("POST", "/", "SELECT 1");
    String two = message("POST", "/", "SELECT 2");
    add(one, two);
    add(message("POST", "/", "SELECT nosuch"), two);
    add(message("GET", "/ping", ""), message("HEAD", "/ping", ""), two);
    add(chunked("/", "SELECT 3", 2), two);
    add(message("POST", "/", "SELECT 4", "Connection: keep-alive"), two);
    add(message("POST", "/", "SELECT 5", "Connection: close"));
    add(message("POST", "/", "SELECT 6", "Expect: 100-continue"));
    add(message("POST", "/nosuch", "x", "Expect: 100-continue"));
    add(message("POST", "/?" + query("INSERT INTO h_trace.nosuch FORMAT TSV"), "1\n"), two);
    add(message("POST", "/?user=nobody", "SELECT 1"), two);
    add(old("POST", "/", "SELECT 7", "X-A: b"));
    add(old("GET", "/ping", "", "X-A: b"));
    add("GET /ping HTTP/1.1\r\n\r\n");
    add("POST / HTTP/1.1\r\nHost: trace\r\n\r\n");
    add("POST /?query=SELECT%201 HTTP/1.1\r\nHost: trace\r\n\r\n");
  }
}
