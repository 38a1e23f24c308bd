// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.http;

import io.twinhouse.engine.access.AccountRules;
import io.twinhouse.engine.access.Credential;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How an endpoint listens. Immutable; the {@code with} methods return changed copies.
 *
 * @param host to bind to
 * @param port 0 for any free one
 * @param threads requests served at once; more wait
 * @param users by name, in place of those of their names that the engine was opened with
 * @param only whether nobody else is let in that the engine was opened with
 */
public record EndpointOptions(
    String host, int port, int threads, Map<String, AccountRules> users, boolean only) {

  public static final EndpointOptions DEFAULT =
      new EndpointOptions("127.0.0.1", 0, 256, Map.of(), false);

  private static final int LAST_PORT = 65_535;

  /**
   * Checks the port.
   *
   * @throws TwinhouseException BAD_ARGUMENTS
   */
  public EndpointOptions {
    users = Map.copyOf(users);
    if (port < 0 || port > LAST_PORT) {
      throw new TwinhouseException(
          ErrorCode.BAD_ARGUMENTS,
          "There is no port " + port + "; give one from 1 to " + LAST_PORT + ", or 0 for any free");
    }
  }

  public EndpointOptions withPort(int wanted) {
    return new EndpointOptions(host, wanted, threads, users, only);
  }

  public EndpointOptions withHost(String wanted) {
    return new EndpointOptions(wanted, port, threads, users, only);
  }

  /**
   * Lets {@code name} in with this password, or without one if it is empty, in place of an earlier
   * user of that name.
   */
  public EndpointOptions withUser(String name, String password) {
    return withUser(name, AccountRules.ofOrdinary(name, Credential.plaintext(password)));
  }

  /** Lets {@code name} in, in place of an earlier user of that name. */
  public EndpointOptions withUser(String name, AccountRules account) {
    Map<String, AccountRules> more = new LinkedHashMap<>(users);
    more.put(name, account);
    return new EndpointOptions(host, port, threads, more, only);
  }

  /** Lets these users in and nobody else. */
  public EndpointOptions withUsers(Map<String, AccountRules> wanted) {
    return new EndpointOptions(host, port, threads, wanted, true);
  }
}
