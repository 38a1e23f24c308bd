// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.json;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;

/**
 * Which of the types that strings can become a path has had so far in a block. A string goes to the
 * first of Date, DateTime, DateTime64, String that was there and can hold it, else to the type that
 * it suggests by itself.
 */
final class DateContext {

  private boolean date;
  private boolean dateTime;
  private boolean dateTime64;
  private boolean string;

  /** Forgets what there was. */
  void clear() {
    date = false;
    dateTime = false;
    dateTime64 = false;
    string = false;
  }

  /** The kind that this string gets, which the path has from now on. */
  JsonKind resolve(DateText text) {
    JsonKind kind = choose(text);
    switch (kind) {
      case DATE -> date = true;
      case DATE_TIME -> dateTime = true;
      case DATE_TIME_64 -> dateTime64 = true;
      default -> string = true;
    }
    return kind;
  }

  private JsonKind choose(DateText text) {
    boolean amongDates = date || dateTime || dateTime64;
    if (text.form() == DateText.Form.TEXT || (string && !amongDates)) {
      return JsonKind.STRING;
    }
    if (!text.isDate()) {
      if (amongDates || text.form() == DateText.Form.UNKNOWN) {
        throw refusal();
      }
      return JsonKind.STRING;
    }
    return amongDates ? chooseAmongDates(text) : text.kind();
  }

  private JsonKind chooseAmongDates(DateText text) {
    if (date && text.form() == DateText.Form.DATE) {
      return inRange(text, JsonKind.DATE);
    }
    if (dateTime && dateTime64) {
      throw refusal();
    }
    if (dateTime) {
      return inRange(text, JsonKind.DATE_TIME);
    }
    if (dateTime64) {
      return JsonKind.DATE_TIME_64;
    }
    return string ? JsonKind.STRING : text.kind();
  }

  /** Earlier values become 1970 as they do in the server; of later ones that is not known. */
  private static JsonKind inRange(DateText text, JsonKind kind) {
    boolean late = kind == JsonKind.DATE ? text.kind() == JsonKind.DATE_TIME_64 : tooLate(text);
    if (late && text.seconds() > 0) {
      throw refusal();
    }
    return kind;
  }

  private static boolean tooLate(DateText text) {
    return text.seconds() >= 1L << 32;
  }

  static TwinhouseException refusal() {
    return new TwinhouseException(
        ErrorCode.NOT_IMPLEMENTED,
        "A string in a JSON value may be a date to ClickHouse in a form that the embedded store"
            + " does not recognise; write dates as 2026-01-31 or 2026-01-31T23:59:59Z");
  }
}
