// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.http;

import com.sun.net.httpserver.HttpExchange;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.server.compression.FrameInputStream;
import io.twinhouse.server.compression.HttpEncoding;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The query of a request and the data behind it. The query is the parameter, the body's text, or
 * both one after the other; behind {@code INSERT ... FORMAT x} the rest of the body is data. A form
 * holds more of the query and its parameters in its fields, and tables in its files.
 *
 * @param data rows to insert, null if there are none apart from the text
 * @param parameters the query parameters among a form's fields
 */
record RequestBody(String sql, @Nullable InputStream data, Map<String, String> parameters) {

  private static final int MAX_QUERY_BYTES = 1 << 28;
  private static final int HEAD_BYTES = 1 << 18;

  /**
   * @param tables are made of a form's files
   */
  static RequestBody read(HttpExchange exchange, RequestParameters request, ExternalTables tables)
      throws IOException {
    requireLength(exchange, request);
    String query = request.text("query", "");
    if (request.isForm()) {
      return form(exchange, request, tables);
    }
    InputStream body = decoded(exchange, request);
    if (!query.isBlank() && InsertText.expectsData(query)) {
      return new RequestBody(query, body, Map.of());
    }
    byte[] head = body.readNBytes(HEAD_BYTES);
    String text = query.isEmpty() ? "" : query + "\n";
    int dataFrom = query.isBlank() ? InsertText.dataOffset(head) : -1;
    if (dataFrom >= 0) {
      InputStream rest =
          new SequenceInputStream(
              new ByteArrayInputStream(head, dataFrom, head.length - dataFrom), body);
      return new RequestBody(utf8(head, dataFrom), rest, Map.of());
    }
    InputStream all = new SequenceInputStream(new ByteArrayInputStream(head), body);
    return new RequestBody(text + text(all), null, Map.of());
  }

  private static void requireLength(HttpExchange exchange, RequestParameters request) {
    if (exchange.getRequestMethod().equals("POST")
        && request.header("Content-Length") == null
        && request.header("Transfer-Encoding") == null) {
      throw new TwinhouseException(
          ErrorCode.HTTP_LENGTH_REQUIRED,
          "The Transfer-Encoding is not chunked and there is no Content-Length header for POST"
              + " request.");
    }
  }

  /** A form is never encoded: clients that send files send them as they are. */
  private static RequestBody form(
      HttpExchange exchange, RequestParameters request, ExternalTables tables) throws IOException {
    String type = String.valueOf(request.header("Content-Type"));
    MultipartForm form = MultipartForm.of(SentBytes.of(exchange), type);
    Map<String, String> told = new HashMap<>(request.all());
    Map<String, String> parameters = new HashMap<>();
    StringBuilder query = new StringBuilder(request.text("query", ""));
    for (MultipartForm.Part part = form.next(); part != null; part = form.next()) {
      if (part.isFile()) {
        tables.add(part.name(), told, part.content());
        continue;
      }
      String value = text(part.content());
      told.put(part.name(), value);
      if (part.name().equals("query")) {
        query.append(value);
      } else if (part.name().startsWith(RequestParameters.PARAMETER)) {
        parameters.put(part.name().substring(RequestParameters.PARAMETER.length()), value);
      }
    }
    return new RequestBody(query.toString(), null, parameters);
  }

  /**
   * @throws TwinhouseException QUERY_IS_TOO_LARGE
   */
  private static String text(InputStream in) throws IOException {
    byte[] bytes = in.readNBytes(MAX_QUERY_BYTES);
    if (in.read() >= 0) {
      throw new TwinhouseException(
          ErrorCode.QUERY_IS_TOO_LARGE,
          "A query of more than " + MAX_QUERY_BYTES + " bytes; send rows as data of an INSERT");
    }
    return utf8(bytes, bytes.length);
  }

  /** Other bytes would become other values, for a text here is of characters. */
  private static String utf8(byte[] bytes, int length) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(bytes, 0, length))
          .toString();
    } catch (CharacterCodingException notUtf8) {
      throw new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED,
          "A query whose text is not UTF-8 is not supported; write such bytes as \\xFF in a"
              + " literal",
          notUtf8);
    }
  }

  private static InputStream decoded(HttpExchange exchange, RequestParameters request)
      throws IOException {
    InputStream in = SentBytes.of(exchange);
    HttpEncoding encoding = HttpEncoding.ofContent(request.header("Content-Encoding"));
    if (encoding != null) {
      in = encoding.decode(in);
    }
    return request.flag("decompress") ? new FrameInputStream(in) : in;
  }
}
