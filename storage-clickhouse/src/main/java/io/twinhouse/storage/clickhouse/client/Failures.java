// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.clickhouse.client;

import com.clickhouse.client.api.ServerException;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;

/** What the driver throws, turned into our exception. */
final class Failures {
  /** The driver may put its own words before the server's and a query id behind them. */
  private static final Pattern SERVER_TEXT =
      Pattern.compile(
          "Code: (\\d+)\\. DB::Exception: (.*?)(?:\\.? \\(([A-Z][A-Z0-9_]+)\\))"
              + "(?: \\(version .*)?(?:\\s.*)?",
          Pattern.DOTALL);

  private Failures() {}

  /** Our exception for one that a call of the driver ended with. */
  static TwinhouseException translate(Throwable thrown, Endpoint endpoint) {
    TwinhouseException ours = find(thrown, TwinhouseException.class);
    if (ours != null) {
      return ours;
    }
    ServerException answered = find(thrown, ServerException.class);
    if (answered != null && answered.getCode() > 0) {
      return remote(answered.getCode(), String.valueOf(answered.getMessage()));
    }
    if (find(thrown, SocketTimeoutException.class) != null && !isUnsent(thrown)) {
      return new TwinhouseException(
          ErrorCode.SOCKET_TIMEOUT,
          "ClickHouse at "
              + endpoint.url()
              + " stayed silent for "
              + endpoint.line().socketTimeout().toSeconds()
              + " seconds; raise socket_timeout in its address",
          thrown);
    }
    return network(endpoint, thrown);
  }

  /** Whether the statement surely never reached the server, as no connection came about. */
  static boolean isUnsent(Throwable thrown) {
    for (Throwable t = thrown; t != null; t = t.getCause()) {
      String name = t.getClass().getSimpleName();
      if (t instanceof ConnectException
          || t instanceof UnknownHostException
          || t instanceof SSLHandshakeException
          || name.equals("ConnectTimeoutException")
          || name.equals("ConnectionRequestTimeoutException")) {
        return true;
      }
    }
    return false;
  }

  static TwinhouseException network(Endpoint endpoint, Throwable thrown) {
    return new TwinhouseException(
        ErrorCode.NETWORK_ERROR,
        "No answer from ClickHouse at " + endpoint.url() + ": " + rootMessage(thrown),
        thrown);
  }

  /** An answer that ClickHouse cannot have given: it signs each with its figures. */
  static TwinhouseException stranger(Endpoint endpoint) {
    return new TwinhouseException(
        ErrorCode.NETWORK_ERROR,
        "What answers at "
            + endpoint.url()
            + " is not ClickHouse, or something between changes its answers: the header "
            + Summary.HEADER
            + " is missing");
  }

  /** The server's error, its text freed from number, exception class and version. */
  static TwinhouseException remote(int number, String message) {
    Matcher matcher = SERVER_TEXT.matcher(message);
    if (matcher.find()) {
      return TwinhouseException.remote(number, matcher.group(3), matcher.group(2));
    }
    String name = ErrorCode.ofNumber(number).map(Enum::name).orElse("UNKNOWN_EXCEPTION");
    return TwinhouseException.remote(number, name, message.strip());
  }

  private static <T extends Throwable> @Nullable T find(Throwable thrown, Class<T> type) {
    for (Throwable t = thrown; t != null; t = t.getCause()) {
      if (type.isInstance(t)) {
        return type.cast(t);
      }
    }
    return null;
  }

  private static String rootMessage(Throwable thrown) {
    Throwable root = thrown;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    String message = root.getMessage();
    return message == null || message.isBlank() ? root.getClass().getSimpleName() : message;
  }
}
