// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.http;

import com.sun.net.httpserver.HttpExchange;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.server.compression.FrameInputStream;
import io.twinhouse.server.compression.HttpEncoding;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The query of a request and the data behind it. The query is the parameter, the body's text, or
 * both one after the other; behind {@code INSERT ... FORMAT x} the rest of the body is data.
 *
 * @param data rows to insert, null if there are none apart from the text
 */
record RequestBody(String sql, @Nullable InputStream data) {

  private static final int MAX_QUERY_BYTES = 1 << 28;
  private static final int HEAD_BYTES = 1 << 18;

  static RequestBody read(HttpExchange exchange, RequestParameters request) throws IOException {
    String query = request.text("query", "");
    InputStream body = decoded(exchange, request);
    if (!query.isBlank() && InsertText.expectsData(query)) {
      return new RequestBody(query, body);
    }
    byte[] head = body.readNBytes(HEAD_BYTES);
    String text = query.isEmpty() ? "" : query + "\n";
    int dataFrom = query.isBlank() ? InsertText.dataOffset(head) : -1;
    if (dataFrom >= 0) {
      InputStream rest =
          new SequenceInputStream(
              new java.io.ByteArrayInputStream(head, dataFrom, head.length - dataFrom), body);
      return new RequestBody(new String(head, 0, dataFrom, StandardCharsets.UTF_8), rest);
    }
    byte[] rest = body.readNBytes(MAX_QUERY_BYTES - head.length);
    if (body.read() >= 0) {
      throw new TwinhouseException(
          ErrorCode.QUERY_IS_TOO_LARGE,
          "A query of more than " + MAX_QUERY_BYTES + " bytes; send rows as data of an INSERT");
    }
    byte[] all = java.util.Arrays.copyOf(head, head.length + rest.length);
    System.arraycopy(rest, 0, all, head.length, rest.length);
    return new RequestBody(text + new String(all, StandardCharsets.UTF_8), null);
  }

  private static InputStream decoded(HttpExchange exchange, RequestParameters request)
      throws IOException {
    InputStream in = exchange.getRequestBody();
    HttpEncoding encoding = HttpEncoding.ofContent(request.header("Content-Encoding"));
    if (encoding != null) {
      in = encoding.decode(in);
    }
    return request.flag("decompress") ? new FrameInputStream(in) : in;
  }
}
