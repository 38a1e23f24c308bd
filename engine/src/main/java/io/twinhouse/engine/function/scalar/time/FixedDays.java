// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.time;

import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.function.BoundFunction;
import io.twinhouse.engine.function.define.Bound;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.function.define.Composition;
import io.twinhouse.engine.function.define.Composition.Part;
import io.twinhouse.engine.function.define.FunctionFamily;
import io.twinhouse.engine.function.lane.BytesLane;
import io.twinhouse.engine.time.ZoneClock;
import io.twinhouse.engine.type.DateTimeType;
import io.twinhouse.engine.type.FixedStringType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.StringType;
import java.util.List;
import java.util.regex.Pattern;

/** Times moved to one day, and texts read as MySQL's TIMESTAMP. */
public final class FixedDays {

  private static final Pattern WRITTEN_OUT =
      Pattern.compile("\\d{4}-\\d\\d-\\d\\d([ T]\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?)?");

  private FixedDays() {}

  public static FunctionFamily family() {
    return new FunctionFamily("Dates and times")
        .add("toTimeWithFixedDate", FixedDays::fixed)
        .add("timestamp", t -> t.anyCase(), FixedDays::timestamp);
  }

  /** The second day of 1970 at the time of day that is given. */
  private static BoundFunction fixed(CallSite call) {
    TimeSort sort = TimeSort.argument(call.arity(1, 2), 0, 1).ofSession(call);
    if (sort.isDate()) {
      throw call.illegal(0);
    }
    return Bound.total(
        new DateTimeType(sort.zoneName()),
        invocation -> {
          TimeLane lane = new TimeLane(sort, invocation.argument(0));
          long offset = new ZoneClock(sort.zone()).offsetAt(0);
          long[] result = invocation.scratch().longs(invocation.rows());
          for (int row = 0; row < invocation.rows(); row++) {
            // Moments before 1970 are cut towards it.
            long cut = lane.truncatedSecond(row) - lane.epochSecond(row);
            long second = (lane.secondOfDay(row) + cut) % TimeLane.DAY;
            result[row] = IntegerType.UINT32.wrap(TimeLane.DAY + second - offset);
          }
          return LongColumn.of(result, invocation.rows(), null);
        });
  }

  private static BoundFunction timestamp(CallSite call) {
    call.arity(1, 2).text(0);
    if (call.size() == 2) {
      throw call.string(1).notImplemented("a time to add; add an interval");
    }
    Composition composition = new Composition(call);
    Part text = composition.argument(0);
    if (call.base(0) instanceof FixedStringType) {
      text = composition.call("toStringCutToZero", text);
    }
    Part checked = composition.call(List.of(text), arguments -> checked(call));
    return composition.bound(
        composition.call("toDateTime64", checked, composition.number(IntegerType.UINT8, 6)));
  }

  /** Only what is written out is read as the server does. */
  private static BoundFunction checked(CallSite call) {
    return Bound.of(
        StringType.INSTANCE,
        invocation -> {
          BytesLane texts = BytesLane.of(invocation.argument(0));
          for (int row = 0; row < invocation.rows(); row++) {
            String text = texts.latin1(row);
            boolean digit = !text.isEmpty() && text.charAt(0) >= '0' && text.charAt(0) <= '9';
            if (!digit && !text.isEmpty()) {
              throw call.refuse(ErrorCode.CANNOT_PARSE_DATETIME, "Cannot parse DateTime64 " + text);
            }
            if (!WRITTEN_OUT.matcher(text).matches()) {
              throw call.notImplemented("texts like '" + text + "'");
            }
          }
          return invocation.argument(0);
        });
  }
}
