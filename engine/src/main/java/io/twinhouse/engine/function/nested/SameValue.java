// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.nested;

import io.twinhouse.engine.column.ArrayColumn;
import io.twinhouse.engine.column.BytesColumn;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ConstantColumn;
import io.twinhouse.engine.column.DictionaryColumn;
import io.twinhouse.engine.column.DoubleColumn;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.column.TupleColumn;
import io.twinhouse.engine.column.WideColumn;
import java.util.Arrays;
import java.util.List;

/**
 * Sameness of values of one type by their bits, as hashing sees it: NULL is NULL, NaN is the same
 * NaN, 0.0 and -0.0 differ.
 */
public final class SameValue {

  private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;

  private SameValue() {}

  public static boolean same(Column a, int rowA, Column b, int rowB) {
    if (a instanceof ConstantColumn constant) {
      return same(constant.value(), 0, b, rowB);
    }
    if (b instanceof ConstantColumn constant) {
      return same(a, rowA, constant.value(), 0);
    }
    if (a.isNull(rowA) || b.isNull(rowB)) {
      return a.isNull(rowA) && b.isNull(rowB);
    }
    if (a instanceof LongColumn longs) {
      return longs.values()[rowA] == ((LongColumn) b).values()[rowB];
    }
    if (a instanceof DoubleColumn doubles) {
      return Double.doubleToRawLongBits(doubles.values()[rowA])
          == Double.doubleToRawLongBits(((DoubleColumn) b).values()[rowB]);
    }
    if (a instanceof ArrayColumn array) {
      return sameArrays(array, rowA, (ArrayColumn) b, rowB);
    }
    if (a instanceof TupleColumn tuple) {
      return sameTuples(tuple.elements(), rowA, ((TupleColumn) b).elements(), rowB);
    }
    if (a instanceof WideColumn wide) {
      int words = wide.words();
      return Arrays.equals(
          wide.values(),
          rowA * words,
          (rowA + 1) * words,
          ((WideColumn) b).values(),
          rowB * words,
          (rowB + 1) * words);
    }
    return sameBytes(a, rowA, b, rowB);
  }

  private static boolean sameBytes(Column a, int rowA, Column b, int rowB) {
    if (a instanceof DictionaryColumn x
        && b instanceof DictionaryColumn y
        && x.dictionary() == y.dictionary()) {
      return x.ids()[rowA] == y.ids()[rowB];
    }
    if (a instanceof BytesColumn x && b instanceof BytesColumn y) {
      int from = x.offsets()[rowA];
      int to = y.offsets()[rowB];
      return Arrays.equals(
          x.data(), from, x.offsets()[rowA + 1], y.data(), to, y.offsets()[rowB + 1]);
    }
    return Arrays.equals(bytes(a, rowA), bytes(b, rowB));
  }

  private static byte[] bytes(Column column, int row) {
    return column instanceof DictionaryColumn coded
        ? coded.dictionary().bytes(coded.ids()[row])
        : ((BytesColumn) column).bytes(row);
  }

  private static boolean sameArrays(ArrayColumn a, int rowA, ArrayColumn b, int rowB) {
    int length = a.length(rowA);
    if (length != b.length(rowB)) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (!same(a.elements(), a.offsets()[rowA] + i, b.elements(), b.offsets()[rowB] + i)) {
        return false;
      }
    }
    return true;
  }

  private static boolean sameTuples(List<Column> a, int rowA, List<Column> b, int rowB) {
    for (int i = 0; i < a.size(); i++) {
      if (!same(a.get(i), rowA, b.get(i), rowB)) {
        return false;
      }
    }
    return true;
  }

  /** A number that the same values share. */
  public static int hash(Column column, int row) {
    long bits = bits(column, row) * MULTIPLIER;
    return (int) (bits >>> 32);
  }

  private static long bits(Column column, int row) {
    if (column instanceof ConstantColumn constant) {
      return bits(constant.value(), 0);
    }
    if (column.isNull(row)) {
      return 0x5bd1e995;
    }
    if (column instanceof LongColumn longs) {
      return longs.values()[row];
    }
    if (column instanceof DoubleColumn doubles) {
      return Double.doubleToRawLongBits(doubles.values()[row]);
    }
    if (column instanceof BytesColumn bytes) {
      return ofBytes(bytes.data(), bytes.offsets()[row], bytes.offsets()[row + 1]);
    }
    if (column instanceof DictionaryColumn coded) {
      byte[] entry = coded.dictionary().bytes(coded.ids()[row]);
      return ofBytes(entry, 0, entry.length);
    }
    long hash = 1;
    if (column instanceof ArrayColumn array) {
      for (int e = array.offsets()[row]; e < array.offsets()[row + 1]; e++) {
        hash = hash * 31 + hash(array.elements(), e);
      }
    } else if (column instanceof TupleColumn tuple) {
      for (Column element : tuple.elements()) {
        hash = hash * 31 + hash(element, row);
      }
    } else {
      WideColumn wide = (WideColumn) column;
      for (int word = 0; word < wide.words(); word++) {
        hash = hash * 31 + wide.values()[row * wide.words() + word];
      }
    }
    return hash;
  }

  private static long ofBytes(byte[] data, int from, int to) {
    long hash = (long) to - from;
    for (int at = from; at < to; at++) {
      hash = hash * 31 + data[at];
    }
    return hash;
  }
}
