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
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.type.DateTime64Type;
import io.twinhouse.engine.type.DecimalType;
import io.twinhouse.engine.type.FloatType;
import io.twinhouse.engine.type.IntervalType;
import io.twinhouse.engine.type.IpType;
import io.twinhouse.engine.type.Lane;
import io.twinhouse.engine.type.Time64Type;
import io.twinhouse.engine.type.TimeType;
import io.twinhouse.engine.type.Type;
import java.util.Arrays;
import java.util.List;

/**
 * What the approximate counts of distinct values take a row for: a number for itself, a text for
 * its CityHash, a wide number for its words folded, all else for a hash that needs no more mixing.
 * One owner, one thread.
 */
final class HashedValues {

  /** What a row is. */
  enum Kind {
    /** A number, a date or an enumeration of up to 64 bits, as it is. */
    NUMBER,
    /** A text, or an IPv6 address, which is hashed as one. */
    TEXT,
    /** An integer or a UUID of 128 or 256 bits. */
    WIDE,
    /** Decimals, times, arrays and tuples, and several arguments: a hash of all. */
    HASH
  }

  private final Type base;
  private final Kind kind;
  private final RowCity city;
  private final Column[] row;

  HashedValues(List<Type> types, Reservation memory) {
    base = types.get(0).base();
    kind = kindOf(types);
    city = new RowCity(types, memory);
    row = new Column[types.size()];
  }

  static Kind kindOf(List<Type> types) {
    Type base = types.get(0).base();
    boolean plain =
        !(base instanceof DecimalType
            || base instanceof DateTime64Type
            || base instanceof TimeType
            || base instanceof Time64Type
            || base instanceof IntervalType);
    if (types.size() > 1 || !plain) {
      return Kind.HASH;
    }
    return switch (base.lane()) {
      case LONG, DOUBLE -> Kind.NUMBER;
      case BYTES -> Kind.TEXT;
      case WIDE -> base instanceof IpType ? Kind.TEXT : Kind.WIDE;
      case ARRAY, TUPLE -> Kind.HASH;
    };
  }

  /** The 32-bit hashes that uniq counts: row i's at index i of {@code hashes}. */
  void read(Column[] arguments, int rows, int[] hashes) {
    if (kind != Kind.HASH) {
      readMixed(arguments[0], rows, hashes);
      return;
    }
    for (int i = 0; i < rows; i++) {
      hashes[i] = (int) city.of(arguments, i);
    }
  }

  /** A number as it is or its bits, the folded words of a wide one, else the 64 bits of a hash. */
  long key(RowInput in, int index) {
    return switch (kind) {
      case NUMBER ->
          base.lane() == Lane.DOUBLE
              ? ValueCity.bits(in.number(0, index), base.equals(FloatType.FLOAT32))
              : in.word(0, index);
      case WIDE -> folded((WideColumn) in.column(0), index);
      case TEXT, HASH -> hash(in, index);
    };
  }

  /** The hash of a row's bytes. */
  private long hash(RowInput in, int index) {
    for (int i = 0; i < row.length; i++) {
      row[i] = in.column(i);
    }
    return city.of(row, index);
  }

  /** The words of an integer as the server folds them: of four the highest is left out. */
  static long folded(WideColumn column, int index) {
    int words = column.words();
    long folded = 0;
    for (int i = 0; i < Math.min(words, 3); i++) {
      folded ^= column.values()[index * words + i];
    }
    return folded;
  }

  private void readMixed(Column column, int rows, int[] hashes) {
    if (column instanceof ConstantColumn constant) {
      readMixed(constant.value(), 1, hashes);
      Arrays.fill(hashes, 0, rows, hashes[0]);
    } else if (column instanceof LongColumn longs) {
      for (int i = 0; i < rows; i++) {
        hashes[i] = (int) IntHash.mixed(longs.values()[i]);
      }
    } else if (column instanceof DoubleColumn doubles) {
      boolean single = base.equals(FloatType.FLOAT32);
      for (int i = 0; i < rows; i++) {
        hashes[i] = (int) IntHash.mixed(ValueCity.bits(doubles.values()[i], single));
      }
    } else if (column instanceof DictionaryColumn coded) {
      boolean empty = coded.dictionary().size() == 0;
      for (int i = 0; i < rows; i++) {
        hashes[i] = empty ? 0 : (int) IntHash.mixed(coded.dictionary().cityHash64(coded.ids()[i]));
      }
    } else if (column instanceof BytesColumn bytes) {
      for (int i = 0; i < rows; i++) {
        int start = bytes.offsets()[i];
        hashes[i] = (int) IntHash.mixed(CityHash102.hash64(bytes.data(), start, bytes.length(i)));
      }
    } else {
      readWide((WideColumn) column, rows, hashes);
    }
  }

  private void readWide(WideColumn wide, int rows, int[] hashes) {
    Column[] single = {wide};
    for (int i = 0; i < rows; i++) {
      long hash = kind == Kind.TEXT ? city.of(single, i) : IntHash.mixed(folded(wide, i));
      hashes[i] = (int) IntHash.mixed(hash);
    }
  }
}
