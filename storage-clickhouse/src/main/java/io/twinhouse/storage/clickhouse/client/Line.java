// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.clickhouse.client;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How connections to a server are made and when they count as broken. The parameters of an address
 * are the names below with words joined by underscores, times in whole seconds.
 *
 * @param connectTimeout how long to wait for a connection
 * @param socketTimeout how long the server may stay silent, as it does while it works out an
 *     answer; zero for ever
 * @param maxConnections the size of the pool
 * @param compress whether the server compresses (LZ4) what it answers
 * @param retries how often a statement is sent again when the line broke and that is safe
 * @param retryPause the pause before the first of those, doubled before each further one; {@code
 *     retry_pause_ms} in an address
 * @param trustStore path of a key store with the authorities to believe; null for the system's
 * @param trustStorePassword of that store, and its kind
 * @param rootCertificate path of one authority's certificate (PEM) to believe instead
 */
public record Line(
    Duration connectTimeout,
    Duration socketTimeout,
    int maxConnections,
    boolean compress,
    int retries,
    Duration retryPause,
    @Nullable String trustStore,
    @Nullable String trustStorePassword,
    @Nullable String rootCertificate) {

  /** Takes what it knows out of the parameters of an address. */
  static Line take(Map<String, String> options) {
    return new Line(
        Duration.ofSeconds(number(options, "connect_timeout", 10)),
        Duration.ofSeconds(number(options, "socket_timeout", 600)),
        number(options, "max_connections", 32),
        number(options, "compress", 1) != 0,
        number(options, "retries", 3),
        Duration.ofMillis(number(options, "retry_pause_ms", 100)),
        options.remove("trust_store"),
        options.remove("trust_store_password"),
        options.remove("root_certificate"));
  }

  private static int number(Map<String, String> options, String name, int otherwise) {
    String text = options.remove(name);
    try {
      return text == null ? otherwise : Integer.parseInt(text);
    } catch (NumberFormatException invalid) {
      throw Endpoint.malformed(name + " is '" + text + "' and not a whole number");
    }
  }
}
