// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.http;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import java.util.EnumMap;
import java.util.Map;

/** The status that the server answers an error with. */
final class HttpStatus {

  private static final int INTERNAL_ERROR = 500;
  private static final Map<ErrorCode, Integer> BY_CODE = new EnumMap<>(ErrorCode.class);

  static {
    put(401, ErrorCode.REQUIRED_PASSWORD);
    put(403, ErrorCode.UNKNOWN_USER, ErrorCode.WRONG_PASSWORD, ErrorCode.AUTHENTICATION_FAILED);
    put(
        400,
        ErrorCode.BAD_ARGUMENTS,
        ErrorCode.CANNOT_COMPILE_REGEXP,
        ErrorCode.CANNOT_PARSE_TEXT,
        ErrorCode.CANNOT_PARSE_ESCAPE_SEQUENCE,
        ErrorCode.CANNOT_PARSE_QUOTED_STRING,
        ErrorCode.CANNOT_PARSE_DATE,
        ErrorCode.CANNOT_PARSE_DATETIME,
        ErrorCode.CANNOT_PARSE_NUMBER,
        ErrorCode.CANNOT_PARSE_DOMAIN_VALUE_FROM_STRING,
        ErrorCode.CANNOT_PARSE_IPV4,
        ErrorCode.CANNOT_PARSE_IPV6,
        ErrorCode.CANNOT_PARSE_INPUT_ASSERTION_FAILED,
        ErrorCode.CANNOT_PARSE_UUID,
        ErrorCode.DUPLICATE_COLUMN,
        ErrorCode.ILLEGAL_COLUMN,
        ErrorCode.THERE_IS_NO_COLUMN,
        ErrorCode.SYNTAX_ERROR,
        ErrorCode.INCORRECT_DATA,
        ErrorCode.TYPE_MISMATCH,
        ErrorCode.VALUE_IS_OUT_OF_RANGE_OF_DATA_TYPE);
    put(
        404,
        ErrorCode.UNKNOWN_TABLE,
        ErrorCode.UNKNOWN_FUNCTION,
        ErrorCode.UNKNOWN_IDENTIFIER,
        ErrorCode.UNKNOWN_TYPE,
        ErrorCode.UNKNOWN_STORAGE,
        ErrorCode.UNKNOWN_DATABASE,
        ErrorCode.UNKNOWN_SETTING,
        ErrorCode.UNKNOWN_AGGREGATE_FUNCTION,
        ErrorCode.UNKNOWN_FORMAT,
        ErrorCode.UNKNOWN_ROLE);
    put(408, ErrorCode.TIMEOUT_EXCEEDED);
    put(411, ErrorCode.HTTP_LENGTH_REQUIRED);
    put(413, ErrorCode.QUERY_IS_TOO_LARGE);
    put(501, ErrorCode.NOT_IMPLEMENTED);
    put(503, ErrorCode.SOCKET_TIMEOUT, ErrorCode.CANNOT_SCHEDULE_TASK);
  }

  private HttpStatus() {}

  private static void put(int status, ErrorCode... codes) {
    for (ErrorCode code : codes) {
      BY_CODE.put(code, status);
    }
  }

  static int of(TwinhouseException error) {
    return ErrorCode.ofNumber(error.number())
        .map(code -> BY_CODE.getOrDefault(code, INTERNAL_ERROR))
        .orElse(INTERNAL_ERROR);
  }
}
