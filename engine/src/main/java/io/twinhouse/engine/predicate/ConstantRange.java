// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.predicate;

import io.twinhouse.engine.column.BytesColumn;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.DoubleColumn;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.column.WideColumn;
import io.twinhouse.engine.type.Lane;
import io.twinhouse.engine.type.StringType;
import io.twinhouse.engine.type.Type;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The values of a column that compare with a constant as asked; null where that is not known. */
final class ConstantRange {

  private ConstantRange() {}

  static @Nullable Ranges of(Type column, Comparison comparison, Type constant, Column value) {
    Column flat = value.flatten();
    Type base = column.base();
    boolean numbers = base.lane() == Lane.LONG || base.lane() == Lane.DOUBLE;
    if (comparison == Comparison.NOT_EQUALS && base.lane() != Lane.LONG) {
      return null;
    }
    if (base instanceof StringType && constant.base() instanceof StringType) {
      return ofBytes(comparison, ((BytesColumn) flat).bytes(0));
    }
    if (base.lane() == Lane.WIDE && base.equals(constant.base())) {
      WideColumn wide = (WideColumn) flat;
      return ofBytes(comparison, OrderedValue.ofWide(base, wide.values(), 0, wide.words()));
    }
    if (!numbers) {
      return null;
    }
    BigDecimal number = NumberOf.constant(base, constant.base(), flat);
    if (number == null) {
      return null;
    }
    return base.lane() == Lane.DOUBLE
        ? ofDouble(comparison, number.doubleValue())
        : ofNumber(base, comparison, number);
  }

  private static Ranges ofBytes(Comparison comparison, byte[] value) {
    Ranges.Interval interval =
        switch (comparison) {
          case EQUALS -> new Ranges.Interval(value, value, false);
          case LESS -> new Ranges.Interval(new byte[0], value, true);
          case LESS_OR_EQUALS -> new Ranges.Interval(new byte[0], value, false);
          case GREATER -> new Ranges.Interval(Arrays.copyOf(value, value.length + 1), null, false);
          default -> new Ranges.Interval(value, null, false);
        };
    return new Ranges.Bytes(List.of(interval));
  }

  /** One step of slack each way: a constant that is no double was rounded to the nearest. */
  private static Ranges ofDouble(Comparison comparison, double value) {
    long below = OrderedValue.ofDouble(Math.nextDown(value));
    long above = OrderedValue.ofDouble(Math.nextUp(value));
    return switch (comparison) {
      case EQUALS -> Ranges.Longs.of(below, above);
      case LESS, LESS_OR_EQUALS -> Ranges.Longs.of(Long.MIN_VALUE, above);
      default -> Ranges.Longs.of(below, Long.MAX_VALUE);
    };
  }

  /** All but a point, or all where there is none. */
  private static Ranges.Longs ofOthers(Ranges.Longs point) {
    if (point.isEmpty()) {
      return Ranges.Longs.of(Long.MIN_VALUE, Long.MAX_VALUE);
    }
    long value = point.low()[0];
    if (value == Long.MIN_VALUE || value == Long.MAX_VALUE) {
      return value < 0
          ? Ranges.Longs.of(value + 1, Long.MAX_VALUE)
          : Ranges.Longs.of(Long.MIN_VALUE, value - 1);
    }
    return new Ranges.Longs(
        new long[] {Long.MIN_VALUE, value + 1}, new long[] {value - 1, Long.MAX_VALUE});
  }

  private static Ranges.Longs ofNumber(Type base, Comparison comparison, BigDecimal number) {
    if (comparison == Comparison.NOT_EQUALS) {
      return ofOthers(ofNumber(base, Comparison.EQUALS, number));
    }
    long flip = OrderedValue.flip(base);
    BigDecimal floor = number.setScale(0, RoundingMode.FLOOR);
    BigDecimal ceiling = number.setScale(0, RoundingMode.CEILING);
    BigDecimal low = NumberOf.lowest(flip);
    BigDecimal high = NumberOf.highest(flip);
    switch (comparison) {
      case EQUALS -> {
        low = ceiling;
        high = floor;
      }
      case LESS -> high = ceiling.subtract(BigDecimal.ONE);
      case LESS_OR_EQUALS -> high = floor;
      case GREATER -> low = floor.add(BigDecimal.ONE);
      default -> low = ceiling;
    }
    low = low.max(NumberOf.lowest(flip));
    high = high.min(NumberOf.highest(flip));
    if (low.compareTo(high) > 0) {
      return Ranges.Longs.of(1, 0);
    }
    return Ranges.Longs.of(NumberOf.ordered(low, flip), NumberOf.ordered(high, flip));
  }

  /** Strings that begin with the constant. */
  static @Nullable Ranges ofPrefix(Type column, Type constant, Column value) {
    if (!(column.base() instanceof StringType) || !(constant.base() instanceof StringType)) {
      return null;
    }
    byte[] prefix = ((BytesColumn) value.flatten()).bytes(0);
    byte[] above = prefix.clone();
    int last = above.length - 1;
    while (last >= 0 && above[last] == (byte) 0xff) {
      last--;
    }
    if (last < 0) {
      return new Ranges.Bytes(List.of(new Ranges.Interval(prefix, null, false)));
    }
    above = Arrays.copyOf(above, last + 1);
    above[last]++;
    return new Ranges.Bytes(List.of(new Ranges.Interval(prefix, above, true)));
  }

  /** The listed values, already of the column's type; NULLs among them match nothing. */
  static @Nullable Ranges ofPoints(Type column, Column values) {
    int[] present = present(values);
    if (values instanceof LongColumn longs) {
      long flip = OrderedValue.flip(column);
      return Ranges.Longs.ofPoints(
          Arrays.stream(present).mapToLong(i -> longs.values()[i] ^ flip).toArray());
    }
    if (values instanceof DoubleColumn doubles) {
      // NaN is in a set of NaN, but no bounds of a column tell of it
      if (Arrays.stream(present).anyMatch(i -> Double.isNaN(doubles.values()[i]))) {
        return null;
      }
      return Ranges.Longs.ofPoints(
          Arrays.stream(present)
              .mapToLong(i -> OrderedValue.ofDouble(doubles.values()[i]))
              .toArray());
    }
    List<byte[]> points = new ArrayList<>(present.length);
    for (int i : present) {
      if (values instanceof BytesColumn bytes && column.base() instanceof StringType) {
        points.add(bytes.bytes(i));
      } else if (values instanceof WideColumn wide) {
        int words = wide.words();
        points.add(OrderedValue.ofWide(column, wide.values(), i * words, words));
      } else {
        return null;
      }
    }
    return Ranges.Bytes.ofPoints(points);
  }

  private static int[] present(Column values) {
    int[] rows = new int[values.size()];
    int count = 0;
    for (int i = 0; i < values.size(); i++) {
      rows[count] = i;
      count += values.isNull(i) ? 0 : 1;
    }
    return Arrays.copyOf(rows, count);
  }
}
