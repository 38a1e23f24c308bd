// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.read;

import io.twinhouse.engine.expression.Expression;
import io.twinhouse.engine.predicate.Predicate;
import io.twinhouse.engine.predicate.Ranges;
import io.twinhouse.engine.type.DateTime64Type;
import io.twinhouse.engine.type.DateTimeType;
import io.twinhouse.engine.type.DateType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.LowCardinalityType;
import io.twinhouse.engine.type.StringType;
import io.twinhouse.engine.type.Type;
import io.twinhouse.storage.arrow.layout.TableLayout;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The column of the sorting key by whose value work can be cut so that no group of a grouping lies
 * in two pieces: it leads the key, once columns that the filter fixes are left aside.
 *
 * @param pins what the filter fixes the columns before to: a Long or a byte[] each
 * @param position of the column within the sorting key
 * @param column of the layout
 * @param step pieces begin at multiples of it; 0 for anywhere (and for strings)
 * @param unit of a time, its ticks in a second; else 0
 */
record ApartKey(List<Object> pins, int position, int column, long step, long unit) {

  private static final long DAY = 86_400;

  /** Seconds in which these functions of a time in UTC do not change. */
  private static final Map<String, Long> STEPS =
      Map.of(
          "toDate", DAY,
          "toDate32", DAY,
          "toStartOfDay", DAY,
          "toYYYYMMDD", DAY,
          "toStartOfHour", 3600L,
          "toStartOfMinute", 60L);

  /** Null if the keys of the grouping do not follow the sorting key. */
  static @Nullable ApartKey of(ScanShape shape, @Nullable Predicate filter, List<Expression> keys) {
    TableLayout layout = shape.layout();
    Map<String, Object> fixed = new HashMap<>();
    collect(filter, shape, fixed);
    List<Object> pins = new ArrayList<>();
    for (int k = 0; k < layout.sortingKey().size(); k++) {
      if (!(layout.sortingKey().get(k) instanceof Expression.InputRef ref)
          || !isOrdered(layout.type(ref.index()))) {
        return null;
      }
      Object pin = fixed.get(layout.name(ref.index()));
      if (pin == null) {
        return of(shape, pins, k, ref.index(), keys);
      }
      pins.add(pin);
    }
    return null;
  }

  private static @Nullable ApartKey of(
      ScanShape shape, List<Object> pins, int position, int column, List<Expression> keys) {
    String name = shape.layout().name(column);
    long best = -1; // any one key will do; the finest lets pieces begin in most places
    for (Expression key : keys) {
      long step = step(shape, key, name, shape.layout().type(column));
      best = step >= 0 && (best < 0 || step < best) ? step : best;
    }
    return best < 0
        ? null
        : new ApartKey(pins, position, column, best, ticks(shape.layout().type(column)));
  }

  /** The step in which a key is a function of the column; -1 if it is none. */
  private static long step(ScanShape shape, Expression key, String column, Type type) {
    if (key instanceof Expression.InputRef ref) {
      return isRead(shape, ref, column) ? 0 : -1;
    }
    if (key instanceof Expression.Call call
        && call.arguments().size() == 1
        && call.arguments().get(0) instanceof Expression.InputRef ref
        && isRead(shape, ref, column)
        && STEPS.containsKey(call.name())
        && ticks(type) > 0) {
      return STEPS.get(call.name()) * ticks(type);
    }
    return -1;
  }

  /** Ticks in a second of a time whose zone is UTC; 0 for any other type. */
  private static long ticks(Type type) {
    if (type instanceof DateTime64Type time && "UTC".equals(time.zone())) {
      return time.ticksPerSecond();
    }
    return type instanceof DateTimeType time && "UTC".equals(time.zone()) ? 1 : 0;
  }

  private static boolean isRead(ScanShape shape, Expression.InputRef ref, String column) {
    return shape.reads().get(ref.index()).path().isEmpty()
        && shape.reads().get(ref.index()).column().equals(column);
  }

  /** Types whose stored values are in the order of the key; no NULLs. */
  private static boolean isOrdered(Type declared) {
    Type type = declared instanceof LowCardinalityType low ? low.inner() : declared;
    boolean number =
        type instanceof IntegerType integer
            && (integer.bits() < 64 || integer.equals(IntegerType.INT64));
    return number
        || type instanceof StringType
        || type instanceof DateType
        || type instanceof DateTimeType
        || type instanceof DateTime64Type;
  }

  private static void collect(
      @Nullable Predicate filter, ScanShape shape, Map<String, Object> fixed) {
    if (filter instanceof Predicate.And and) {
      and.parts().forEach(part -> collect(part, shape, fixed));
    } else if (filter instanceof Predicate.InRanges in
        && shape.reads().get(in.input()).path().isEmpty()) {
      String column = shape.reads().get(in.input()).column();
      if (in.ranges() instanceof Ranges.Longs longs
          && longs.low().length == 1
          && longs.low()[0] == longs.high()[0]) {
        fixed.put(column, longs.low()[0]);
      } else if (in.ranges() instanceof Ranges.Bytes bytes) {
        List<byte[]> points = bytes.points();
        if (points != null && points.size() == 1) {
          fixed.put(column, points.get(0));
        }
      }
    }
  }

  /**
   * Whether the functions of times that give the step are in order from {@code min} to {@code max}:
   * outside what 32 bits of seconds hold they turn over.
   */
  boolean isOrderedFrom(long min, long max) {
    return step == 0 || (min >= 0 && max / step < (1L << 32) * unit / step - 1);
  }
}
