// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.http;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import io.twinhouse.engine.access.NameSet;
import io.twinhouse.engine.access.quota.QuotaClient;
import io.twinhouse.engine.api.QueryRequest;
import io.twinhouse.engine.api.QueryResult;
import io.twinhouse.engine.api.QueryStatistics;
import io.twinhouse.engine.api.Session;
import io.twinhouse.engine.api.Twinhouse;
import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.format.FormatSettings;
import io.twinhouse.engine.format.Formats;
import io.twinhouse.engine.format.OutputFormat;
import io.twinhouse.engine.format.ResultFigures;
import io.twinhouse.engine.format.ResultWriter;
import io.twinhouse.engine.memory.MemoryContext;
import io.twinhouse.engine.memory.MemoryLevel;
import io.twinhouse.engine.setting.ResponseHeaders;
import io.twinhouse.engine.setting.Settings;
import io.twinhouse.engine.type.Quoting;
import io.twinhouse.server.compression.FrameOutputStream;
import io.twinhouse.server.compression.HttpEncoding;
import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Runs one query of a request and writes its answer. Thread-safe. */
final class QueryHandler {

  private static final String EXPOSED =
      "X-ClickHouse-Query-Id,X-ClickHouse-Summary,X-ClickHouse-Server-Display-Name,"
          + "X-ClickHouse-Format,X-ClickHouse-Timezone,X-ClickHouse-Exception-Code,"
          + "X-ClickHouse-Exception-Tag";

  private static final String ERRORS_AS_FORMATTED = "http_write_exception_in_output_format";

  private static final List<String> FLAGS =
      List.of("compress", "decompress", "wait_end_of_query", "close_session", "stacktrace");

  private final Twinhouse engine;
  private final SessionRegistry sessions;

  QueryHandler(Twinhouse engine, SessionRegistry sessions) {
    this.engine = engine;
    this.sessions = sessions;
  }

  void handle(HttpExchange exchange) throws IOException {
    RequestParameters request = RequestParameters.of(exchange);
    ErrorAnswer errors = new ErrorAnswer(exchange, request);
    try {
      commonHeaders(exchange.getResponseHeaders(), request, errors.tag());
      Credentials credentials = Credentials.of(request).check(engine.access());
      request.requireText();
      FLAGS.forEach(request::checkFlag);
      try (SessionRegistry.Lease lease = sessions.lease(request, credentials.user());
          ExternalTables tables =
              new ExternalTables(lease.session(), credentials.user(), request.settings())) {
        answer(exchange, request, lease.session(), credentials.user(), tables, errors);
      }
    } catch (TwinhouseException refused) {
      errors.write(refused);
    } catch (RuntimeException | Error failed) {
      errors.write(told(failed));
    }
  }

  /** Whatever failed, a client is not left waiting. */
  private static TwinhouseException told(Throwable failed) {
    if (failed instanceof OutOfMemoryError) {
      return new TwinhouseException(
          ErrorCode.MEMORY_LIMIT_EXCEEDED,
          "The heap of the server's process is exhausted ("
              + failed.getMessage()
              + "); give it more, or lower --max-server-memory-usage",
          failed);
    }
    if (failed instanceof StackOverflowError) {
      return new TwinhouseException(
          ErrorCode.TOO_DEEP_RECURSION,
          "The query nests deeper than a thread's stack; nest it less, or start with a larger -Xss",
          failed);
    }
    return new TwinhouseException(
        ErrorCode.UNKNOWN_EXCEPTION,
        "A defect of Twinhouse: " + failed + "; please report it with the query",
        failed);
  }

  private static void commonHeaders(Headers headers, RequestParameters request, String tag) {
    headers.set("X-ClickHouse-Server-Display-Name", ServerVersion.DISPLAY_NAME);
    headers.set("X-ClickHouse-Exception-Tag", tag);
    headers.set("Access-Control-Expose-Headers", EXPOSED);
    if (request.header("Origin") != null && request.flag("add_http_cors_header")) {
      headers.set("Access-Control-Allow-Origin", "*");
    }
  }

