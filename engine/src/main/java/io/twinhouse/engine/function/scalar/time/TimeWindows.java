// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.time;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ConstantColumn;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.column.TupleColumn;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.function.BoundFunction;
import io.twinhouse.engine.function.Invocation;
import io.twinhouse.engine.function.define.Bound;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.function.define.FunctionFamily;
import io.twinhouse.engine.function.define.Kernel;
import io.twinhouse.engine.time.CivilDate;
import io.twinhouse.engine.type.DateTimeType;
import io.twinhouse.engine.type.DateType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.IntervalType;
import io.twinhouse.engine.type.IntervalType.Unit;
import io.twinhouse.engine.type.TupleType;
import io.twinhouse.engine.type.Type;
import java.util.List;

/**
 * The windows of time that a DateTime falls into: tumble with windows side by side, hop with
 * windows that overlap, of which it gives the earliest that is not over at the next hop.
 */
public final class TimeWindows {

  private TimeWindows() {}

  /** Which part of a window a function gives. */
  private enum Part {
    START,
    END,
    BOTH
  }

  /** The lengths of hop and window, and what both are measured in. */
  private record Shape(Unit unit, long hop, long window) {

    /** {@code count} units behind the beginning of one. */
    long add(long start, long count) {
      return switch (unit) {
        case YEAR -> CivilDate.addMonths(start, count * 12);
        case QUARTER -> CivilDate.addMonths(start, count * 3);
        case MONTH -> CivilDate.addMonths(start, count);
        case WEEK -> start + count * 7;
        case DAY -> start + count * TimeLane.DAY;
        default -> start + count * IntervalUnit.seconds(unit);
      };
    }
  }

  public static FunctionFamily family() {
    FunctionFamily family = new FunctionFamily("Time windows");
    return family
        .add("tumble", call -> tumble(call, Part.BOTH))
        .add("tumbleStart", call -> known(call) ? end(call, 0) : tumble(call, Part.START))
        .add("tumbleEnd", call -> known(call) ? end(call, 1) : tumble(call, Part.END))
        .add("hop", call -> hop(call, Part.BOTH))
        .add("hopStart", call -> known(call) ? end(call, 0) : hop(call, Part.START))
        .add("hopEnd", call -> known(call) ? end(call, 1) : hop(call, Part.END));
  }

  /** Whether the call asks for an end of a window that it is given. */
  private static boolean known(CallSite call) {
    return call.size() == 1;
  }

  private static BoundFunction end(CallSite call, int index) {
    if (call.base(0).equals(IntegerType.UINT32)) {
      throw call.notImplemented("the number of a window");
    }
    boolean window =
        call.base(0) instanceof TupleType tuple
            && tuple.elements().size() == 2
            && tuple.elements().stream().allMatch(TimeWindows::isDateOrTime);
    if (!window) {
      throw call.illegal(0);
    }
    return Bound.total(
        ((TupleType) call.base(0)).elements().get(index),
        invocation -> element(invocation.argument(0), index, invocation.rows()));
  }

  private static Column element(Column windows, int index, int rows) {
    return windows instanceof ConstantColumn constant
        ? ConstantColumn.of(((TupleColumn) constant.value()).elements().get(index), rows)
        : ((TupleColumn) windows).elements().get(index);
  }

  private static boolean isDateOrTime(Type type) {
    return type.equals(DateType.DATE) || type instanceof DateTimeType;
  }

  private static BoundFunction tumble(CallSite call, Part part) {
    call.arity(2, 3);
    Shape shape = shape(call, 1, 1);
    return bind(call, 2, shape, part);
  }

  private static BoundFunction hop(CallSite call, Part part) {
    call.arity(3, 4);
    Shape shape = shape(call, 1, 2);
    if (shape.hop() > shape.window()) {
      throw call.refuse(
          ErrorCode.ARGUMENT_OUT_OF_BOUND,
          "Value for hop interval of function "
              + call.name()
              + " must not be larger than the window, got "
              + shape.hop()
              + " and "
              + shape.window());
    }
    return bind(call, 3, shape, part);
  }

  private static Shape shape(CallSite call, int hopIndex, int windowIndex) {
    for (int i = hopIndex; i <= windowIndex; i++) {
      if (!(call.base(i) instanceof IntervalType)) {
        throw call.illegal(i);
      }
    }
    if (!(call.base(0) instanceof DateTimeType)) {
      throw call.illegal(0);
    }
    Unit unit = ((IntervalType) call.base(hopIndex)).unit();
    if (unit != ((IntervalType) call.base(windowIndex)).unit()) {
      throw call.refuse(
          ErrorCode.ILLEGAL_COLUMN,
          "Illegal type of window and hop of function " + call.name() + ", must be the same");
    }
    if (IntervalUnit.precision(unit) > 0) {
      throw call.refuse(ErrorCode.SYNTAX_ERROR, "Windows of fractions of a second are unsupported");
    }
    return new Shape(unit, length(call, hopIndex), length(call, windowIndex));
  }

  private static long length(CallSite call, int index) {
    long count = call.constantLong(index);
    if (count <= 0) {
      throw call.refuse(
          ErrorCode.ARGUMENT_OUT_OF_BOUND,
          "An interval of function " + call.name() + " must be positive, got " + count);
    }
    if (count > Integer.MAX_VALUE) {
      throw call.notImplemented("intervals of " + count + " units");
    }
    return count;
  }

  private static BoundFunction bind(CallSite call, int zoneIndex, Shape shape, Part part) {
    if (call.size() > zoneIndex && !CallSite.isText(call.base(zoneIndex))) {
      throw call.illegal(zoneIndex);
    }
    TimeSort sort = TimeSort.argument(call, 0, zoneIndex);
    boolean days = shape.unit().compareTo(Unit.WEEK) >= 0;
    Type type = days ? DateType.DATE : new DateTimeType(sort.zoneName());
    Type result = part == Part.BOTH ? TupleType.of(List.of(type, type)) : type;
    // One window after the other never needs a look back, so that it can not run out of time.
    boolean hops = call.size() > 2 && call.base(2) instanceof IntervalType;
    Kernel kernel = invocation -> windows(invocation, sort, shape, days, hops, part);
    return hops ? Bound.of(result, kernel) : Bound.total(result, kernel);
  }

  private static Column windows(
      Invocation call, TimeSort sort, Shape shape, boolean days, boolean hops, Part part) {
    int rows = call.rows();
    TimeLane lane = new TimeLane(sort, call.argument(0), true);
    IntegerType range = days ? IntegerType.UINT16 : IntegerType.UINT32;
    long[] starts = call.scratch().longs(rows);
    long[] ends = new long[rows];
    for (int row = 0; row < rows; row++) {
      if (hops && lane.localDay(row) < 0) {
        throw new TwinhouseException(
            ErrorCode.NOT_IMPLEMENTED,
            "Windows that hop are not implemented where the local day is before 1970");
      }
      long start = Math.max(0, IntervalBeginnings.start(lane, row, shape.unit(), shape.hop()));
      ends[row] = range.wrap(shape.add(start, shape.hop()));
      starts[row] = hops ? range.wrap(shape.add(ends[row], -shape.window())) : start;
      if (hops && starts[row] > ends[row]) {
        throw new TwinhouseException(ErrorCode.BAD_ARGUMENTS, "Time overflow in function hop");
      }
    }
    Column from = LongColumn.of(starts, rows, null);
    Column to = LongColumn.of(ends, rows, null);
    return switch (part) {
      case START -> from;
      case END -> to;
      case BOTH -> TupleColumn.of(List.of(from, to), rows);
    };
  }
}
