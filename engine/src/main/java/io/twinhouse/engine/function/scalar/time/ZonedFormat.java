// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.time;

import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.function.BoundFunction;
import io.twinhouse.engine.function.define.Bound;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.function.lane.BytesLane;
import io.twinhouse.engine.function.scalar.time.FormatTime.Letter;
import io.twinhouse.engine.function.scalar.time.FormatTime.Moment;
import io.twinhouse.engine.text.TextOutput;
import io.twinhouse.engine.type.LowCardinalityType;
import io.twinhouse.engine.type.StringType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Times by a format, in a time zone that is a constant or one of each row. */
final class ZonedFormat {

  private static final int ZONE = 2;

  private ZonedFormat() {}

  /** What the letters of a format write for a kind of time. */
  interface Program {
    List<Letter> of(CallSite call, String format, TimeSort sort);
  }

  /** The letters for one zone of a batch, and its times there. */
  private record Local(TimeLane lane, List<Letter> letters) {}

  /** Refuses zones of rows that may be NULL or come in a dictionary, by the types as given. */
  static void check(CallSite given) {
    if (given.size() <= ZONE || given.constant(ZONE) != null) {
      return;
    }
    boolean coded = given.type(ZONE) instanceof LowCardinalityType;
    if (given.base(ZONE) instanceof StringType && (coded || given.type(ZONE).isNullable())) {
      throw given.notImplemented(
          "time zones of type " + given.type(ZONE).name() + "; use a column of String");
    }
  }

  static BoundFunction bind(CallSite call, Program program) {
    call.arity(2, 3);
    if (call.size() > ZONE && !(call.base(ZONE) instanceof StringType)) {
      throw call.illegal(ZONE);
    }
    String format = call.constantText(1);
    if (call.size() > ZONE && call.constant(ZONE) == null) {
      return ofRows(call, format, program);
    }
    TimeSort sort = TimeSort.argument(call, 0, ZONE);
    return FormatTime.bound(program.of(call, format, sort), sort);
  }

  private static BoundFunction ofRows(CallSite call, String format, Program program) {
    TimeSort plain = TimeSort.of(call.base(0), null, call.context().zone());
    if (plain == null) {
      throw call.illegal(0);
    }
    program.of(call, format, plain); // refuses letters that it does not know
    return Bound.of(
        StringType.INSTANCE,
        invocation -> {
          BytesLane zones = BytesLane.of(invocation.argument(ZONE));
          BytesBuffer out = invocation.scratch().bytes();
          TextOutput text = new TextOutput();
          Map<String, Local> locals = new HashMap<>();
          for (int row = 0; row < invocation.rows(); row++) {
            Local local =
                locals.computeIfAbsent(
                    zones.string(row),
                    zone -> {
                      TimeSort sort = in(call, zone);
                      TimeLane lane = new TimeLane(sort, invocation.argument(0));
                      return new Local(lane, program.of(call, format, sort));
                    });
            text.reset();
            Moment moment = Moment.of(local.lane(), row);
            local.letters().forEach(letter -> letter.write(moment, text));
            out.append(text.data(), 0, text.length());
          }
          return out.toColumn(null);
        });
  }

  private static TimeSort in(CallSite call, String zone) {
    if (zone.isEmpty()) {
      throw new TwinhouseException(
          ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT, "Provided time zone must be non-empty");
    }
    TimeSort sort = TimeSort.of(call.base(0), zone, call.context().zone());
    if (sort == null) {
      throw call.illegal(0);
    }
    return sort;
  }
}