  private void answer(
      HttpExchange exchange,
      RequestParameters request,
      Session session,
      String user,
      ExternalTables tables,
      ErrorAnswer errors)
      throws IOException {
    RequestBody body = RequestBody.read(exchange, request, tables);
    request.checkNumber("buffer_size");
    request.checkNumber("client_protocol_version");
    String before = session.database();
    String database = databaseOf(request);
    use(session, database, user);
    Map<String, String> settings = ReadOnlyMethod.settings(exchange, request, session);
    requireReadable(settings);
    // A request that cannot be read has no query that these would tell something of.
    String named = request.textOrHeader("query_id", "X-ClickHouse-Query-Id", "");
    String id = named.isEmpty() ? UUID.randomUUID().toString() : named;
    exchange.getResponseHeaders().set("X-ClickHouse-Query-Id", id);
    exchange.getResponseHeaders().set("X-ClickHouse-Timezone", "UTC");
    if (body.sql().isBlank()) {
      throw new TwinhouseException(ErrorCode.SYNTAX_ERROR, "Empty query");
    }
    Map<String, String> parameters = new HashMap<>(request.queryParameters());
    parameters.putAll(body.parameters());
    QueryRequest query =
        QueryRequest.of(body.sql())
            .withParameters(parameters)
            .withSettings(settings)
            .withUser(user)
            .withQueryId(id)
            .withClient(client(exchange, request));
    if (!request.roles().isEmpty()) {
      query = query.withRoles(NameSet.of(request.roles()));
    }
    if (body.data() != null) {
      query = query.withData(body.data());
    }
    try (QueryResult result = session.query(query);
        MemoryContext memory =
            engine.memory().child(MemoryLevel.OPERATOR, "http answer", MemoryContext.UNLIMITED)) {
      write(exchange, request, result, memory, errors);
    } catch (TwinhouseException refused) {
      throw ReadOnlyMethod.explained(exchange, refused);
    } finally {
      if (session.database().equals(database)) {
        goBack(session, before, user);
      }
    }
  }

  /** Settings that cannot be read are told of before there is a query. */
  private static void requireReadable(Map<String, String> settings) {
    try {
      Settings.DEFAULT.with(settings);
    } catch (TwinhouseException refused) {
      if (!refused.is(ErrorCode.BAD_ARGUMENTS) || !settings.containsKey(ResponseHeaders.SETTING)) {
        throw refused; // headers that make no sense are for the query to refuse
      }
    }
  }

  /** The database of one request is not that of those behind it. */
  private static void goBack(Session session, String database, String user) {
    try {
      use(session, database, user);
    } catch (TwinhouseException gone) {
      // the request has dropped it
    }
  }

  private static QuotaClient client(HttpExchange exchange, RequestParameters request) {
    String forwarded = request.header("X-Forwarded-For");
    return new QuotaClient(
        exchange.getRemoteAddress().getAddress().getHostAddress(),
        forwarded == null ? "" : forwarded.substring(forwarded.lastIndexOf(',') + 1).strip(),
        request.textOrHeader("quota_key", "X-ClickHouse-Quota", ""),
        true);
  }

  private static String databaseOf(RequestParameters request) {
    String header = request.header("X-ClickHouse-Database");
    return header != null && !header.isEmpty() ? header : request.text("database", "");
  }

  private static void use(Session session, String database, String user) {
    if (!database.isEmpty() && !database.equals(session.database())) {
      session
          .query(
              QueryRequest.of("USE " + Quoting.name(database))
                  .withUser(user)
                  .withClient(QuotaClient.DOOR))
          .close();
    }
  }

