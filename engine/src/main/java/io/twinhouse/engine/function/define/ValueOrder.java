// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.define;

import io.twinhouse.engine.column.ArrayColumn;
import io.twinhouse.engine.column.BytesColumn;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ConstantColumn;
import io.twinhouse.engine.column.DictionaryColumn;
import io.twinhouse.engine.column.DoubleColumn;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.column.TupleColumn;
import io.twinhouse.engine.column.WideColumn;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.type.ArrayType;
import io.twinhouse.engine.type.DecimalType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.JsonType;
import io.twinhouse.engine.type.MapType;
import io.twinhouse.engine.type.TupleType;
import io.twinhouse.engine.type.Type;
import io.twinhouse.engine.type.UuidType;
import java.util.Arrays;
import java.util.List;

/**
 * The order of the values of one type: numbers by value, NaN behind all others, text by bytes,
 * arrays and tuples element by element, NULL behind everything.
 */
public final class ValueOrder {

  private final Rows rows;
  private final int missing;

  private ValueOrder(Rows rows, int missing) {
    this.rows = rows;
    this.missing = missing;
  }

  /** Compares two values that are not NULL, of flat columns. */
  private interface Rows {
    int compare(Column a, int rowA, Column b, int rowB);
  }

  public static ValueOrder of(Type type) {
    return of(type, 1);
  }

  /**
   * Refuses a type of which only equality is known.
   *
   * @throws TwinhouseException NOT_IMPLEMENTED
   */
  public static void requireKnown(Type type) {
    if (JsonType.isIn(type)) {
      throw new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED,
          "The order of JSON values is not supported; order by a path, as in j.a::Int64, or by"
              + " toJSONString(j)");
    }
  }

  /** The opposite order, but for NULL and NaN, which stay behind everything. */
  public static ValueOrder reverse(Type type) {
    ValueOrder order = of(type, -1);
    return new ValueOrder((a, i, b, j) -> order.rows.compare(b, j, a, i), 1);
  }

  /** The same with NULL and NaN in front of everything. */
  public static ValueOrder nullsFirst(Type type) {
    return of(type, -1);
  }

  /** NULL and NaN behind everything (1) or in front of it (-1). */
  private static ValueOrder of(Type type, int missing) {
    return new ValueOrder(rowsOf(type.base(), missing), missing);
  }

  /** Negative, zero or positive as the first value stands before, with or behind the second. */
  public int compare(Column a, int rowA, Column b, int rowB) {
    if (a.isNull(rowA) || b.isNull(rowB)) {
      return missing * Boolean.compare(a.isNull(rowA), b.isNull(rowB));
    }
    if (a instanceof ConstantColumn constant) {
      return compare(constant.value(), 0, b, rowB);
    }
    if (b instanceof ConstantColumn constant) {
      return compare(a, rowA, constant.value(), 0);
    }
    return rows.compare(a, rowA, b, rowB);
  }

  private static Rows rowsOf(Type base, int missing) {
    return switch (base.lane()) {
      case LONG ->
          base.equals(IntegerType.UINT64)
              ? (a, i, b, j) ->
                  Long.compareUnsigned(((LongColumn) a).values()[i], ((LongColumn) b).values()[j])
              : (a, i, b, j) ->
                  Long.compare(((LongColumn) a).values()[i], ((LongColumn) b).values()[j]);
      case DOUBLE ->
          (a, i, b, j) ->
              doubles(((DoubleColumn) a).values()[i], ((DoubleColumn) b).values()[j], missing);
      case BYTES -> ValueOrder::bytes;
      case WIDE -> wide(base);
      case ARRAY -> arrays(base, missing);
      case TUPLE -> tuples(((TupleType) base).elements(), missing);
    };
  }

  /** Order of floats: NaN behind all others and equal to itself, zeros equal. */
  public static int doubles(double a, double b) {
    return doubles(a, b, 1);
  }

  private static int doubles(double a, double b, int missing) {
    if (a < b) {
      return -1;
    }
    if (a > b) {
      return 1;
    }
    return a == b ? 0 : missing * Boolean.compare(Double.isNaN(a), Double.isNaN(b));
  }

  private static int bytes(Column a, int rowA, Column b, int rowB) {
    if (a instanceof DictionaryColumn x) {
      if (b instanceof DictionaryColumn y && x.dictionary() == y.dictionary()) {
        if (x.ids()[rowA] == y.ids()[rowB]) {
          return 0;
        }
      }
      byte[] entry = x.dictionary().bytes(x.ids()[rowA]);
      return bytes(BytesColumn.of(entry, new int[] {0, entry.length}, 1, null), 0, b, rowB);
    }
    if (b instanceof DictionaryColumn) {
      return -bytes(b, rowB, a, rowA);
    }
    BytesColumn x = (BytesColumn) a;
    BytesColumn y = (BytesColumn) b;
    return Arrays.compareUnsigned(
        x.data(),
        x.offsets()[rowA],
        x.offsets()[rowA + 1],
        y.data(),
        y.offsets()[rowB],
        y.offsets()[rowB + 1]);
  }

  private static Rows wide(Type base) {
    boolean signed =
        base instanceof DecimalType || (base instanceof IntegerType integer && integer.signed());
    boolean lowFirst = base instanceof UuidType;
    return (a, i, b, j) -> {
      WideColumn x = (WideColumn) a;
      WideColumn y = (WideColumn) b;
      int words = x.words();
      // The server keeps the halves of a UUID swapped and compares the second one first.
      for (int step = words - 1; step >= 0; step--) {
        int word = lowFirst ? words - 1 - step : step;
        long p = x.values()[i * words + word];
        long q = y.values()[j * words + word];
        if (p != q) {
          return signed && step == words - 1 ? Long.compare(p, q) : Long.compareUnsigned(p, q);
        }
      }
      return 0;
    };
  }

  private static Rows arrays(Type base, int missing) {
    ValueOrder order =
        of(base instanceof MapType map ? map.entry() : ((ArrayType) base).element(), missing);
    return (a, i, b, j) -> {
      ArrayColumn x = (ArrayColumn) a;
      ArrayColumn y = (ArrayColumn) b;
      int common = Math.min(x.length(i), y.length(j));
      for (int e = 0; e < common; e++) {
        int result =
            order.compare(x.elements(), x.offsets()[i] + e, y.elements(), y.offsets()[j] + e);
        if (result != 0) {
          return result;
        }
      }
      return Integer.compare(x.length(i), y.length(j));
    };
  }

  private static Rows tuples(List<Type> types, int missing) {
    List<ValueOrder> orders = types.stream().map(t -> of(t, missing)).toList();
    return (a, i, b, j) -> {
      List<Column> x = ((TupleColumn) a).elements();
      List<Column> y = ((TupleColumn) b).elements();
      for (int e = 0; e < x.size(); e++) {
        int result = orders.get(e).compare(x.get(e), i, y.get(e), j);
        if (result != 0) {
          return result;
        }
      }
      return 0;
    };
  }
}
