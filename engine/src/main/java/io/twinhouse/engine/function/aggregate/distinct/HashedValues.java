// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.distinct;

import io.twinhouse.engine.column.BytesColumn;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ConstantColumn;
import io.twinhouse.engine.column.DictionaryColumn;
import io.twinhouse.engine.column.DoubleColumn;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.column.WideColumn;
import io.twinhouse.engine.function.aggregate.object.RowInput;
import io.twinhouse.engine.function.aggregate.state.ValueCity;
import io.twinhouse.engine.function.hash.CityHash102;
import io.twinhouse.engine.function.hash.IntHash;
import io.twinhouse.engine.type.DateTime64Type;
import io.twinhouse.engine.type.DecimalType;
import io.twinhouse.engine.type.FloatType;
import io.twinhouse.engine.type.IntervalType;
import io.twinhouse.engine.type.Lane;
import io.twinhouse.engine.type.Time64Type;
import io.twinhouse.engine.type.Type;
import java.util.Arrays;
import java.util.List;

/**
 * The 32-bit hashes that uniq counts: of a number or a text the finalizer of MurmurHash3 over the
 * number or over its CityHash; of decimals, and of several arguments, the CityHash of their bytes,
 * folded.
 */
final class HashedValues {

  private final List<Type> types;
  private final ValueCity city = new ValueCity();

  HashedValues(List<Type> types) {
    this.types = types;
  }

  /** Row i's hash at index i of {@code hashes}. */
  void read(Column[] arguments, int rows, int[] hashes) {
    Type base = types.get(0).base();
    if (arguments.length == 1 && isMixed(base)) {
      readMixed(base, arguments[0], rows, hashes);
      return;
    }
    for (int row = 0; row < rows; row++) {
      long folded = 0;
      for (int i = 0; i < arguments.length; i++) {
        long hash = city.of(types.get(i).base(), arguments[i], row);
        folded = i == 0 ? hash : CityHash102.combine(hash, folded);
      }
      hashes[row] = (int) folded;
    }
  }

  /** All 64 bits: a number's mixed, a text's city hash, of several arguments the fold. */
  long hash(RowInput in, int row) {
    Type base = types.get(0).base();
    boolean mixed = in.size() == 1 && isMixed(base) && base.lane() != Lane.BYTES;
    return mixed ? IntHash.mixed(key(in, row)) : folded(in, row);
  }

  /** A number as it is, else all 64 bits of the hash. */
  long key(RowInput in, int row) {
    Type base = types.get(0).base();
    if (in.size() > 1 || !isMixed(base) || base.lane() == Lane.BYTES) {
      return folded(in, row);
    }
    return base.lane() == Lane.DOUBLE
        ? ValueCity.bits(in.number(0, row), base.equals(FloatType.FLOAT32))
        : in.word(0, row);
  }

  private long folded(RowInput in, int row) {
    long folded = 0;
    for (int i = 0; i < in.size(); i++) {
      long hash = city.of(types.get(i).base(), in.column(i), row);
      folded = i == 0 ? hash : CityHash102.combine(hash, folded);
    }
    return folded;
  }

  /** Whether a single value is taken as it is, and not as a hash as several are. */
  static boolean isMixed(Type base) {
    return !(base instanceof DecimalType
        || base instanceof DateTime64Type
        || base instanceof Time64Type
        || base instanceof IntervalType);
  }

  private static void readMixed(Type base, Column column, int rows, int[] hashes) {
    if (column instanceof ConstantColumn constant) {
      readMixed(base, constant.value(), 1, hashes);
      Arrays.fill(hashes, 0, rows, hashes[0]);
    } else if (column instanceof LongColumn longs) {
      for (int row = 0; row < rows; row++) {
        hashes[row] = (int) IntHash.mixed(longs.values()[row]);
      }
    } else if (column instanceof DoubleColumn doubles) {
      boolean single = base.equals(FloatType.FLOAT32);
      for (int row = 0; row < rows; row++) {
        hashes[row] = (int) IntHash.mixed(ValueCity.bits(doubles.values()[row], single));
      }
    } else if (column instanceof DictionaryColumn coded) {
      boolean empty = coded.dictionary().size() == 0;
      for (int row = 0; row < rows; row++) {
        hashes[row] =
            empty ? 0 : (int) IntHash.mixed(coded.dictionary().cityHash64(coded.ids()[row]));
      }
    } else if (column instanceof BytesColumn bytes) {
      for (int row = 0; row < rows; row++) {
        int start = bytes.offsets()[row];
        hashes[row] =
            (int) IntHash.mixed(CityHash102.hash64(bytes.data(), start, bytes.length(row)));
      }
    } else {
      long[] words = ((WideColumn) column).values();
      for (int row = 0; row < rows; row++) {
        hashes[row] = (int) IntHash.mixed(IntHash.mixed(words[2 * row] ^ words[2 * row + 1]));
      }
    }
  }
}
