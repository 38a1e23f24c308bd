// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.spill;

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

/**
 * Hashes of rows by value: equal keys have equal hashes whatever their encoding. Stateless. The
 * finalizer is that of SplitMix64.
 */
final class RowHash {

  private static final long NULL = 0x9e3779b97f4a7c15L;

  private RowHash() {}

  /** Writes the hash of each row's keys to {@code target}. */
  static void hash(Column[] keys, int rows, long[] target) {
    for (int row = 0; row < rows; row++) {
      long hash = 0;
      for (Column key : keys) {
        hash = mix(hash + of(key, row));
      }
      target[row] = hash;
    }
  }

  private static long of(Column column, int row) {
    if (column.isNull(row)) {
      return NULL;
    }
    if (column instanceof LongColumn longs) {
      return longs.values()[row];
    }
    if (column instanceof DictionaryColumn coded) {
      return coded.dictionary().cityHash64(coded.ids()[row]);
    }
    if (column instanceof BytesColumn bytes) {
      return CityHash102.hash64(bytes.data(), bytes.offsets()[row], bytes.length(row));
    }
    if (column instanceof DoubleColumn doubles) {
      return Double.doubleToLongBits(doubles.values()[row]);
    }
    if (column instanceof ConstantColumn constant) {
      return of(constant.value(), 0);
    }
    return ofNested(column, row);
  }

  private static long ofNested(Column column, int row) {
    long hash = 0;
    if (column instanceof WideColumn wide) {
      for (int word = 0; word < wide.words(); word++) {
        hash = mix(hash + wide.values()[row * wide.words() + word]);
      }
    } else if (column instanceof ArrayColumn array) {
      hash = array.length(row);
      for (int e = array.offsets()[row]; e < array.offsets()[row + 1]; e++) {
        hash = mix(hash + of(array.elements(), e));
      }
    } else {
      for (Column element : ((TupleColumn) column).elements()) {
        hash = mix(hash + of(element, row));
      }
    }
    return hash;
  }

  private static long mix(long value) {
    long hash = value + NULL;
    hash = (hash ^ hash >>> 30) * 0xbf58476d1ce4e5b9L;
    hash = (hash ^ hash >>> 27) * 0x94d049bb133111ebL;
    return hash ^ hash >>> 31;
  }
}
