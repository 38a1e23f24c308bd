// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.http;

import com.sun.net.httpserver.HttpExchange;
import io.twinhouse.engine.api.Session;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import java.util.Map;

/** GET and HEAD only read: they imply readonly=2, which no setting of theirs can change. */
final class ReadOnlyMethod {

  private ReadOnlyMethod() {}

  /**
   * The settings that a request runs with.
   *
   * @throws TwinhouseException READONLY when a GET sets readonly to something else
   */
  static Map<String, String> settings(
      HttpExchange exchange, RequestParameters request, Session session) {
    Map<String, String> settings = request.settings();
    if (writes(exchange)) {
      return settings;
    }
    if (!settings.getOrDefault("readonly", "2").equals("2")) {
      throw new TwinhouseException(
          ErrorCode.READONLY, "Cannot modify 'readonly' setting in readonly mode");
    }
    if (session.setting("readonly").equals("0")) {
      settings.put("readonly", "2");
    }
    return settings;
  }

  /** The refusal of a GET says what to do. */
  static TwinhouseException explained(HttpExchange exchange, TwinhouseException refused) {
    String message = String.valueOf(refused.getMessage());
    if (writes(exchange)
        || !refused.is(ErrorCode.READONLY)
        || !message.contains("Cannot execute query")) {
      return refused;
    }
    return new TwinhouseException(
        ErrorCode.READONLY,
        message
            + ". For queries over HTTP, method GET implies readonly. You should use method POST"
            + " for modifying queries",
        refused);
  }

  private static boolean writes(HttpExchange exchange) {
    return exchange.getRequestMethod().equals("POST");
  }
}
