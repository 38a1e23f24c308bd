// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.http;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.server.compression.FrameOutputStream;
import io.twinhouse.server.compression.HttpEncoding;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Tells a client of an error: by status, header and body while nothing was sent, else by a tagged
 * block behind the rows and a body without an end, as the server does.
 */
final class ErrorAnswer {

  /** As much of a request that failed is read to keep its connection. */
  private static final int LEFT_OVER = 1 << 16;

  private static final int TAG_LENGTH = 16;

  /** How the web server of the JDK says that a body was closed. */
  private static final String CLOSED = "Stream is closed";

  private final HttpExchange exchange;
  private final RequestParameters request;
  private final String tag = randomTag();
  private @Nullable ResponseBody body;
  private @Nullable HttpEncoding encoding;

  ErrorAnswer(HttpExchange exchange, RequestParameters request) {
    this.exchange = exchange;
    this.request = request;
  }

  /** What marks an error behind rows, unlike anything in them. */
  String tag() {
    return tag;
  }

  /** From now on rows may be on their way. */
  void follow(ResponseBody answer, @Nullable HttpEncoding used) {
    body = answer;
    encoding = used;
  }

  void write(TwinhouseException error) throws IOException {
    boolean stranger =
        error.is(ErrorCode.AUTHENTICATION_FAILED) || error.is(ErrorCode.REQUIRED_PASSWORD);
    String version = stranger ? "" : " (version " + ServerVersion.TEXT + ")";
    String text = error.toClickHouseText() + version + "\n";
    ResponseBody begun = body;
    if (begun != null && begun.isSent()) {
      behindRows(begun, text);
      return;
    }
    Headers headers = exchange.getResponseHeaders();
    if (begun == null) {
      headers.set("Content-Type", "text/plain; charset=UTF-8");
    }
    headers.set("X-ClickHouse-Summary", Summary.NOTHING);
    headers.set("X-ClickHouse-Exception-Code", Integer.toString(error.number()));
    headers.set("X-ClickHouse-Server-Display-Name", ServerVersion.DISPLAY_NAME);
    headers.remove("Content-Encoding");
    if (error.is(ErrorCode.REQUIRED_PASSWORD)) {
      headers.set("WWW-Authenticate", "Basic realm=\"ClickHouse server HTTP API\"");
    }
    int status = HttpStatus.of(error);
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    boolean plain = status == 401 || status == 403 || !request.flag("compress");
    byte[] sent = plain ? bytes : framed(bytes);
    drain();
    if (exchange.getRequestMethod().equals("HEAD")) {
      exchange.sendResponseHeaders(status, -1);
      return;
    }
    exchange.sendResponseHeaders(status, sent.length);
    exchange.getResponseBody().write(sent);
  }

  /** A small rest of the body is read, so that the connection can serve the next request. */
  private void drain() {
    try {
      // read, not skipped: skipping runs past the body and waits for bytes that never come
      if (exchange.getRequestBody().readNBytes(LEFT_OVER).length == LEFT_OVER) {
        exchange.getResponseHeaders().set("Connection", "close");
      }
    } catch (IOException broken) {
      if (CLOSED.equals(broken.getMessage())) {
        return; // it was read to its end, or the web server sees to what is left of it
      }
      // nobody knows where the next request would begin, if the client is still there
      exchange.getResponseHeaders().set("Connection", "close");
    }
  }

  private void behindRows(ResponseBody begun, String text) throws IOException {
    if (encoding == null && !request.flag("compress")) {
      byte[] message = text.getBytes(StandardCharsets.UTF_8);
      begun.write(("\r\n__exception__\r\n" + tag + "\r\n").getBytes(StandardCharsets.UTF_8));
      begun.write(message);
      String end = message.length + " " + tag + "\r\n__exception__\r\n";
      begun.write(end.getBytes(StandardCharsets.UTF_8));
      begun.flush();
    }
    // leaving with an exception closes the connection in the middle of the chunks
    throw new IOException("the query failed behind its first rows");
  }

  private static byte[] framed(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (OutputStream frames = new FrameOutputStream(out)) {
      frames.write(bytes);
    }
    return out.toByteArray();
  }

  static String randomTag() {
    long random = UUID.randomUUID().getLeastSignificantBits();
    StringBuilder letters = new StringBuilder(TAG_LENGTH);
    for (int i = 0; i < TAG_LENGTH; i++) {
      letters.append((char) ('a' + (random >>> 4 * i & 15)));
    }
    return letters.toString();
  }
}
