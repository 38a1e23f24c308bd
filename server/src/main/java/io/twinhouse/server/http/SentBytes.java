// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.http;

import com.sun.net.httpserver.HttpExchange;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * The body of a request as it comes. A body that ends early or whose chunks are malformed is the
 * client's mistake and gets ClickHouse's code for it; half of it is never taken for all.
 */
final class SentBytes extends FilterInputStream {

  /** How the web server of the JDK says what is wrong with a chunk. */
  private static final String NO_SIZE = "invalid chunk length";

  private static final String NO_END = "invalid chunk end";
  private static final String CUT = "end of stream reading chunk header";

  private final @Nullable String announced;
  private long count;

  private SentBytes(InputStream in, @Nullable String announced) {
    super(in);
    this.announced = announced;
  }

  static InputStream of(HttpExchange exchange) {
    String announced = exchange.getRequestHeaders().getFirst("Content-Length");
    return new SentBytes(exchange.getRequestBody(), announced);
  }

  @Override
  public int read() throws IOException {
    try {
      int one = super.read();
      count += one < 0 ? 0 : 1;
      return one;
    } catch (IOException broken) {
      throw refusal(broken);
    }
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    try {
      int read = super.read(target, offset, length);
      count += Math.max(0, read);
      return read;
    } catch (IOException broken) {
      throw refusal(broken);
    }
  }

  private TwinhouseException refusal(IOException broken) {
    String problem = String.valueOf(broken.getMessage());
    if (announced != null) {
      return new TwinhouseException(
          ErrorCode.CANNOT_READ_ALL_DATA,
          "Unexpected EOF, got " + count + " of " + announced + " bytes",
          broken);
    }
    if (problem.startsWith(NO_SIZE)) {
      return new TwinhouseException(
          ErrorCode.BAD_REQUEST_PARAMETER, "Unexpected data instead of HTTP chunk header", broken);
    }
    if (problem.startsWith(NO_END)) {
      return new TwinhouseException(
          ErrorCode.CANNOT_PARSE_INPUT_ASSERTION_FAILED,
          "Cannot parse input: expected '\\r\\n' behind a chunk of " + count + " bytes so far",
          broken);
    }
    if (problem.startsWith(CUT)) {
      return new TwinhouseException(
          ErrorCode.UNEXPECTED_END_OF_FILE,
          "Unexpected end of file while reading chunk header of HTTP chunked data",
          broken);
    }
    return new TwinhouseException(
        ErrorCode.CANNOT_READ_ALL_DATA, "Cannot read all data. Bytes read: " + count, broken);
  }
}
