// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.grid;

import io.twinhouse.engine.column.BytesColumn;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.function.Argument;
import io.twinhouse.engine.function.aggregate.define.AggregateSite;
import io.twinhouse.engine.function.aggregate.object.Numbers;
import io.twinhouse.engine.type.ArrayType;
import io.twinhouse.engine.type.BoolType;
import io.twinhouse.engine.type.DateTime64Type;
import io.twinhouse.engine.type.DateTimeType;
import io.twinhouse.engine.type.DecimalType;
import io.twinhouse.engine.type.FloatType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.Type;

/** Reads the grid of a call: first and last point, step, window, all in ticks of its timestamps. */
final class GridParameters {

  private static final String[] NAMES = {"start", "end", "step", "window"};

  private final AggregateSite call;
  private final Type time;
  private final Type value;

  private GridParameters(AggregateSite call, Type time, Type value) {
    this.call = call;
    this.time = time;
    this.value = value;
  }

  /** Checks the types of timestamps and values, which may both be arrays. */
  static GridParameters of(AggregateSite call) {
    Type time = call.binary().base(0);
    Type value = call.base(1);
    if (time instanceof ArrayType != value instanceof ArrayType) {
      throw illegal(
          call,
          "Illegal combination of argument type "
              + time.name()
              + " and "
              + value.name()
              + ", expected both arguments to be arrays or not arrays");
    }
    GridParameters read =
        time instanceof ArrayType times && value instanceof ArrayType values
            ? new GridParameters(call, times.element(), values.element())
            : new GridParameters(call, time, value);
    if (!(read.value instanceof FloatType)) {
      throw illegal(call, "Illegal type " + value.name() + " of the values");
    }
    boolean moment = read.time instanceof DateTimeType || read.time instanceof DateTime64Type;
    if (!moment && !read.time.equals(IntegerType.UINT32)) {
      throw illegal(call, "Illegal type " + time.name() + " of the timestamps");
    }
    return read;
  }

  private static TwinhouseException illegal(AggregateSite call, String message) {
    return new TwinhouseException(
        ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT, message + " for aggregate function " + call.name());
  }

  Type time() {
    return time;
  }

  Type value() {
    return value;
  }

  GridShape shape() {
    if (call.parameters().size() != NAMES.length) {
      throw call.wrongCount(
          "Aggregate function "
              + call.name()
              + " requires 4 parameters: start_timestamp, end_timestamp, step, window");
    }
    long start = ticks(0);
    long end = ticks(1);
    long step = ticks(2);
    long window = ticks(3);
    int points = points(start, end, step);
    if (window < 0) {
      throw call.badArguments("Window should be non-negative");
    }
    return new GridShape(
        new Numbers(time),
        new Numbers(value),
        ticksPerSecond(),
        start,
        // One point has no step.
        points == 1 ? Math.max(window, 1) : step,
        window,
        points);
  }

  private int points(long start, long end, long step) {
    if (end < start) {
      throw call.badArguments("End timestamp is less than start timestamp");
    }
    if (end == start) {
      return 1;
    }
    if (step <= 0) {
      throw call.badArguments("Step should be greater than zero");
    }
    long steps = Long.divideUnsigned(end - start, step);
    if (steps < 0 || steps >= GridShape.MOST_POINTS) {
      throw call.badArguments(
          "Number of buckets in the timeseries grid exceeds maximum ("
              + GridShape.MOST_POINTS
              + ")");
    }
    return (int) steps + 1;
  }

  private long ticksPerSecond() {
    return time instanceof DateTime64Type exact ? exact.ticksPerSecond() : 1;
  }

  private long ticks(int index) {
    Argument parameter = call.parameters().get(index);
    Column constant = parameter.constant();
    if (constant == null || constant.isNull(0)) {
      throw illegal(call, "Illegal type of " + NAMES[index] + " parameter");
    }
    Column held = constant.flatten();
    Type type = parameter.type().base();
    if (held instanceof BytesColumn text) {
      return ofText(text.string(0).strip(), index);
    }
    if (type instanceof FloatType) {
      throw illegal(call, "Illegal type Float64 of " + NAMES[index] + " parameter");
    }
    if (!(held instanceof LongColumn longs)) {
      throw call.notImplemented("a " + NAMES[index] + " parameter of type " + type.name());
    }
    return ofNumber(longs.values()[0], type, index);
  }

  private long ofNumber(long number, Type type, int index) {
    if (type instanceof DateTime64Type exact) {
      return scaled(number, exact.ticksPerSecond(), index);
    }
    if (type instanceof DecimalType decimal) {
      long scale = powerOfTen(decimal.scale());
      // The server cuts a Decimal32 to its whole part first.
      boolean cut = decimal.bits() == 32 && time instanceof DateTime64Type;
      return scaled(cut ? number / scale * scale : number, scale, index);
    }
    boolean plain =
        type instanceof IntegerType || type instanceof BoolType || type instanceof DateTimeType;
    if (!plain) {
      throw call.notImplemented("a " + NAMES[index] + " parameter of type " + type.name());
    }
    if (!(time instanceof DateTime64Type)) {
      return narrow(number, index);
    }
    return product(number, ticksPerSecond());
  }

  /** A number of another scale; without fractions where timestamps have none. */
  private long scaled(long number, long scale, int index) {
    if (time instanceof DateTime64Type) {
      return scale >= ticksPerSecond()
          ? number / (scale / ticksPerSecond())
          : product(number, ticksPerSecond() / scale);
    }
    if (number % scale != 0) {
      throw call.badArguments("Cannot convert " + NAMES[index] + " parameter to integer");
    }
    return narrow(number / scale, index);
  }

  private long narrow(long number, int index) {
    if (number < 0) {
      throw illegal(call, "Illegal type Int64 of " + NAMES[index] + " parameter");
    }
    if (number > 0xFFFF_FFFFL) {
      throw call.notImplemented("a " + NAMES[index] + " parameter beyond its range");
    }
    // Steps and windows are signed numbers of 32 bits.
    return index < 2 ? number : (int) number;
  }

  private long product(long number, long factor) {
    long product = number * factor;
    if (Math.multiplyHigh(number, factor) != product >> 63 || Math.abs(product) > 1L << 60) {
      throw call.notImplemented("times that far away");
    }
    return product;
  }

  private static long powerOfTen(int exponent) {
    long power = 1;
    for (int i = 0; i < exponent; i++) {
      power *= 10;
    }
    return power;
  }

  private long ofText(String text, int index) {
    int digits = 0;
    while (digits < text.length() && Character.isDigit(text.charAt(digits))) {
      digits++;
    }
    if (digits == 0 || digits < text.length() || digits > 18) {
      throw call.notImplemented("a " + NAMES[index] + " parameter that is no plain number");
    }
    return ofNumber(Long.parseLong(text), IntegerType.INT64, index);
  }
}
