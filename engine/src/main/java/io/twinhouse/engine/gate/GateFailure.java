// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.gate;

import io.twinhouse.engine.error.TwinhouseException;
import java.util.Set;

/**
 * Why a user's query has no answer, and what of it he may read.
 *
 * @param code the server's error number
 * @param text for the user: the failure's own text where it tells about his query alone, else a
 *     general one
 * @param expected false for a failure that is not the query's fault, which somebody should look at
 */
public record GateFailure(int code, String text, boolean expected) {

  /** What an application answers with, as HTTP status and as name of the error. */
  public static final int HTTP_STATUS = 400;

  public static final String NAME = "ANALYTICS_QUERY_ERROR";

  private static final String GENERAL =
      "The query is not valid, or asks for something that may not be read.";

  /** Syntax, timeout, read-only, rows, bytes, structure, alias: about the query's own words. */
  private static final Set<Integer> SHOWN = Set.of(62, 159, 164, 158, 396, 636, 206);

  /** Could tell what there is that the user may not see. */
  private static final Set<Integer> HIDDEN = Set.of(36, 43, 47, 60, 386, 497);

  static GateFailure of(TwinhouseException failure, boolean texts) {
    int code = failure.number();
    boolean shown = SHOWN.contains(code);
    boolean expected = shown || HIDDEN.contains(code);
    String text =
        shown
            ? String.valueOf(failure.getMessage())
            : texts ? "Code " + code + ": " + failure.getMessage() : GENERAL;
    return new GateFailure(code, text, expected);
  }
}
