// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.analyse;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;

/** The errors of analysis, in the server's words. */
final class Failures {

  private Failures() {}

  static TwinhouseException of(ErrorCode code, String message) {
    return new TwinhouseException(code, message);
  }

  static TwinhouseException notImplemented(String what) {
    return new TwinhouseException(ErrorCode.NOT_IMPLEMENTED, what + " is not supported");
  }

  static TwinhouseException unknownIdentifier(String name, Scope scope) {
    String hint =
        scope.select().from() == null
            ? ": Note: the query does not have the FROM clause. Did you forget to add it?"
            : "";
    return of(
        ErrorCode.UNKNOWN_IDENTIFIER,
        "Unknown expression identifier `" + name + "` in scope " + scope.text() + hint + ".");
  }

  /** {@code failure} with the query it arose in, unless it tells already. */
  static TwinhouseException inScope(TwinhouseException failure, Scope scope) {
    String message = String.valueOf(failure.getMessage());
    ErrorCode code = ErrorCode.ofNumber(failure.number()).orElse(null);
    if (code == null || message.contains("scope SELECT") || message.contains("n query ")) {
      return failure;
    }
    String link = message.endsWith(".") ? " " : ": ";
    return new TwinhouseException(
        code, message + link + "In scope " + scope.text() + (link.equals(" ") ? "." : ""), failure);
  }
}
