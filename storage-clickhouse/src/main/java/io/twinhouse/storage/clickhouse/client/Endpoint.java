// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.clickhouse.client;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * A server's address: {@code clickhouse:http://host:8123/database?user=u&password=p}. Parameters
 * for the login are in {@link Login}, those for the connections in {@link Line}; every other one is
 * a setting sent with each query, {@code max_threads=2} for instance.
 *
 * @param url scheme, host and port alone
 * @param database the default database
 * @param settings sent with each query unless the query sets the same: those of the {@link Profile}
 *     that the parameter {@code profile} names, and the address's own
 */
public record Endpoint(
    URI url, Login login, String database, Line line, Map<String, String> settings) {

  /** What an address of this house starts with. */
  public static final String SCHEME = "clickhouse:";

  private static final String EXAMPLE =
      "write clickhouse:http://host:8123/database?user=u&password=p";

  public Endpoint {
    settings = Map.copyOf(settings);
  }

  /** Reads an address without further parameters. */
  public static Endpoint parse(String address) {
    return parse(address, Map.of());
  }

  /**
   * Reads an address.
   *
   * @param more further parameters by name; they win over those in the address
   * @throws TwinhouseException BAD_ARGUMENTS; a password is never part of the message
   */
  public static Endpoint parse(String address, Map<String, String> more) {
    if (!address.startsWith(SCHEME)) {
      throw malformed("it does not start with " + SCHEME);
    }
    URI url = uri(address.substring(SCHEME.length()));
    Map<String, String> options = options(url.getRawQuery());
    options.putAll(more);
    String[] userInfo = userInfo(url);
    String path = url.getPath() == null ? "" : url.getPath().replaceAll("^/|/$", "");
    String database = options.remove("database");
    return new Endpoint(
        URI.create(url.getScheme() + "://" + url.getHost() + ":" + port(url)),
        Login.take(options, userInfo),
        database == null ? (path.isEmpty() ? "default" : path) : database,
        Line.take(options),
        settings(options));
  }

  private static Map<String, String> settings(Map<String, String> options) {
    Map<String, String> settings = new HashMap<>(Profile.take(options).settings());
    settings.putAll(options);
    return settings;
  }

  private static URI uri(String text) {
    URI url;
    try {
      url = URI.create(text);
    } catch (IllegalArgumentException invalid) {
      throw malformed("what follows " + SCHEME + " is not a URL");
    }
    boolean http = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
    if (!http || url.getHost() == null) {
      throw malformed("what follows " + SCHEME + " is not an http or https URL with a host");
    }
    return url;
  }

  private static int port(URI url) {
    if (url.getPort() > 0) {
      return url.getPort();
    }
    return "https".equals(url.getScheme()) ? 8443 : 8123;
  }

  private static String[] userInfo(URI url) {
    String info = url.getUserInfo();
    int colon = info == null ? -1 : info.indexOf(':');
    if (info == null) {
      return new String[] {"default", ""};
    }
    return colon < 0
        ? new String[] {info, ""}
        : new String[] {info.substring(0, colon), info.substring(colon + 1)};
  }

  private static Map<String, String> options(@org.jspecify.annotations.Nullable String query) {
    Map<String, String> options = new HashMap<>();
    if (query == null || query.isEmpty()) {
      return options;
    }
    for (String option : query.split("&", -1)) {
      int equals = option.indexOf('=');
      if (equals <= 0) {
        throw malformed("a parameter is not of the form name=value");
      }
      options.put(decode(option.substring(0, equals)), decode(option.substring(equals + 1)));
    }
    return options;
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  static TwinhouseException malformed(String what) {
    return new TwinhouseException(
        ErrorCode.BAD_ARGUMENTS, "Wrong address of a ClickHouse server: " + what + "; " + EXAMPLE);
  }

  /** Without the password. */
  @Override
  public String toString() {
    return SCHEME + url + "/" + database + "?user=" + login.user();
  }
}
