// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.trace;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * One request as it goes over the wire, or several on one connection.
 *
 * @param messages bytes as characters, one message each
 */
record WireRequest(List<String> messages) {

  WireRequest {
    messages = List.copyOf(messages);
  }

  /** A request with a body of known length; none if the body is null and the method sends none. */
  static String message(String method, String path, String body, String... headers) {
    return head(method, path, body, "HTTP/1.1", headers);
  }

  /** The same as clients of HTTP/1.0 send it. */
  static String old(String method, String path, String body, String... headers) {
    return head(method, path, body, "HTTP/1.0", headers);
  }

  private static String head(
      String method, String path, String body, String version, String... headers) {
    StringBuilder text = new StringBuilder(method + " " + path + " " + version + "\r\n");
    text.append("Host: trace\r\n");
    for (String header : headers) {
      text.append(header).append("\r\n");
    }
    boolean bodied = method.equals("POST") || method.equals("PUT") || method.equals("PATCH");
    if (bodied) {
      text.append("Content-Length: ").append(bytes(body).length).append("\r\n");
    }
    return text + "\r\n" + (bodied ? body : "");
  }

  /** A POST in chunks of these sizes, the last one with what is left. */
  static String chunked(String path, String body, int size, String... headers) {
    StringBuilder text = new StringBuilder("POST " + path + " HTTP/1.1\r\nHost: trace\r\n");
    for (String header : headers) {
      text.append(header).append("\r\n");
    }
    text.append("Transfer-Encoding: chunked\r\n\r\n");
    for (int at = 0; at < body.length(); at += size) {
      String piece = body.substring(at, Math.min(body.length(), at + size));
      text.append(Integer.toHexString(piece.length())).append("\r\n").append(piece).append("\r\n");
    }
    return text + "0\r\n\r\n";
  }

  static WireRequest of(String... messages) {
    return new WireRequest(List.of(messages));
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  /** On a line of its own in the record. */
  String line() {
    List<String> lines = new ArrayList<>();
    messages.forEach(message -> lines.add(escaped(message)));
    return String.join(" && ", lines);
  }

  /** Printable, without line breaks. */
  static String escaped(String text) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '\r' -> line.append("\\r");
        case '\n' -> line.append("\\n");
        case '\t' -> line.append("\\t");
        case '\\' -> line.append("\\\\");
        default -> line.append(c >= ' ' && c < 127 ? "" + c : String.format("\\x%02x", (int) c));
      }
    }
    return line.toString();
  }
}
