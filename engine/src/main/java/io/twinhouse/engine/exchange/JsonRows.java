// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.exchange;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import java.lang.reflect.Array;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rows of Java values as lines of JSON arrays, which every house reads. */
final class JsonRows {

  private final StringBuilder text = new StringBuilder();
  private long count;

  void add(@Nullable Object[] values) {
    int before = text.length();
    try {
      text.append('[');
      for (int i = 0; i < values.length; i++) {
        text.append(i == 0 ? "" : ",");
        value(values[i]);
      }
      text.append("]\n");
      count++;
    } catch (RuntimeException refused) {
      text.setLength(before);
      throw refused;
    }
  }

  int size() {
    return text.length();
  }

  long count() {
    return count;
  }

  /** The rows so far; begins anew. */
  byte[] take() {
    byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    text.setLength(0);
    count = 0;
    return bytes;
  }

  private void value(@Nullable Object value) {
    if (value == null) {
      text.append("null");
    } else if (value instanceof Double || value instanceof Float) {
      double number = ((Number) value).doubleValue();
      text.append(
          Double.isNaN(number)
              ? "\"nan\""
              : Double.isInfinite(number) ? number > 0 ? "\"inf\"" : "\"-inf\"" : value.toString());
    } else if (value instanceof Number || value instanceof Boolean) {
      text.append(value);
    } else if (value instanceof Iterable<?> list) {
      list(list);
    } else if (value instanceof Map<?, ?> map) {
      map(map);
    } else if (value.getClass().isArray()) {
      array(value);
    } else {
      quoted(textOf(value));
    }
  }

  private static String textOf(Object value) {
    if (value instanceof CharSequence || value instanceof UUID || value instanceof LocalDate) {
      return value.toString();
    }
    if (value instanceof Enum<?> constant) {
      return constant.name();
    }
    if (value instanceof LocalDateTime time) {
      return time.toLocalDate() + " " + clock(time);
    }
    if (value instanceof Duration time) {
      return clock(time);
    }
    if (value instanceof Instant time) {
      return universal(time);
    }
    if (value instanceof OffsetDateTime time) {
      return universal(time.toInstant());
    }
    if (value instanceof ZonedDateTime time) {
      return universal(time.toInstant());
    }
    if (value instanceof InetAddress address) {
      return address.getHostAddress();
    }
    throw new TwinhouseException(
        ErrorCode.BAD_ARGUMENTS,
        "A " + value.getClass().getName() + " has no form in a column; pass it as text");
  }

  private static String clock(LocalDateTime time) {
    String clock =
        String.format(
            Locale.ROOT, "%02d:%02d:%02d", time.getHour(), time.getMinute(), time.getSecond());
    return time.getNano() == 0
        ? clock
        : clock + String.format(Locale.ROOT, ".%09d", time.getNano());
  }

  private static String clock(Duration time) {
    Duration length = time.abs();
    String text =
        String.format(
            Locale.ROOT,
            "%s%02d:%02d:%02d",
            time.isNegative() ? "-" : "",
            length.toHours(),
            length.toMinutesPart(),
            length.toSecondsPart());
    return length.getNano() == 0
        ? text
        : text + String.format(Locale.ROOT, ".%09d", length.getNano());
  }

  /** With the zone in the text, so that it means the same in a column of any zone. */
  private static String universal(Instant time) {
    LocalDateTime utc = LocalDateTime.ofInstant(time, ZoneOffset.UTC);
    return utc.toLocalDate() + "T" + clock(utc) + "Z";
  }

  private void list(Iterable<?> list) {
    text.append('[');
    String separator = "";
    for (Object element : list) {
      text.append(separator);
      value(element);
      separator = ",";
    }
    text.append(']');
  }

  private void array(Object array) {
    text.append('[');
    for (int i = 0; i < Array.getLength(array); i++) {
      text.append(i == 0 ? "" : ",");
      value(Array.get(array, i));
    }
    text.append(']');
  }

  private void map(Map<?, ?> map) {
    text.append('{');
    String separator = "";
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      text.append(separator);
      Object key = entry.getKey();
      quoted(key instanceof Number ? key.toString() : textOf(key));
      text.append(':');
      value(entry.getValue());
      separator = ",";
    }
    text.append('}');
  }

  private void quoted(String value) {
    text.append('"');
    for (int i = 0; i < value.length(); i++) {
      char next = value.charAt(i);
      if (next == '"' || next == '\\') {
        text.append('\\').append(next);
      } else if (next < ' ') {
        text.append(String.format(Locale.ROOT, "\\u%04x", (int) next));
      } else {
        text.append(next);
      }
    }
    text.append('"');
  }
}
