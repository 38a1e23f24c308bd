// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.moment;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.function.BoundFunction;
import io.twinhouse.engine.function.Invocation;
import io.twinhouse.engine.function.define.Bound;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.function.define.FunctionFamily;
import io.twinhouse.engine.function.lane.BytesLane;
import io.twinhouse.engine.time.ZoneClock;
import io.twinhouse.engine.type.DateTime64Type;
import io.twinhouse.engine.type.DateTimeType;
import io.twinhouse.engine.type.StringType;
import io.twinhouse.engine.type.Type;
import java.time.DateTimeException;
import java.time.ZoneId;

/**
 * parseDateTime in both syntaxes and parseDateTime64, with what they answer where a text does not
 * fit.
 */
public final class FormattedTimes {

  private static final String USUAL = "%Y-%m-%d %H:%i:%s";
  private static final String USUAL_JODA = "yyyy-MM-dd HH:mm:ss";
  private static final long TWO_TO_32 = 1L << 32;

  private FormattedTimes() {}

  /** What stands for a text that does not follow the format. */
  private enum Otherwise {
    ERROR(""),
    NULL("OrNull"),
    ZERO("OrZero");

    final String suffix;

    Otherwise(String suffix) {
      this.suffix = suffix;
    }
  }

  public static FunctionFamily family() {
    FunctionFamily family = new FunctionFamily("Dates and times");
    for (Otherwise otherwise : Otherwise.values()) {
      boolean plain = otherwise == Otherwise.ERROR;
      family.add(
          "parseDateTime" + otherwise.suffix,
          t -> plain ? t.withAliases("TO_UNIXTIME") : t,
          call -> bind(call, false, otherwise));
      family.add("parseDateTime64" + otherwise.suffix, call -> bind(call, true, otherwise));
      family.add("parseDateTimeInJodaSyntax" + otherwise.suffix, call -> bindJoda(call, otherwise));
    }
    return family;
  }

  private static BoundFunction bind(CallSite call, boolean fine, Otherwise otherwise) {
    call.arity(1, 3);
    if (!(call.base(0) instanceof StringType)) {
      throw call.illegal(0);
    }
    String format = call.size() > 1 ? call.constantText(1) : fine ? USUAL + ".%f" : USUAL;
    return bind(call, TimeProgram.of(call, format), fine, otherwise);
  }

  private static BoundFunction bindJoda(CallSite call, Otherwise otherwise) {
    call.arity(1, 3);
    if (!(call.base(0) instanceof StringType)) {
      throw call.illegal(0);
    }
    String format = call.size() > 1 ? call.constantText(1) : USUAL_JODA;
    return bind(call, JodaProgram.of(call, format), false, otherwise);
  }

  private static BoundFunction bind(
      CallSite call, TimeProgram program, boolean fine, Otherwise otherwise) {
    ZoneId zone = call.size() > 2 ? zone(call.constantText(2)) : call.context().zone();
    Type type = fine ? new DateTime64Type(6, zone.getId()) : new DateTimeType(zone.getId());
    return Bound.of(
        otherwise == Otherwise.NULL ? type.toNullable() : type,
        invocation -> read(invocation, program, zone, fine, otherwise));
  }

  private static ZoneId zone(String name) {
    try {
      return ZoneId.of(name);
    } catch (DateTimeException e) {
      throw new TwinhouseException(ErrorCode.BAD_ARGUMENTS, "Cannot load time zone " + name, e);
    }
  }

  private static Column read(
      Invocation call, TimeProgram program, ZoneId zone, boolean fine, Otherwise otherwise) {
    BytesLane lane = BytesLane.of(call.argument(0));
    ZoneClock clock = new ZoneClock(zone);
    TextCursor text = new TextCursor();
    TimeNotes notes = new TimeNotes(fine);
    long[] result = call.scratch().longs(call.rows());
    boolean[] failed = new boolean[call.rows()];
    for (int row = 0; row < call.rows(); row++) {
      text.open(lane, row);
      try {
        program.read(text, notes);
        result[row] = value(notes, clock, fine);
      } catch (TwinhouseException e) {
        if (otherwise == Otherwise.ERROR || !e.is(ErrorCode.CANNOT_PARSE_DATETIME)) {
          throw e;
        }
        result[row] = 0;
        failed[row] = true;
      }
    }
    LongColumn values = LongColumn.of(result, call.rows(), null);
    return otherwise == Otherwise.NULL ? values.withNulls(failed) : values;
  }

  private static long value(TimeNotes notes, ZoneClock clock, boolean fine) {
    long instant = notes.instant(clock);
    if (fine) {
      return instant * 1_000_000 + notes.micros();
    }
    if (instant < 0) {
      throw TimeProgram.malformed("Seconds since epoch is negative");
    }
    return instant % TWO_TO_32;
  }
}
