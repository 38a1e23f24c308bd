// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.format.text;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.format.FormatSettings;
import java.util.EnumSet;
import java.util.Set;

/** How many rows that can not be read may be passed over. For one thread. */
final class AllowedErrors {

  /** What a row says that is wrong by itself, and not for the lack of something else. */
  private static final Set<ErrorCode> OF_ROWS =
      EnumSet.of(
          ErrorCode.CANNOT_PARSE_ESCAPE_SEQUENCE,
          ErrorCode.CANNOT_PARSE_QUOTED_STRING,
          ErrorCode.CANNOT_PARSE_INPUT_ASSERTION_FAILED,
          ErrorCode.CANNOT_PARSE_DATE,
          ErrorCode.CANNOT_PARSE_DATETIME,
          ErrorCode.CANNOT_PARSE_NUMBER,
          ErrorCode.CANNOT_PARSE_UUID,
          ErrorCode.CANNOT_PARSE_BOOL,
          ErrorCode.CANNOT_PARSE_IPV4,
          ErrorCode.CANNOT_PARSE_IPV6,
          ErrorCode.CANNOT_PARSE_DOMAIN_VALUE_FROM_STRING,
          ErrorCode.CANNOT_READ_ARRAY_FROM_TEXT,
          ErrorCode.CANNOT_READ_ALL_DATA,
          ErrorCode.UNKNOWN_ELEMENT_OF_ENUM,
          ErrorCode.TOO_LARGE_STRING_SIZE,
          ErrorCode.ARGUMENT_OUT_OF_BOUND,
          ErrorCode.INCORRECT_DATA);

  private final long number;
  private final double ratio;
  private long met;

  AllowedErrors(FormatSettings settings) {
    number = settings.number("input_format_allow_errors_num", 0);
    ratio = Double.parseDouble(settings.text("input_format_allow_errors_ratio", "0"));
  }

  /** Whether there may be any. */
  boolean any() {
    return number != 0 || ratio != 0;
  }

  /**
   * Counts an error.
   *
   * @param rows that were begun, this one among them
   * @throws TwinhouseException the error, where there are too many, or it is none of a row
   */
  void pass(TwinhouseException error, long rows) {
    boolean ofRow = OF_ROWS.stream().anyMatch(error::is);
    if (!ofRow) {
      throw error;
    }
    met++;
    if (Long.compareUnsigned(met, number) > 0 && (double) met / rows > ratio) {
      throw error.withContext("Already have " + met + " errors out of " + rows + " rows");
    }
  }
}
