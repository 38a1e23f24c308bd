// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.other;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.DoubleColumn;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.function.BoundFunction;
import io.twinhouse.engine.function.define.Bound;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.function.define.RowKernels;
import io.twinhouse.engine.function.lane.DoubleLane;
import io.twinhouse.engine.function.lane.LongLane;
import io.twinhouse.engine.function.scalar.number.NumberTypes;
import io.twinhouse.engine.text.TextOutput;
import io.twinhouse.engine.text.TextStyle;
import io.twinhouse.engine.text.ValueWriter;
import io.twinhouse.engine.type.FloatType;
import io.twinhouse.engine.type.IntervalType;
import io.twinhouse.engine.type.StringType;
import io.twinhouse.engine.type.Type;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** formatReadableTimeDelta: seconds in words, from years down to nanoseconds. */
final class TimeDelta {

  /** From small to large, as the server counts them. */
  private enum Unit {
    NANOSECONDS(1),
    MICROSECONDS(1_000),
    MILLISECONDS(1_000_000),
    SECONDS(1),
    MINUTES(60),
    HOURS(3600),
    DAYS(86_400),
    MONTHS(2_635_200),
    YEARS(31_536_000);

    /** Seconds, or nanoseconds of what is less than a second. */
    private final long size;

    Unit(long size) {
      this.size = size;
    }

    String plural() {
      return name().toLowerCase(Locale.ROOT);
    }

    String counted(long count) {
      String plural = plural();
      return count + " " + (count == 1 ? plural.substring(0, plural.length() - 1) : plural);
    }
  }

  private static final Unit[] UNITS = Unit.values();

  private TimeDelta() {}

  static BoundFunction bind(CallSite call) {
    Type type = call.arity(1, 3).base(0);
    if (!NumberTypes.isNumber(type) && !(type instanceof IntervalType)) {
      throw call.illegal(0);
    }
    UnaryOperator<Column> values =
        type instanceof IntervalType interval ? seconds(call, interval.unit()) : value -> value;
    Type number = type instanceof IntervalType ? FloatType.FLOAT64 : type;
    Unit largest = call.size() > 1 ? unit(call, 1, "maximum") : Unit.YEARS;
    Unit smallest =
        call.size() > 2
            ? unit(call, 2, "minimum")
            : UNITS[Math.min(largest.ordinal(), Unit.SECONDS.ordinal())];
    if (smallest.compareTo(largest) > 0) {
      throw call.refuse(
          ErrorCode.BAD_ARGUMENTS,
          "Explicitly specified value of minimum unit argument ("
              + smallest.plural()
              + ") for function formatReadableTimeDelta must not be greater than maximum unit"
              + " value ("
              + largest.plural()
              + ")");
    }
    if (largest.compareTo(Unit.SECONDS) < 0) {
      throw call.notImplemented("a largest unit of less than a second");
    }
    return Bound.total(
        StringType.INSTANCE,
        RowKernels.bytes(
            invocation -> {
              DoubleLane lane = DoubleLane.of(number, values.apply(invocation.argument(0)));
              TextOutput text = new TextOutput();
              return (row, out) -> {
                text.reset();
                write(lane.at(row), largest, smallest, text);
                out.write(text.data(), 0, text.length());
              };
            }));
  }

  /** Lengths of time as seconds, as the server divides and multiplies them. */
  private static UnaryOperator<Column> seconds(CallSite call, IntervalType.Unit unit) {
    double size =
        switch (unit) {
          case NANOSECOND -> 1e-9;
          case MICROSECOND -> 1e-6;
          case MILLISECOND -> 1e-3;
          case SECOND -> 1;
          case MINUTE -> 60;
          case HOUR -> 3600;
          case DAY -> 86_400;
          case WEEK -> 604_800;
          default ->
              throw call.refuse(
                  ErrorCode.BAD_ARGUMENTS,
                  "Not possible to get precise number of seconds in non-precise interval");
        };
    return column -> {
      LongLane counts = LongLane.of(column);
      double[] seconds = new double[column.size()];
      for (int row = 0; row < seconds.length; row++) {
        seconds[row] = counts.at(row) * size;
      }
      return DoubleColumn.of(seconds, seconds.length, null);
    };
  }

  private static Unit unit(CallSite call, int index, String what) {
    String name = call.constantText(index);
    return Arrays.stream(UNITS)
        .filter(unit -> unit.plural().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                call.refuse(
                    ErrorCode.BAD_ARGUMENTS,
                    "Unexpected value of "
                        + what
                        + " unit argument ("
                        + name
                        + ") for function formatReadableTimeDelta"));
  }

  private static void write(double value, Unit largest, Unit smallest, TextOutput out) {
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      number(value, out);
      return;
    }
    if (value < 0) {
      out.put('-');
    }
    double seconds = Math.floor(Math.abs(value));
    if (seconds + 1 == seconds) {
      // Too large for smaller units to mean anything.
      number(Math.floor(Math.abs(value) / largest.size), out);
      out.put(' ').put(largest.plural());
      return;
    }
    long whole = (long) seconds;
    long nanos = Math.round((Math.abs(value) - seconds) * 1e9);
    String pending = "";
    boolean any = false;
    boolean ends = false;
    for (int i = largest.ordinal(); i >= smallest.ordinal(); i--) {
      Unit unit = UNITS[i];
      boolean fraction = unit.compareTo(Unit.SECONDS) < 0;
      long count = fraction ? nanos / unit.size % 1000 : whole / unit.size;
      whole = fraction ? whole : whole % unit.size;
      if (count != 0 || (unit == Unit.SECONDS && pending.isEmpty())) {
        put(pending, any ? ", " : "", out);
        any |= !pending.isEmpty();
        pending = unit.counted(count);
        ends = unit == smallest;
      }
    }
    // The server knows a part for the last one by what is left, be it too little to be shown.
    boolean last = ends || whole == 0;
    put(pending, !any ? "" : last ? " and " : ", ", out);
  }

  private static void put(String part, String separator, TextOutput out) {
    if (!part.isEmpty()) {
      out.put(separator).put(part);
    }
  }

  private static void number(double value, TextOutput out) {
    ValueWriter.of(FloatType.FLOAT64, TextStyle.RAW, ZoneOffset.UTC)
        .write(DoubleColumn.of(value), 0, out);
  }
}
