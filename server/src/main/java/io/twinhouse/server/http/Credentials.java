// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.http;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Map;

/** Who asks: headers of ClickHouse's own, Basic authentication, or parameters, in this order. */
record Credentials(String user, String password) {

  private static final String BASIC = "Basic ";

  static Credentials of(RequestParameters request) {
    String user = request.header("X-ClickHouse-User");
    if (user != null) {
      String key = request.header("X-ClickHouse-Key");
      return new Credentials(user, key == null ? "" : key);
    }
    String authorization = request.header("Authorization");
    if (authorization != null && authorization.startsWith(BASIC)) {
      return basic(authorization.substring(BASIC.length()).strip());
    }
    return new Credentials(request.text("user", "default"), request.text("password", ""));
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
   * @throws TwinhouseException REQUIRED_PASSWORD or AUTHENTICATION_FAILED
   */
  void check(Map<String, String> users) {
    String expected = users.get(user);
    boolean right =
        expected != null
            && MessageDigest.isEqual(
                expected.getBytes(StandardCharsets.UTF_8),
                password.getBytes(StandardCharsets.UTF_8));
    if (!right) {
      throw new TwinhouseException(
          user.equals("default") ? ErrorCode.REQUIRED_PASSWORD : ErrorCode.AUTHENTICATION_FAILED,
          user
              + ": Authentication failed: password is incorrect, or there is no user with such"
              + " name");
    }
  }
}
