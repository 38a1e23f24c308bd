// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.analyse.scope;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import java.util.EnumSet;
import java.util.Set;

/** The errors of analysis, in the server's words. */
public final class Failures {

  /** Errors that the server tells without the query. */
  private static final Set<ErrorCode> WITHOUT_SCOPE =
      EnumSet.of(
          ErrorCode.UNKNOWN_DATABASE,
          ErrorCode.UNKNOWN_QUERY_PARAMETER,
          ErrorCode.BAD_QUERY_PARAMETER,
          ErrorCode.ILLEGAL_AGGREGATION,
          ErrorCode.ILLEGAL_FINAL,
          ErrorCode.WITH_TIES_WITHOUT_ORDER_BY,
          ErrorCode.SAMPLING_NOT_SUPPORTED,
          ErrorCode.SYNTAX_ERROR,
          ErrorCode.EXPECTED_ALL_OR_DISTINCT,
          ErrorCode.UNION_ALL_RESULT_STRUCTURES_MISMATCH,
          ErrorCode.TYPE_MISMATCH);

  private Failures() {}

  public static TwinhouseException of(ErrorCode code, String message) {
    return new TwinhouseException(code, message);
  }

  public static TwinhouseException notImplemented(String what) {
    return new TwinhouseException(ErrorCode.NOT_IMPLEMENTED, what + " is not supported");
  }

  public static TwinhouseException unknownIdentifier(String name, Scope scope) {
    scope.checkAliases();
    String hint =
        scope.select().from() == null
            ? ": Note: the query does not have the FROM clause. Did you forget to add it?"
            : "";
    return of(
        ErrorCode.UNKNOWN_IDENTIFIER,
        "Unknown expression identifier `" + name + "` in scope " + scope.text() + hint + ".");
  }

  /** {@code failure} with the query it arose in, unless it tells already. */
  public static TwinhouseException inScope(TwinhouseException failure, Scope scope) {
    String message = String.valueOf(failure.getMessage());
    ErrorCode code = ErrorCode.ofNumber(failure.number()).orElse(null);
    boolean complete =
        message.contains("scope SELECT")
            || message.contains("In query ")
            || message.contains("scope WITH")
            || message.contains(" for query parameter '");
    if (code == null
        || complete
        || WITHOUT_SCOPE.contains(code)
        || message.startsWith("Unknown table function")) {
      return failure;
    }
    String link = message.endsWith(".") ? " " : ": ";
    return new TwinhouseException(
        code, message + link + "In scope " + scope.text() + (link.equals(" ") ? "." : ""), failure);
  }
}
