// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Sends queries to their handler and answers the rest itself. */
final class RouteHandler implements HttpHandler {

  private static final String HELP =
      "There is no handle %s\n\nUse / or /ping for health checks.\n\n"
          + "Send queries from your program with POST method or GET /?query=...\n";

  private final QueryHandler queries;
  private final PageHandler pages;

  RouteHandler(QueryHandler queries, PageHandler pages) {
    this.queries = queries;
    this.pages = pages;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String query = exchange.getRequestURI().getRawQuery();
    switch (exchange.getRequestMethod()) {
      case "OPTIONS" -> options(exchange, path);
      case "GET", "HEAD" -> {
        if (pages.handle(exchange)) {
          break;
        }
        if (path.equals("/replicas_status") && "verbose=1".equals(query)) {
          plain(exchange, 200, null, "");
        } else if (query == null && isKnown(path)) {
          alive(exchange, path);
        } else {
          query(exchange, path);
        }
      }
      case "POST" -> query(exchange, path);
      default -> exchange.sendResponseHeaders(501, -1);
    }
    // not when it failed: closing would end a body that must be seen to have no end
    exchange.close();
  }

  private static void alive(HttpExchange exchange, String path) throws IOException {
    if (path.equals("/replicas_status")) {
      plain(exchange, 200, null, "Ok.\n");
      return;
    }
    var headers = exchange.getResponseHeaders();
    if (exchange.getRequestMethod().equals("GET")) {
      headers.set("X-ClickHouse-Summary", Summary.NOTHING);
    }
    headers.set("X-ClickHouse-Exception-Tag", ErrorAnswer.randomTag());
    headers.set("Vary", "Accept-Encoding");
    plain(exchange, 200, "text/html; charset=UTF-8", "Ok.\n");
  }

  private static boolean isKnown(String path) {
    return path.equals("/") || path.equals("/ping") || path.equals("/replicas_status");
  }

  private void query(HttpExchange exchange, String path) throws IOException {
    boolean parameters = exchange.getRequestURI().getRawQuery() != null;
    if (path.equals("/") || (path.equals("/query") && parameters)) {
      queries.handle(exchange);
    } else {
      plain(exchange, 404, "text/plain; charset=UTF-8", String.format(Locale.ROOT, HELP, path));
    }
  }

  private static void options(HttpExchange exchange, String path) throws IOException {
    boolean query = path.equals("/query") && exchange.getRequestURI().getRawQuery() != null;
    if (!path.equals("/") && !query) {
      exchange.sendResponseHeaders(501, -1);
      return;
    }
    var headers = exchange.getResponseHeaders();
    headers.set("Access-Control-Allow-Origin", "*");
    headers.set(
        "Access-Control-Allow-Headers",
        "origin, x-requested-with, x-clickhouse-format, "
            + "x-clickhouse-user, x-clickhouse-key, authorization");
    headers.set("Access-Control-Allow-Methods", "POST, GET, OPTIONS");
    headers.set("Access-Control-Max-Age", "86400");
    exchange.sendResponseHeaders(204, -1);
  }

  private static void plain(HttpExchange exchange, int status, @Nullable String type, String text)
      throws IOException {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    if (type != null) {
      exchange.getResponseHeaders().set("Content-Type", type);
    }
    boolean head = exchange.getRequestMethod().equals("HEAD");
    exchange.sendResponseHeaders(status, head ? -1 : body.length);
    if (!head) {
      exchange.getResponseBody().write(body);
    }
  }
}