  private static void write(
      HttpExchange exchange,
      RequestParameters request,
      QueryResult result,
      MemoryContext memory,
      ErrorAnswer errors)
      throws IOException {
    Map<String, String> added = ResponseHeaders.of(result.settings().text(ResponseHeaders.SETTING));
    OutputFormat format = result.schema().size() == 0 ? null : format(request, result);
    if (format != null && result.settings().flag(ERRORS_AS_FORMATTED)) {
      requirePlainErrors(formatName(request, result));
    }
    Headers headers = exchange.getResponseHeaders();
    if (format != null) {
      headers.set("X-ClickHouse-Format", formatName(request, result));
    }
    String zone = result.settings().text("session_timezone");
    headers.set("X-ClickHouse-Timezone", zone.isEmpty() ? "UTC" : zone);
    headers.set(
        "Content-Type", format == null ? "text/plain; charset=UTF-8" : format.contentType());
    added.forEach(headers::set);
    HttpEncoding encoding =
        format != null && request.flag("enable_http_compression", true)
            ? HttpEncoding.accepted(request.header("Accept-Encoding"))
            : null;
    ResponseBody body =
        new ResponseBody(
            exchange,
            memory,
            request.flag("wait_end_of_query"),
            () -> figures(result, headers, request.flag("wait_end_of_query")));
    errors.follow(body, encoding);
    if (encoding != null) {
      headers.set("Content-Encoding", encoding.token());
    }
    try {
      try (OutputStream out = encoded(body, request, encoding)) {
        rows(result, format, formatSettings(request, result), out);
      }
      body.send();
    } finally {
      body.drop();
    }
  }

  /** No format here writes errors among its rows, as those of the server do that have a place. */
  private static void requirePlainErrors(String format) {
    if (format.toUpperCase(Locale.ROOT).contains("JSON") || format.equalsIgnoreCase("XML")) {
      throw new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED,
          "Setting " + ERRORS_AS_FORMATTED + " is not implemented for format " + format);
    }
  }

  /** The web server sends headers all at once, so progress is told as far as it has come then. */
  private static void figures(QueryResult result, Headers headers, boolean complete) {
    QueryStatistics figures = result.statistics();
    if (result.settings().flag("send_progress_in_http_headers")) {
      headers.set("X-ClickHouse-Progress", Summary.progress(figures));
    }
    headers.set("X-ClickHouse-Summary", Summary.of(figures, complete));
  }

  private static OutputStream encoded(
      ResponseBody body, RequestParameters request, @Nullable HttpEncoding encoding)
      throws IOException {
    OutputStream out = encoding == null ? body : encoding.encode(body);
    return request.flag("compress") ? new ClosingFrames(out) : out;
  }

  /** Frames do not close what is behind them, an encoder must be closed. */
  private static final class ClosingFrames extends java.io.FilterOutputStream {
    private final OutputStream behind;

    ClosingFrames(OutputStream behind) {
      super(new FrameOutputStream(behind));
      this.behind = behind;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      out.write(bytes, offset, length);
    }

    @Override
    public void close() throws IOException {
      out.close();
      behind.close();
    }
  }

  private static void rows(
      QueryResult result, @Nullable OutputFormat format, FormatSettings settings, OutputStream out)
      throws IOException {
    if (format == null) {
      while (result.next() != null) {
        // a statement without columns does its work here
      }
      return;
    }
    ResultWriter writer = result.writer(format, settings, out);
    Batch batch = result.next();
    if (batch != null || figures(result).readRows() > 0) {
      writer.progress(figures(result));
    }
    while (batch != null) {
      writer.write(batch);
      batch = result.next();
      writer.progress(figures(result));
    }
    Batch totals = result.totals();
    if (totals != null) {
      writer.totals(totals);
    }
    writer.end(figures(result));
  }

  private static ResultFigures figures(QueryResult result) {
    QueryStatistics figures = result.statistics();
    return new ResultFigures(
        figures.elapsedNanos(), figures.readRows(), figures.readBytes(), figures.rowsBeforeLimit());
  }

  /**
   * What the session, the request and the statement set, and the protocol that the client speaks.
   */
  private static FormatSettings formatSettings(RequestParameters request, QueryResult result) {
    Map<String, String> settings = new HashMap<>(result.settings().changed());
    long revision = request.number("client_protocol_version", 0);
    settings.put("client_protocol_version", Long.toString(Math.max(0, revision)));
    return new FormatSettings(settings);
  }

  private static OutputFormat format(RequestParameters request, QueryResult result) {
    return Formats.output(formatName(request, result));
  }

  /** As the client spelt it: of the statement, the header or the parameter, in this order. */
  private static String formatName(RequestParameters request, QueryResult result) {
    String named = result.format();
    if (named != null) {
      return named;
    }
    String header = request.header("X-ClickHouse-Format");
    String asked = header == null ? request.text("default_format", "") : header;
    return asked.isEmpty() ? "TSV" : asked;
  }
}
