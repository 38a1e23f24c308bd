// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.exec.operator.sort;

import io.twinhouse.engine.column.ArrayColumn;
import io.twinhouse.engine.column.BytesColumn;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ConstantColumn;
import io.twinhouse.engine.column.DictionaryColumn;
import io.twinhouse.engine.column.DoubleColumn;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.column.TupleColumn;
import io.twinhouse.engine.column.WideColumn;
import io.twinhouse.engine.function.hash.CityHash102;
import io.twinhouse.engine.type.ArrayType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.IpType;
import io.twinhouse.engine.type.Lane;
import io.twinhouse.engine.type.MapType;
import io.twinhouse.engine.type.TupleType;
import io.twinhouse.engine.type.Type;
import io.twinhouse.engine.type.UuidType;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How ClickHouse orders values of one type under one direction: NULL and NaN stand where the key
 * says whatever the direction, NaN between the numbers and NULL; bytes compare unsigned; arrays
 * element by element, then by length; UUIDs by their second half first.
 */
final class ValueOrder {

  private final Type type;
  private final boolean descending;
  private final boolean nullsFirst;
  private final boolean unsigned;
  private final boolean byHash;
  private final List<ValueOrder> parts;
  private final @Nullable CarriedOrder carried;

  ValueOrder(Type type, boolean descending, boolean nullsFirst) {
    this(type, descending, nullsFirst, false);
  }

  /** An order in which equal values stand together, cheaper than that of the values. */
  static ValueOrder grouping(Type type) {
    return new ValueOrder(type, false, false, true);
  }

  private ValueOrder(Type type, boolean descending, boolean nullsFirst, boolean byHash) {
    this.type = type;
    this.byHash = byHash && type.lane() == Lane.BYTES;
    this.descending = descending;
    this.nullsFirst = nullsFirst;
    Type base = type.base();
    boolean ordered = base.carriesType() && !byHash;
    carried = ordered ? new CarriedOrder(descending, nullsFirst) : null;
    unsigned =
        base instanceof UuidType
            || base instanceof IpType
            || (base instanceof IntegerType integer && !integer.signed());
    parts =
        partsOf(base).stream().map(part -> new ValueOrder(part, descending, nullsFirst)).toList();
  }

  private static List<Type> partsOf(Type base) {
    if (base instanceof ArrayType array) {
      return List.of(array.element());
    }
    if (base instanceof MapType map) {
      return List.of(map.entry());
    }
    return base instanceof TupleType tuple ? tuple.elements() : List.of();
  }

  /** Negative when row i of {@code a} comes before row j of {@code b}. */
  int compare(Column a, int i, Column b, int j) {
    if (a instanceof ConstantColumn constant) {
      return compare(constant.value(), 0, b, j);
    }
    if (b instanceof ConstantColumn constant) {
      return compare(a, i, constant.value(), 0);
    }
    if (carried != null) {
      return carried.compare(bytes(a, i), bytes(b, j));
    }
    boolean nullA = a.isNull(i);
    boolean nullB = b.isNull(j);
    if (nullA || nullB) {
      int order = Boolean.compare(nullA, nullB);
      return nullsFirst ? -order : order;
    }
    return switch (type.lane()) {
      case LONG ->
          directed(compareLongs(((LongColumn) a).values()[i], ((LongColumn) b).values()[j]));
      case DOUBLE -> compareDoubles(((DoubleColumn) a).values()[i], ((DoubleColumn) b).values()[j]);
      case BYTES -> directed(byHash ? compareHashes(a, i, b, j) : compareBytes(a, i, b, j));
      case WIDE -> directed(compareWide((WideColumn) a, i, (WideColumn) b, j));
      case ARRAY -> compareArrays((ArrayColumn) a, i, (ArrayColumn) b, j);
      case TUPLE -> compareTuples((TupleColumn) a, i, (TupleColumn) b, j);
    };
  }

  /** Whether all values of this prefix are equal. */
  boolean isExact(long prefix) {
    return type.lane() == Lane.LONG && isPresent(prefix);
  }

