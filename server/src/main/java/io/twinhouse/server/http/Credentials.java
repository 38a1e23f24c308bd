// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.http;

import io.twinhouse.engine.access.AccessControl;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who asks: headers of ClickHouse's own, Basic authentication, or parameters, in this order. */
record Credentials(String user, String password) {

  private static final String BASIC = "Basic ";
  private static final List<String> OWN =
      List.of("X-ClickHouse-User", "X-ClickHouse-Key", "X-ClickHouse-SSL-Certificate-Auth");

  static Credentials of(RequestParameters request) {
    String authorization = request.header("Authorization");
    if (OWN.stream().anyMatch(name -> !said(request, name).isEmpty())) {
      return own(request, authorization);
    }
    if (authorization != null && !authorization.isBlank()) {
      if (!authorization.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
        throw invalid(
            "'" + authorization.split(" ", 2)[0] + "' HTTP Authorization scheme is not supported");
      }
      Credentials basic = basic(authorization.substring(BASIC.length()).strip());
      return new Credentials(
          request.text("user", basic.user), request.text("password", basic.password));
    }
    return new Credentials(request.text("user", "default"), request.text("password", ""));
  }

  /** An empty header says nothing. */
  private static String said(RequestParameters request, String header) {
    String value = request.header(header);
    return value == null ? "" : value;
  }

  /** By ClickHouse's own headers, which stand alone. */
  private static Credentials own(RequestParameters request, @Nullable String authorization) {
    String user = request.header("X-ClickHouse-User");
    String key = request.header("X-ClickHouse-Key");
    if (authorization != null) {
      throw invalid("X-ClickHouse HTTP headers and the Authorization header exclude each other");
    }
    if (request.has("user") || request.has("password")) {
      throw invalid("X-ClickHouse HTTP headers and parameters of the address exclude each other");
    }
    if (user == null || user.isEmpty()) {
      throw invalid("the user name in X-ClickHouse HTTP headers is empty");
    }
    if (request.header("X-ClickHouse-SSL-Certificate-Auth") != null) {
      throw invalid("there are no certificates without TLS");
    }
    return new Credentials(user, key == null ? "" : key);
  }

  private static TwinhouseException invalid(String why) {
    return new TwinhouseException(
        ErrorCode.AUTHENTICATION_FAILED, "Invalid authentication: " + why);
  }

  private static Credentials basic(String encoded) {
    try {
      String text = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
      int colon = text.indexOf(':');
      return colon < 0
          ? new Credentials(text, "")
          : new Credentials(text.substring(0, colon), text.substring(colon + 1));
    } catch (IllegalArgumentException notBase64) {
      throw new TwinhouseException(
          ErrorCode.AUTHENTICATION_FAILED, "Invalid HTTP basic authentication: it is not Base64");
    }
  }

  /**
   * Lets them in.
   *
   * @throws TwinhouseException REQUIRED_PASSWORD or AUTHENTICATION_FAILED
   */
  Credentials check(AccessControl access) {
    if (!access.admits(user, password)) {
      throw new TwinhouseException(
          user.equals("default") ? ErrorCode.REQUIRED_PASSWORD : ErrorCode.AUTHENTICATION_FAILED,
          user
              + ": Authentication failed: password is incorrect, or there is no user with such"
              + " name");
    }
    return this;
  }
}
