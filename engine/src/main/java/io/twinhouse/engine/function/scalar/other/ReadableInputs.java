// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.other;

import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.function.BoundFunction;
import io.twinhouse.engine.function.define.Bound;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.function.define.FunctionFamily;
import io.twinhouse.engine.function.define.RowKernels;
import io.twinhouse.engine.function.lane.BytesLane;
import io.twinhouse.engine.type.FloatType;
import io.twinhouse.engine.type.IntegerType;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sizes and durations as people write them: {@code 1.5 KiB}, {@code 1h 20min}. */
public final class ReadableInputs {

  private static final Pattern SIZE =
      Pattern.compile(
          "(?<number>[+-]?(?:(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][+-]?[0-9]+)?|inf|nan))"
              + "[ \\t\\n\\f\\r\\x0b]*(?<unit>[^ \\t\\n\\f\\r\\x0b]*)(?<rest>.*)",
          Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

  private static final Map<String, Double> BYTES =
      Map.ofEntries(
          Map.entry("b", 1d),
          Map.entry("kib", 0x1p10),
          Map.entry("mib", 0x1p20),
          Map.entry("gib", 0x1p30),
          Map.entry("tib", 0x1p40),
          Map.entry("pib", 0x1p50),
          Map.entry("eib", 0x1p60),
          Map.entry("kb", 1e3),
          Map.entry("mb", 1e6),
          Map.entry("gb", 1e9),
          Map.entry("tb", 1e12),
          Map.entry("pb", 1e15),
          Map.entry("eb", 1e18));

  /** What becomes of text that is no size. */
  private enum Wrong {
    FAILS,
    ZERO,
    NULL
  }

  private ReadableInputs() {}

  public static FunctionFamily family() {
    return new FunctionFamily("Readable inputs")
        .add("parseReadableSize", call -> size(call, Wrong.FAILS))
        .add("parseReadableSizeOrZero", call -> size(call, Wrong.ZERO))
        .add("parseReadableSizeOrNull", call -> size(call, Wrong.NULL))
        .add("parseTimeDelta", ReadableInputs::duration);
  }

  private static BoundFunction size(CallSite call, Wrong wrong) {
    call.arity(1).string(0);
    return Bound.of(
        wrong == Wrong.NULL ? IntegerType.UINT64.toNullable() : IntegerType.UINT64,
        invocation -> {
          BytesLane texts = BytesLane.of(invocation.argument(0));
          int rows = invocation.rows();
          long[] sizes = invocation.scratch().longs(rows);
          boolean[] nulls = new boolean[wrong == Wrong.NULL ? rows : 0];
          for (int row = 0; row < rows; row++) {
            sizes[row] = 0;
            try {
              sizes[row] = bytes(call.name(), texts.latin1(row));
            } catch (TwinhouseException noSize) {
              if (wrong == Wrong.FAILS) {
                throw noSize;
              }
              if (wrong == Wrong.NULL) {
                nulls[row] = true;
              }
            }
          }
          return LongColumn.of(sizes, rows, wrong == Wrong.NULL ? nulls : null);
        });
  }

  private static long bytes(String function, String text) {
    Matcher match = SIZE.matcher(text);
    if (!text.isEmpty() && Character.isWhitespace(text.charAt(0))) {
      throw wrong(
          ErrorCode.CANNOT_PARSE_INPUT_ASSERTION_FAILED,
          function,
          "Leading whitespace is not allowed (\"" + text + "\")");
    }
    if (!match.matches()) {
      throw wrong(
          ErrorCode.CANNOT_PARSE_NUMBER,
          function,
          "Unable to parse readable size numeric component (\"" + text + "\")");
    }
    String digits = match.group("number").toLowerCase(Locale.ROOT);
    if (digits.endsWith("inf") || digits.endsWith("nan")) {
      throw wrong(ErrorCode.BAD_ARGUMENTS, function, "Invalid numeric component: " + digits);
    }
    double number = Double.parseDouble(digits);
    if (number < 0) {
      throw wrong(
          ErrorCode.BAD_ARGUMENTS, function, "Negative sizes are not allowed (" + digits + ")");
    }
    String unit = match.group("unit").toLowerCase(Locale.ROOT);
    Double factor = BYTES.get(unit);
    if (factor == null) {
      throw wrong(
          ErrorCode.CANNOT_PARSE_TEXT, function, "Unknown readable size unit (\"" + unit + "\")");
    }
    if (!match.group("rest").isEmpty()) {
      throw wrong(
          ErrorCode.UNEXPECTED_DATA_AFTER_PARSED_VALUE,
          function,
          "Found trailing characters after readable size string (\"" + text + "\")");
    }
    double bytes = Math.ceil(number * factor);
    if (bytes >= 0x1p64) {
      throw wrong(
          ErrorCode.BAD_ARGUMENTS,
          function,
          "Result is too big for output type (\"" + bytes + "\")");
    }
    return bytes < 0x1p63 ? (long) bytes : (long) (bytes - 0x1p63) + Long.MIN_VALUE;
  }

  private static TwinhouseException wrong(ErrorCode code, String function, String what) {
    return new TwinhouseException(
        code, "Invalid expression for function " + function + " - " + what);
  }

  private static BoundFunction duration(CallSite call) {
    if (call.size() > 1) {
      throw call.refuse(
          ErrorCode.TOO_MANY_ARGUMENTS_FOR_FUNCTION,
          "Number of arguments for function parseTimeDelta doesn't match: passed "
              + call.size()
              + ", should be 1");
    }
    call.arity(1).string(0);
    return Bound.of(
        FloatType.FLOAT64,
        RowKernels.doubles(
            invocation -> {
              BytesLane texts = BytesLane.of(invocation.argument(0));
              return row -> WrittenDuration.seconds(texts.string(row));
            }));
  }
}
