// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.error;

import org.jspecify.annotations.Nullable;

/**
 * The one exception that leaves Twinhouse: ClickHouse's error number and name, and a message that
 * holds the values at fault and what to do about them. The message is meant for a user's eyes; the
 * cause, if any, is for logs only.
 */
public final class TwinhouseException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int number;
  private final String codeName;
  private final ErrorType type;

  public TwinhouseException(ErrorCode code, String message) {
    this(code, message, null);
  }

  public TwinhouseException(ErrorCode code, String message, @Nullable Throwable cause) {
    this(code.number(), code.name(), code.type(), message, cause);
  }

  private TwinhouseException(
      int number, String codeName, ErrorType type, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.number = number;
    this.codeName = codeName;
    this.type = type;
  }

  /** An error that a remote ClickHouse answered, whose code may be one we never raise ourselves. */
  public static TwinhouseException remote(int number, String codeName, String message) {
    ErrorType type = ErrorCode.ofNumber(number).map(ErrorCode::type).orElse(ErrorType.EXTERNAL);
    return new TwinhouseException(number, codeName, type, message, null);
  }

  /** The same error with {@code context} put before its message. */
  public TwinhouseException withContext(String context) {
    return new TwinhouseException(number, codeName, type, context + ": " + getMessage(), this);
  }

  /** ClickHouse's error number. */
  public int number() {
    return number;
  }

  /** ClickHouse's name of the error, for instance {@code UNKNOWN_TABLE}. */
  public String codeName() {
    return codeName;
  }

  public ErrorType type() {
    return type;
  }

  /** Whether this error is {@code code}. */
  public boolean is(ErrorCode code) {
    return number == code.number();
  }

  /** The text as a ClickHouse server prints it, without the trailing version. */
  public String toClickHouseText() {
    String message = String.valueOf(getMessage());
    String dot = message.endsWith(".") ? "" : ".";
    return "Code: " + number + ". DB::Exception: " + message + dot + " (" + codeName + ")";
  }
}
