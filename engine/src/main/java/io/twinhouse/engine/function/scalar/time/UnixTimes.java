// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.time;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.function.BoundFunction;
import io.twinhouse.engine.function.ColumnInvocation;
import io.twinhouse.engine.function.Invocation;
import io.twinhouse.engine.function.convert.Conversion;
import io.twinhouse.engine.function.convert.Conversions;
import io.twinhouse.engine.function.define.Bound;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.function.define.FunctionFamily;
import io.twinhouse.engine.function.lane.LongLane;
import io.twinhouse.engine.function.scalar.time.FormatTime.Letter;
import io.twinhouse.engine.time.CivilDate;
import io.twinhouse.engine.type.DateTime64Type;
import io.twinhouse.engine.type.DateTimeType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.Lane;
import io.twinhouse.engine.type.Type;
import java.util.List;
import java.util.Objects;

/**
 * Seconds since 1970 as times, and as text. Numbers of up to 32 bits are those of a DateTime,
 * larger ones of a DateTime64, which ends with the year 2299.
 */
public final class UnixTimes {

  private static final long FIRST_SECOND = CivilDate.toDays(1900, 1, 2) * TimeLane.DAY;
  private static final long LAST_SECOND = CivilDate.toDays(2299, 12, 31) * TimeLane.DAY;

  private UnixTimes() {}

  /** Reads a format. */
  private interface Format {
    List<Letter> letters(CallSite call, String format, TimeSort sort);
  }

  public static FunctionFamily family() {
    FunctionFamily family = new FunctionFamily("Dates and times");
    return family
        .add(
            "fromUnixTimestamp",
            t -> t.withAliases("FROM_UNIXTIME").anyCase().monotonic(TimeOrder.seconds()),
            call -> call.size() == 1 ? time(call) : text(call, FormatTime::letters))
        .add(
            "fromUnixTimestampInJodaSyntax",
            call -> call.size() == 1 ? time(call) : text(call, JodaFormat::letters));
  }

  private static boolean isNumber(CallSite call) {
    return call.base(0) instanceof IntegerType && call.base(0).lane() == Lane.LONG;
  }

  private static BoundFunction time(CallSite call) {
    if (!isNumber(call)) {
      throw call.illegal(0);
    }
    Conversion conversion =
        Conversions.of(call.base(0), new DateTimeType(null), call.context().zone());
    return Bound.of(
        new DateTimeType(null), invocation -> conversion.convert(invocation.argument(0)));
  }

  private static BoundFunction text(CallSite call, Format format) {
    String pattern = call.arity(1, 3).constantText(1);
    if (!isNumber(call)) {
      TimeSort sort = TimeSort.argument(call, 0, 2);
      return FormatTime.bound(format.letters(call, pattern, sort), sort);
    }
    String zone = call.namedZone(2);
    boolean small = ((IntegerType) call.base(0)).bits() <= 32;
    Type type = small ? new DateTimeType(zone) : new DateTime64Type(0, zone);
    TimeSort sort = Objects.requireNonNull(TimeSort.of(type, zone, call.context().zone()));
    Bound written = FormatTime.bound(format.letters(call, pattern, sort), sort);
    return Bound.of(
        written.returnType(), invocation -> written.evaluate(seconds(invocation, small)));
  }

  /** The numbers as the time's type holds them. */
  private static Invocation seconds(Invocation call, boolean small) {
    LongLane numbers = LongLane.of(call.argument(0));
    long[] seconds = call.scratch().longs(call.rows());
    for (int row = 0; row < call.rows(); row++) {
      long second = numbers.at(row);
      seconds[row] = small ? IntegerType.UINT32.wrap(second) : checked(second);
    }
    Column column = LongColumn.of(seconds, call.rows(), null);
    return new ColumnInvocation(new Column[] {column}, call.rows(), call.scratch());
  }

  private static long checked(long second) {
    if (second < FIRST_SECOND || second >= LAST_SECOND) {
      throw new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED,
          "Times before 1900 and after 2299 are not implemented, got the second " + second);
    }
    return second;
  }
}
