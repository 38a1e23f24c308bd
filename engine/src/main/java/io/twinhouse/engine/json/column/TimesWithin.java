// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.json.column;

import io.twinhouse.engine.column.BytesColumn;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.json.DateText;
import io.twinhouse.engine.json.ObjectCells;
import io.twinhouse.engine.text.DynamicText;
import io.twinhouse.engine.text.JsonMarks;
import io.twinhouse.engine.type.JsonType;
import io.twinhouse.engine.type.Type;
import java.time.ZoneId;

/**
 * Strings of JSON that are times to ClickHouse, which reads and shows them in the zone of the
 * session; here they stand as they are in UTC.
 */
final class TimesWithin {

  private TimesWithin() {}

  /**
   * Refuses JSON in flight, and arrays of Dynamic, that have such strings.
   *
   * @throws TwinhouseException NOT_IMPLEMENTED
   */
  static void refuse(Column column, Type type, ZoneId zone) {
    HeldValues.replaced(
        column,
        type,
        base -> base instanceof JsonType || base.carriesType(),
        (values, base) -> {
          if (base instanceof JsonType json) {
            refuseObjects((BytesColumn) values, json, zone);
          } else {
            refuseArrays((BytesColumn) values, zone);
          }
          return values;
        });
  }

  private static void refuseObjects(BytesColumn texts, JsonType type, ZoneId zone) {
    ObjectCells cells = new ObjectCells(type);
    for (int row = 0; row < texts.size(); row++) {
      int from = texts.offsets()[row];
      int to = texts.offsets()[row + 1];
      if (from < to && !texts.isNull(row)) {
        cells.read(texts.data(), from, to);
        for (byte[] value : cells.dynamic().values()) {
          boolean time = DynamicText.type(value, 0).startsWith("DateTime");
          if (time || isArrayWithTimes(value, 0, value.length)) {
            throw refusal(zone);
          }
        }
      }
    }
  }

  private static void refuseArrays(BytesColumn values, ZoneId zone) {
    for (int row = 0; row < values.size(); row++) {
      int from = values.offsets()[row];
      int to = values.offsets()[row + 1];
      if (from < to && isArrayWithTimes(values.data(), from, to)) {
        throw refusal(zone);
      }
    }
  }

  private static boolean isArrayWithTimes(byte[] value, int from, int to) {
    return DynamicText.isJson(DynamicText.type(value, from))
        && hasTime(value, DynamicText.typeEnd(value, from) + 1, to);
  }

  /** Whether one of the strings between quotes is a time, and no key and no marked string. */
  private static boolean hasTime(byte[] json, int from, int to) {
    int at = from;
    while (at < to) {
      if (json[at++] != '"') {
        continue;
      }
      int start = at;
      while (json[at] != '"') {
        at += json[at] == '\\' ? 2 : 1;
      }
      int behind = Math.min(at + 2, to);
      boolean key = at + 1 < to && json[at + 1] == ':';
      boolean text = key || JsonMarks.in(json, at + 1, behind);
      if (!text && isTime(DateText.of(json, start, at - start).form())) {
        return true;
      }
      at++;
    }
    return false;
  }

  private static boolean isTime(DateText.Form form) {
    return form == DateText.Form.TIME || form == DateText.Form.TIME_WITH_FRACTION;
  }

  private static TwinhouseException refusal(ZoneId zone) {
    return new TwinhouseException(
        ErrorCode.NOT_IMPLEMENTED,
        "JSON with times is not supported in the time zone "
            + zone
            + ": read and show it in a session in UTC, or declare the paths with a time zone");
  }
}
