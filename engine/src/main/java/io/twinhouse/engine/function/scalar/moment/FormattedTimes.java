// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.moment;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.function.BoundFunction;
import io.twinhouse.engine.function.FunctionTraits;
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
import java.time.zone.ZoneOffsetTransition;

/**
 * parseDateTime in both syntaxes and parseDateTime64, with what they answer where a text does not
 * fit.
 */
public final class FormattedTimes {

  private static final String USUAL = "%Y-%m-%d %H:%i:%s";
  private static final String USUAL_JODA = "yyyy-MM-dd HH:mm:ss";
  private static final long TWO_TO_32 = 1L << 32;

  /** Places of a DateTime64, or that it is a DateTime. */
  private static final int MICROS = 6;

  private static final int WHOLE = -1;

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
      family.add(
          "parseDateTime" + otherwise.suffix,
          t -> alias(t, otherwise),
          call -> bind(call, false, otherwise));
      family.add("parseDateTime64" + otherwise.suffix, call -> bind(call, true, otherwise));
      family.add(
          "parseDateTimeInJodaSyntax" + otherwise.suffix, call -> bindJoda(call, false, otherwise));
      family.add(
          "parseDateTime64InJodaSyntax" + otherwise.suffix,
          call -> bindJoda(call, true, otherwise));
    }
    return family;
  }

  private static FunctionTraits alias(FunctionTraits traits, Otherwise otherwise) {
    return switch (otherwise) {
      case ERROR -> traits.withAliases("TO_UNIXTIME");
      case NULL -> traits.withAliases("str_to_date", "STR_TO_DATE");
      default -> traits;
    };
  }

  private static BoundFunction bind(CallSite call, boolean fine, Otherwise otherwise) {
    call.arity(1, 3);
    if (!(call.base(0) instanceof StringType)) {
      throw call.illegal(0);
    }
    String format = call.size() > 1 ? call.constantText(1) : fine ? USUAL + ".%f" : USUAL;
    return bind(call, TimeProgram.of(call, format), fine ? MICROS : WHOLE, otherwise);
  }

  private static BoundFunction bindJoda(CallSite call, boolean fine, Otherwise otherwise) {
    call.arity(1, 3);
    if (!(call.base(0) instanceof StringType)) {
      throw call.illegal(0);
    }
    String format = call.size() > 1 ? call.constantText(1) : USUAL_JODA;
    int places = fine ? JodaProgram.fractionDigits(call, format) : WHOLE;
    return bind(call, JodaProgram.of(call, format), places, otherwise);
  }

  private static BoundFunction bind(
      CallSite call, TimeProgram program, int places, Otherwise otherwise) {
    ZoneId zone = call.size() > 2 ? zone(call.constantText(2)) : call.context().zone();
    if (zone.getRules().getTransitions().stream().anyMatch(FormattedTimes::leavesOutDay)) {
      throw call.notImplemented("the zone " + zone.getId() + ", which left out a day");
    }
    Type type =
        places == WHOLE ? new DateTimeType(zone.getId()) : new DateTime64Type(places, zone.getId());
    return Bound.of(
        otherwise == Otherwise.NULL ? type.toNullable() : type,
        invocation -> read(invocation, program, zone, places, otherwise));
  }

  /** The server is a day ahead where and since a zone has crossed the date line westwards. */
  private static boolean leavesOutDay(ZoneOffsetTransition change) {
    return change.toEpochSecond() > 0 && change.getDuration().toHours() > 20;
  }

  private static ZoneId zone(String name) {
    try {
      return ZoneId.of(name);
    } catch (DateTimeException e) {
      throw new TwinhouseException(ErrorCode.BAD_ARGUMENTS, "Cannot load time zone " + name, e);
    }
  }

  private static Column read(
      Invocation call, TimeProgram program, ZoneId zone, int places, Otherwise otherwise) {
    BytesLane lane = BytesLane.of(call.argument(0));
    ZoneClock clock = new ZoneClock(zone);
    TextCursor text = new TextCursor();
    TimeNotes notes = new TimeNotes(places != WHOLE);
    long[] result = call.scratch().longs(call.rows());
    boolean[] failed = new boolean[call.rows()];
    for (int row = 0; row < call.rows(); row++) {
      text.open(lane, row);
      try {
        program.read(text, notes);
        result[row] = value(notes, clock, places);
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

  private static long value(TimeNotes notes, ZoneClock clock, int places) {
    long instant = notes.instant(clock);
    if (places != WHOLE) {
      long unit = new DateTime64Type(MICROS - places, null).ticksPerSecond();
      return (instant * 1_000_000 + notes.micros()) / unit;
    }
    if (instant < 0) {
      throw TimeProgram.malformed("Seconds since epoch is negative");
    }
    return instant % TWO_TO_32;
  }
}