  /** Whether no NULL and no NaN has this prefix. */
  private static boolean isPresent(long prefix) {
    return prefix != Long.MIN_VALUE && prefix != Long.MAX_VALUE;
  }

  /** As {@link #compare} for values whose {@linkplain #prefixes prefixes} are both this one. */
  int compareTied(long prefix, Column a, int i, Column b, int j) {
    if (isExact(prefix)) {
      return 0;
    }
    boolean hashed = isPresent(prefix) && byHash && !a.isNull(i) && !b.isNull(j);
    if (hashed && !(a instanceof ConstantColumn) && !(b instanceof ConstantColumn)) {
      return compareBytes(a, i, b, j);
    }
    return compare(a, i, b, j);
  }

  /** Marks the rows whose value is another than that of the row before; never the first. */
  void markChanges(Column column, int rows, boolean[] changes) {
    if (column instanceof LongColumn longs && longs.nulls() == null) {
      long[] values = longs.values();
      for (int row = 1; row < rows; row++) {
        changes[row] |= values[row] != values[row - 1];
      }
    } else if (column instanceof DictionaryColumn coded && coded.nulls() == null) {
      int[] ids = coded.ids();
      for (int row = 1; row < rows; row++) {
        changes[row] |= ids[row] != ids[row - 1];
      }
    } else if (!(column instanceof ConstantColumn)) {
      for (int row = 1; row < rows; row++) {
        changes[row] = changes[row] || compare(column, row - 1, column, row) != 0;
      }
    }
  }

  private int directed(int order) {
    return descending ? -order : order;
  }

  private int compareDoubles(double x, double y) {
    if (Double.isNaN(x) || Double.isNaN(y)) {
      int order = Boolean.compare(Double.isNaN(x), Double.isNaN(y));
      return nullsFirst ? -order : order;
    }
    return directed(x < y ? -1 : x > y ? 1 : 0);
  }

  private int compareLongs(long x, long y) {
    return unsigned ? Long.compareUnsigned(x, y) : Long.compare(x, y);
  }

  private static int compareBytes(Column a, int i, Column b, int j) {
    if (a instanceof DictionaryColumn x
        && b instanceof DictionaryColumn y
        && x.dictionary() == y.dictionary()
        && x.ids()[i] == y.ids()[j]) {
      return 0;
    }
    if (a instanceof BytesColumn x && b instanceof BytesColumn y) {
      return Arrays.compareUnsigned(
          x.data(),
          x.offsets()[i],
          x.offsets()[i + 1],
          y.data(),
          y.offsets()[j],
          y.offsets()[j + 1]);
    }
    return Arrays.compareUnsigned(bytes(a, i), bytes(b, j));
  }

  private static int compareHashes(Column a, int i, Column b, int j) {
    int order = Long.compare(hash(a, i), hash(b, j));
    return order != 0 ? order : compareBytes(a, i, b, j);
  }

  private static long hash(Column column, int row) {
    if (column instanceof DictionaryColumn coded) {
      return coded.dictionary().cityHash64(coded.ids()[row]);
    }
    BytesColumn bytes = (BytesColumn) column;
    return CityHash102.hash64(bytes.data(), bytes.offsets()[row], bytes.length(row));
  }

  private static byte[] bytes(Column column, int row) {
    return column instanceof DictionaryColumn coded
        ? coded.dictionary().bytes(coded.ids()[row])
        : ((BytesColumn) column).bytes(row);
  }

  private int compareWide(WideColumn a, int i, WideColumn b, int j) {
    int words = a.words();
    if (type.base() instanceof UuidType) {
      int low = Long.compareUnsigned(a.values()[i * 2], b.values()[j * 2]);
      return low != 0 ? low : Long.compareUnsigned(a.values()[i * 2 + 1], b.values()[j * 2 + 1]);
    }
    int order = compareLongs(a.values()[i * words + words - 1], b.values()[j * words + words - 1]);
    for (int w = words - 2; w >= 0 && order == 0; w--) {
      order = Long.compareUnsigned(a.values()[i * words + w], b.values()[j * words + w]);
    }
    return order;
  }

