// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.text;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.type.ArrayType;
import io.twinhouse.engine.type.DateTime64Type;
import io.twinhouse.engine.type.DateTimeType;
import io.twinhouse.engine.type.MapType;
import io.twinhouse.engine.type.TupleType;
import io.twinhouse.engine.type.Type;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * A value of type Dynamic in flight: the name of its own type, a zero byte and its text, which is
 * JSON for arrays and what toString prints for all others, times in UTC. No bytes at all are NULL,
 * so that a Dynamic column has no null mask and NULL is its default.
 */
public final class DynamicText {

  private static final byte END_OF_TYPE = 0;
  private static final String RECEIVED = "?";

  private DynamicText() {}

  /** Begins a value of a type; its text follows. */
  public static TextOutput begin(String type, TextOutput out) {
    return out.put(type).put(END_OF_TYPE);
  }

  /** Begins a value that a format has read as JSON, whose type is still to be found. */
  static TextOutput beginReceived(TextOutput out) {
    return begin(RECEIVED, out);
  }

  /** Whether the value is one whose type is still to be found. */
  public static boolean isReceived(byte[] data, int from, int to) {
    return to - from > 1 && data[from] == '?' && data[from + 1] == END_OF_TYPE;
  }

  /** Where the type's name ends and the text begins one byte further; of a value, not NULL. */
  public static int typeEnd(byte[] data, int from) {
    int at = from;
    while (data[at] != END_OF_TYPE) {
      at++;
    }
    return at;
  }

  /** The name of the type of a value that is not NULL. */
  public static String type(byte[] data, int from) {
    return new String(data, from, typeEnd(data, from) - from, StandardCharsets.UTF_8);
  }

  /** Whether values of the type of this name are kept as JSON. */
  public static boolean isJson(String type) {
    return type.startsWith("Array(") || type.startsWith("Map(") || type.startsWith("Tuple(");
  }

  /** Writes values of one type as Dynamic values in flight, which name it. One thread. */
  public static final class Writer {

    /** In UTC, and with what is no number in words, so that reading finds it again. */
    private static final WriteOptions WORDS =
        WriteOptions.of(
            ZoneOffset.UTC,
            (name, unset) -> name.equals("output_format_json_quote_denormals") ? "1" : unset);

    private final String name;
    private final ValueWriter writer;

    /**
     * @param type of the values, not Nullable
     */
    public Writer(Type type) {
      name = type.name();
      writer =
          ValueWriter.of(type, DynamicText.isJson(name) ? TextStyle.JSON : TextStyle.RAW, WORDS);
    }

    /** Writes a value that is not NULL. */
    public void write(Column column, int row, TextOutput out) {
      DynamicText.begin(name, out);
      writer.write(column, row, out);
    }

    /**
     * Refuses values whose texts do not tell them all apart: an hour that comes twice has but one.
     *
     * @throws TwinhouseException NOT_IMPLEMENTED
     */
    public static void require(Type type) {
      Type base = type.base();
      if (base instanceof ArrayType array) {
        require(array.element());
      } else if (base instanceof MapType map) {
        require(map.key());
        require(map.value());
      } else if (base instanceof TupleType tuple) {
        tuple.elements().forEach(Writer::require);
      } else if ((base instanceof DateTimeType time && isMoving(time.zone()))
          || (base instanceof DateTime64Type ticks && isMoving(ticks.zone()))) {
        throw new TwinhouseException(
            ErrorCode.NOT_IMPLEMENTED,
            "Values of type "
                + type.name()
                + ", whose zone has summer time, in a Dynamic or Variant are not supported; use a"
                + " type in UTC");
      }
    }

    private static boolean isMoving(@Nullable String zone) {
      return zone != null && !ZoneId.of(zone).getRules().isFixedOffset();
    }
  }
}
