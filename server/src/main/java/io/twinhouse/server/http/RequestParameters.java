// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.http;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the address and the headers of a request say. Immutable. */
final class RequestParameters {

  private static final Set<String> RESERVED =
      Set.of(
          "query",
          "database",
          "default_format",
          "query_id",
          "session_id",
          "session_timeout",
          "session_check",
          "close_session",
          "role",
          "compress",
          "decompress",
          "wait_end_of_query",
          "buffer_size",
          "user",
          "password",
          "quota_key",
          "client_protocol_version",
          "stacktrace");

  private static final Pattern FLAG = Pattern.compile(".|true|false", Pattern.CASE_INSENSITIVE);

  /** What the names of query parameters begin with. */
  static final String PARAMETER = "param_";

  private final String query;
  private final Map<String, String> values;
  private final List<String> roles;
  private final Headers headers;

  private RequestParameters(
      String query, Map<String, String> values, List<String> roles, Headers headers) {
    this.query = query;
    this.values = values;
    this.roles = roles;
    this.headers = headers;
  }

  static RequestParameters of(HttpExchange exchange) {
    Map<String, String> values = new LinkedHashMap<>();
    List<String> roles = new ArrayList<>();
    String query = exchange.getRequestURI().getRawQuery();
    if (query != null) {
      for (String pair : query.split("&")) {
        int equals = pair.indexOf('=');
        String name = decode(equals < 0 ? pair : pair.substring(0, equals));
        String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
        if (name.equals("role")) {
          roles.add(value);
        }
        if (RESERVED.contains(name) || name.startsWith(PARAMETER)) {
          values.putIfAbsent(name, value);
        } else if (!name.isEmpty()) {
          values.put(name, value); // of several values for a setting the last one counts
        }
      }
    }
    return new RequestParameters(
        query == null ? "" : query, values, roles, exchange.getRequestHeaders());
  }

  /** What is no text becomes U+FFFD, see {@link #requireText}. */
  private static String decode(String text) {
    return new String(bytes(text), StandardCharsets.UTF_8);
  }

  private static byte[] bytes(String text) {
    try {
      // a character of the address is a byte, encoded or not
      return URLDecoder.decode(text, StandardCharsets.ISO_8859_1)
          .getBytes(StandardCharsets.ISO_8859_1);
    } catch (IllegalArgumentException notEncoded) {
      return text.getBytes(StandardCharsets.ISO_8859_1);
    }
  }

  /**
   * Other bytes than those of UTF-8 would become other values, for a text here is of characters.
   *
   * @throws TwinhouseException NOT_IMPLEMENTED
   */
  void requireText() {
    // pair by pair, as they are read: one that is badly encoded says nothing of another
    for (String pair : query.split("&")) {
      for (String part : pair.split("=", 2)) {
        requireText(part);
      }
    }
  }

  private static void requireText(String part) {
    byte[] bytes = bytes(part);
    if (!Arrays.equals(decode(part).getBytes(StandardCharsets.UTF_8), bytes)) {
      throw new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED,
          "An address with bytes that are not UTF-8 is not supported; write such bytes as \\xFF in"
              + " a literal");
    }
  }

  /** The roles that the query is to run with, in the order of the address. */
  List<String> roles() {
    return roles;
  }

  String text(String name, String unset) {
    return values.getOrDefault(name, unset);
  }

  /** A reserved name in the address, else a header, else {@code unset}. */
  String textOrHeader(String name, String header, String unset) {
    String value = values.get(name);
    if (value != null) {
      return value;
    }
    String first = headers.getFirst(header);
    return first == null ? unset : first;
  }

  @Nullable String header(String name) {
    return headers.getFirst(name);
  }

  /** Whether the body is a form with fields and files. */
  boolean isForm() {
    return MultipartForm.is(header("Content-Type"));
  }

  /** All of the address by name. */
  Map<String, String> all() {
    return Collections.unmodifiableMap(values);
  }

  boolean has(String name) {
    return values.containsKey(name);
  }

  boolean flag(String name) {
    return flag(name, false);
  }

  boolean flag(String name, boolean unset) {
    String value = values.getOrDefault(name, unset ? "1" : "0");
    return value.length() == 1 ? !value.equals("0") : value.equalsIgnoreCase("true");
  }

  /**
   * @throws TwinhouseException CANNOT_PARSE_INPUT_ASSERTION_FAILED if there is something else
   */
  void checkNumber(String name) {
    String value = values.get(name);
    if (value != null && !value.matches("[0-9]{1,18}")) {
      throw new TwinhouseException(
          ErrorCode.CANNOT_PARSE_INPUT_ASSERTION_FAILED,
          "Cannot parse input: expected 'eof' before: '" + value + "'");
    }
  }

  /**
   * @throws TwinhouseException CANNOT_PARSE_INPUT_ASSERTION_FAILED if there is something else
   */
  void checkFlag(String name) {
    String value = values.get(name);
    if (value == null || FLAG.matcher(value).matches()) {
      return;
    }
    if (value.isEmpty()) {
      throw new TwinhouseException(
          ErrorCode.ATTEMPT_TO_READ_AFTER_EOF, "Attempt to read after eof");
    }
    throw new TwinhouseException(
        ErrorCode.CANNOT_PARSE_INPUT_ASSERTION_FAILED,
        "Cannot parse input: expected 'eof' before: '" + value.substring(1) + "'");
  }

  long number(String name, long unset) {
    String value = values.get(name);
    try {
      return value == null ? unset : Long.parseLong(value);
    } catch (NumberFormatException noNumber) {
      return unset;
    }
  }

  /** The query parameters, {@code param_x} under {@code x}. */
  Map<String, String> queryParameters() {
    Map<String, String> found = new LinkedHashMap<>();
    values.forEach(
        (name, value) -> {
          if (name.startsWith(PARAMETER)) {
            found.put(name.substring(PARAMETER.length()), value);
          }
        });
    return found;
  }

  /** Every key that is not the protocol's own is a setting. */
  Map<String, String> settings() {
    Map<String, String> found = new LinkedHashMap<>(values);
    found.keySet().removeIf(name -> RESERVED.contains(name) || name.startsWith(PARAMETER));
    if (isForm()) {
      found.keySet().removeIf(name -> ExternalTables.FIELDS.stream().anyMatch(name::endsWith));
    }
    return found;
  }
}
