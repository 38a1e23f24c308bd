// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.mirror;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.json.ObjectPrinter;
import io.twinhouse.engine.text.TextOutput;
import io.twinhouse.engine.type.JsonType;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a column's values are, whatever type carries them on either side. One list for writing and
 * for comparing, so that a value which is mirrored well can not be found different.
 */
public enum ColumnForm {
  /** Text, or anything whose text says all of it. */
  TEXT {
    @Override
    String compared(Object value) {
      return value.toString();
    }
  },
  /** A JSON document in text; none, the text null and an empty object are the same. */
  JSON {
    @Override
    String compared(Object value) {
      String text = value.toString().strip();
      if (!text.startsWith("{") && !text.equals("null")) {
        return text;
      }
      TextOutput canonical = new TextOutput();
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      new ObjectPrinter(JsonType.JSON).write(bytes, 0, bytes.length, canonical);
      return new String(canonical.toBytes(), StandardCharsets.UTF_8);
    }
  },
  /** A truth value, kept as 0 or 1; nothing else is taken for one. */
  BOOLEAN {
    @Override
    @Nullable Object written(String column, @Nullable Object value) {
      if (value == null) {
        throw new TwinhouseException(
            ErrorCode.TYPE_MISMATCH, "Column " + column + " is NULL, which is no truth value");
      }
      return truth(column, value);
    }

    @Override
    String compared(Object value) {
      return String.valueOf(truth("", value));
    }
  },
  /** A truth value that may be missing. */
  NULLABLE_BOOLEAN {
    @Override
    @Nullable Object written(String column, @Nullable Object value) {
      return value == null ? null : truth(column, value);
    }

    @Override
    String compared(Object value) {
      return String.valueOf(truth("", value));
    }
  },
  /** A number, which one side may hold as text. */
  NUMBER {
    @Override
    @Nullable Object written(String column, @Nullable Object value) {
      if (value == null || value instanceof Number) {
        return value;
      }
      try {
        return new BigDecimal(value.toString());
      } catch (NumberFormatException wrong) {
        throw new TwinhouseException(
            ErrorCode.TYPE_MISMATCH, "Column " + column + " is '" + value + "', no number");
      }
    }

    @Override
    String compared(Object value) {
      return new BigDecimal(value.toString()).stripTrailingZeros().toPlainString();
    }
  },
  /** A moment, to the millisecond. */
  MOMENT {
    @Override
    String compared(Object value) {
      return String.valueOf(instant(value).toEpochMilli());
    }
  };

  /** The value as a house is given it. */
  @Nullable Object written(String column, @Nullable Object value) {
    return value;
  }

  /** The value as one text, the same for the same value of either side. */
  abstract String compared(Object value);

  private static int truth(String column, Object value) {
    return switch (value.toString().toLowerCase(Locale.ROOT)) {
      case "true", "1" -> 1;
      case "false", "0" -> 0;
      default ->
          throw new TwinhouseException(
              ErrorCode.TYPE_MISMATCH,
              "Column " + column + " is '" + value + "', which is none of true, false, 1 and 0");
    };
  }

  private static Instant instant(Object value) {
    if (value instanceof Instant moment) {
      return moment;
    }
    if (value instanceof ZonedDateTime moment) {
      return moment.toInstant();
    }
    if (value instanceof OffsetDateTime moment) {
      return moment.toInstant();
    }
    String text = value.toString().replace(' ', 'T');
    return text.endsWith("Z")
        ? Instant.parse(text)
        : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
  }
}
