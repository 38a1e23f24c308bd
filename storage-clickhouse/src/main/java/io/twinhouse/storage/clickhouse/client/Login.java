// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.clickhouse.client;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who asks. The parameters of an address are {@code user}, {@code password}, {@code access_token},
 * {@code client_certificate} and {@code client_key}; of the last three at most one way is taken,
 * the first that is there.
 *
 * @param accessToken a bearer token in place of user and password
 * @param clientCertificate path of a certificate (PEM) that names the user; with {@code clientKey}
 */
public record Login(
    String user,
    String password,
    @Nullable String accessToken,
    @Nullable String clientCertificate,
    @Nullable String clientKey) {

  /** Takes what it knows out of the parameters of an address; they win over the URL's own. */
  static Login take(Map<String, String> options, String[] userInfo) {
    String user = options.remove("user");
    String password = options.remove("password");
    String certificate = options.remove("client_certificate");
    String key = options.remove("client_key");
    if ((certificate == null) != (key == null)) {
      throw Endpoint.malformed("client_certificate and client_key go together");
    }
    return new Login(
        user == null ? userInfo[0] : user,
        password == null ? userInfo[1] : password,
        options.remove("access_token"),
        certificate,
        key);
  }

  /** Nothing secret. */
  @Override
  public String toString() {
    return user;
  }
}