  private int compareArrays(ArrayColumn a, int i, ArrayColumn b, int j) {
    int common = Math.min(a.length(i), b.length(j));
    for (int e = 0; e < common; e++) {
      int order =
          parts.get(0).compare(a.elements(), a.offsets()[i] + e, b.elements(), b.offsets()[j] + e);
      if (order != 0) {
        return order;
      }
    }
    return directed(Integer.compare(a.length(i), b.length(j)));
  }

  private int compareTuples(TupleColumn a, int i, TupleColumn b, int j) {
    for (int e = 0; e < parts.size(); e++) {
      int order = parts.get(e).compare(a.elements().get(e), i, b.elements().get(e), j);
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  /**
   * Longs that order as the values do: a smaller one means an earlier row, equal ones mean that
   * {@link #compare} must decide.
   */
  void prefixes(Column column, int rows, long[] target) {
    if (column instanceof ConstantColumn constant) {
      prefixes(constant.value(), 1, target);
      Arrays.fill(target, 0, rows, target[0]);
      return;
    }
    for (int row = 0; row < rows; row++) {
      long value = prefix(column, row);
      target[row] = descending ? ~value : value;
    }
    long absent = nullsFirst ? Long.MIN_VALUE : Long.MAX_VALUE;
    if (column instanceof DoubleColumn doubles) {
      for (int row = 0; row < rows; row++) {
        target[row] = Double.isNaN(doubles.values()[row]) ? absent : target[row];
      }
    }
    if (column.nulls() != null || carried != null) {
      for (int row = 0; row < rows; row++) {
        target[row] = isAbsent(column, row) ? absent : target[row];
      }
    }
  }

  /** No bytes are the NULL of values that carry their types. */
  private boolean isAbsent(Column column, int row) {
    return column.isNull(row) || (carried != null && bytes(column, row).length == 0);
  }

  /** The prefix of one value. */
  long prefixAt(Column column, int row) {
    if (column instanceof ConstantColumn constant) {
      return prefixAt(constant.value(), 0);
    }
    boolean absent =
        isAbsent(column, row)
            || (column instanceof DoubleColumn doubles && Double.isNaN(doubles.values()[row]));
    if (absent) {
      return nullsFirst ? Long.MIN_VALUE : Long.MAX_VALUE;
    }
    long value = prefix(column, row);
    return descending ? ~value : value;
  }

  private long prefix(Column column, int row) {
    if (column instanceof LongColumn longs) {
      long value = longs.values()[row];
      return unsigned ? value ^ Long.MIN_VALUE : value;
    }
    if (column instanceof DoubleColumn doubles) {
      long bits = Double.doubleToLongBits(doubles.values()[row] + 0.0);
      return bits ^ bits >> 63 & Long.MAX_VALUE;
    }
    if (byHash && !column.isNull(row)) {
      return hash(column, row);
    }
    if (column instanceof BytesColumn bytes) {
      int from = bytes.offsets()[row];
      int end = bytes.offsets()[row + 1];
      return leading(
          bytes.data(),
          from,
          carried == null ? end : CarriedOrder.nameEnd(bytes.data(), from, end));
    }
    if (column instanceof DictionaryColumn coded && !coded.isNull(row)) {
      byte[] entry = bytes(coded, row);
      int end = entry.length;
      return leading(entry, 0, carried == null ? end : CarriedOrder.nameEnd(entry, 0, end));
    }
    return 0;
  }

  /** The first eight bytes, big end first, as an unsigned number shifted into the signed range. */
  private static long leading(byte[] data, int from, int end) {
    long value = 0;
    for (int i = 0; i < 8; i++) {
      value = value << 8 | (from + i < end ? data[from + i] & 0xff : 0);
    }
    return value ^ Long.MIN_VALUE;
  }
}
