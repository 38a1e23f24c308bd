// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.http;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import io.twinhouse.engine.access.AccessControl;
import io.twinhouse.engine.api.Twinhouse;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.server.page.Dashboards;
import io.twinhouse.server.page.LocalPage;
import io.twinhouse.server.page.PageFile;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Answers browsers: the local page, its files, and the dashboards behind it. Thread-safe. */
final class PageHandler {

  private static final List<String> PARAMETERS =
      List.of("projectId", "branchId", "includeAnonymous", "today");

  private final Dashboards dashboards;
  private final AccessControl access;

  PageHandler(Twinhouse engine) {
    this.dashboards = new Dashboards(engine);
    this.access = engine.access();
  }

  /** Answers if the request is a browser's; others ask "/" whether the server is alive. */
  boolean handle(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String accept = exchange.getRequestHeaders().getFirst("Accept");
    boolean root = path.equals("/") && exchange.getRequestURI().getRawQuery() == null;
    if (root && accept != null && accept.contains("text/html")) {
      path = "/play";
    }
    Optional<PageFile> file = LocalPage.find(path);
    if (file.isEmpty() && path.startsWith("/page/")) {
      RequestParameters request = RequestParameters.of(exchange);
      try {
        Credentials.of(request).check(access);
        file = dashboards.find(path, parameters(request));
      } catch (TwinhouseException refused) {
        new ErrorAnswer(exchange, request).write(refused);
        return true;
      }
    }
    if (file.isEmpty()) {
      return false;
    }
    send(exchange, file.get());
    return true;
  }

  private static Map<String, String> parameters(RequestParameters request) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String name : PARAMETERS) {
      String value = request.text(name, "");
      if (!value.isEmpty()) {
        values.put(name, value);
      }
    }
    return values;
  }

  private static void send(HttpExchange exchange, PageFile file) throws IOException {
    Headers headers = exchange.getResponseHeaders();
    headers.set("Content-Type", file.contentType());
    headers.set("Content-Security-Policy", LocalPage.CONTENT_SECURITY_POLICY);
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("Cache-Control", "no-cache");
    exchange.sendResponseHeaders(200, file.bytes().length);
    exchange.getResponseBody().write(file.bytes());
  }
}
