// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.key;

import io.twinhouse.engine.column.BytesColumn;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ConstantColumn;
import io.twinhouse.engine.column.Dictionary;
import io.twinhouse.engine.column.DictionaryColumn;
import io.twinhouse.engine.column.DoubleColumn;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.type.BoolType;
import io.twinhouse.engine.type.DateTimeType;
import io.twinhouse.engine.type.DateType;
import io.twinhouse.engine.type.DecimalType;
import io.twinhouse.engine.type.EnumType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.IpType;
import io.twinhouse.engine.type.Lane;
import io.twinhouse.engine.type.Time64Type;
import io.twinhouse.engine.type.TimeType;
import io.twinhouse.engine.type.Type;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How key columns share one long. Immutable. */
final class PackedLayout {

  private static final int ID_BITS = 32;

  private final Part[] parts;

  private PackedLayout(Part[] parts) {
    this.parts = parts;
  }

  /**
   * One key column's place.
   *
   * @param width bits of the value; the null flag, if any, is the bit above
   * @param dictionary where the value is an entry's id
   * @param hashed whether the id stands for the entry's sipHash64
   */
  private record Part(
      Type type,
      int shift,
      int width,
      boolean signed,
      boolean nullable,
      @Nullable Dictionary dictionary,
      boolean hashed) {

    long valueMask() {
      return width == 64 ? -1L : (1L << width) - 1;
    }

    long nullCode() {
      return 1L << (shift + width);
    }

    long valueOf(long code) {
      long raw = code >>> shift & valueMask();
      int spare = 64 - width;
      return signed ? raw << spare >> spare : raw;
    }

    boolean isNull(long code) {
      return nullable && (code & nullCode()) != 0;
    }

    /** Whether the column's ids are what is packed here. */
    boolean isCodeOf(Column column) {
      return dictionary == Dictionary.of(column) && hashed == column instanceof LongColumn;
    }
  }

  /** The layout for columns as they came first, or null when they do not fit 64 bits. */
  static @Nullable PackedLayout of(List<Type> types, Column[] keys) {
    Dictionary[] dictionaries = new Dictionary[keys.length];
    for (int i = 0; i < keys.length; i++) {
      dictionaries[i] = Dictionary.of(keys[i]);
    }
    return of(types, dictionaries);
  }

  /** A layout for any values, as long as no type is of bytes; null when they do not fit. */
  static @Nullable PackedLayout ofValues(List<Type> types) {
    return of(types, new Dictionary[types.size()]);
  }

  private static @Nullable PackedLayout of(List<Type> types, @Nullable Dictionary[] dictionaries) {
    Part[] parts = new Part[dictionaries.length];
    int shift = 0;
    for (int i = 0; i < parts.length; i++) {
      Type type = types.get(i);
      Dictionary dictionary = dictionaries[i];
      int width = dictionary != null ? ID_BITS : widthOf(type);
      boolean nullable = type.isNullable();
      int bits = width + (nullable ? 1 : 0);
      if (width == 0 || shift + bits > 64) {
        return null;
      }
      boolean hashed = dictionary != null && type.lane() == Lane.LONG;
      boolean signed = isSigned(type.base());
      parts[i] = new Part(type, shift, width, signed, nullable, dictionary, hashed);
      shift += bits;
    }
    return new PackedLayout(parts);
  }

  /** Whether a part holds ids in the place of hashes, which are not to be had the other way. */
  boolean holdsHashes() {
    for (Part part : parts) {
      if (part.hashed) {
        return true;
      }
    }
    return false;
  }

  private static int widthOf(Type type) {
    if (type.lane() == Lane.DOUBLE) {
      return 64;
    }
    if (type.lane() != Lane.LONG) {
      return 0;
    }
    Type base = type.base();
    if (base instanceof IntegerType integer) {
      return integer.bits();
    }
    if (base instanceof DateType date) {
      return date.bits();
    }
    if (base instanceof EnumType enumeration) {
      return enumeration.bits();
    }
    if (base instanceof DecimalType decimal) {
      return decimal.bits();
    }
    if (base instanceof BoolType) {
      return 8;
    }
    boolean narrow = base instanceof DateTimeType || base instanceof TimeType;
    return narrow || base instanceof IpType ? 32 : 64;
  }

  private static boolean isSigned(Type base) {
    return (base instanceof IntegerType integer && integer.signed())
        || base instanceof EnumType
        || base instanceof DecimalType
        || base instanceof TimeType
        || base instanceof Time64Type
        || (base instanceof DateType date && date.bits() == 32);
  }

  /**
   * Packs the keys of each row; false if a column has another encoding than the layout was made
   * for, and then {@code codes} is arbitrary.
   */
  boolean encode(Column[] keys, int rows, long[] codes) {
    for (int i = 0; i < parts.length; i++) {
      if (parts[i].dictionary != null && !parts[i].isCodeOf(keys[i])) {
        return false;
      }
    }
    for (int i = 0; i < parts.length; i++) {
      encodePart(parts[i], keys[i], rows, codes, i == 0);
    }
    return true;
  }

  /**
   * Packs the keys of each row, looking up bytes in the layout's dictionaries where columns are not
   * encoded by them; clears {@code present} for rows whose value a dictionary does not hold. Not
   * for layouts that hold hashes.
   */
  void encodeForeign(Column[] keys, int rows, long[] codes, boolean[] present) {
    Arrays.fill(present, 0, rows, true);
    for (int i = 0; i < parts.length; i++) {
      Dictionary dictionary = parts[i].dictionary;
      Column column = keys[i];
      if (dictionary != null && !parts[i].isCodeOf(column)) {
        column = translate(column, dictionary, rows, present);
      }
      encodePart(parts[i], column, rows, codes, i == 0);
    }
  }

  private static Column translate(
      Column column, Dictionary dictionary, int rows, boolean[] present) {
    BytesColumn bytes = (BytesColumn) column.flatten();
    int[] ids = new int[rows];
    for (int row = 0; row < rows; row++) {
      if (!bytes.isNull(row)) {
        ids[row] = dictionary.find(bytes.data(), bytes.offsets()[row], bytes.length(row));
        present[row] &= ids[row] >= 0;
      }
    }
    return DictionaryColumn.of(ids, dictionary, rows, bytes.nulls());
  }

  private static void encodePart(Part part, Column column, int rows, long[] codes, boolean first) {
    if (first) {
      Arrays.fill(codes, 0, rows, 0);
    }
    if (column instanceof ConstantColumn constant) {
      long[] one = new long[1];
      encodePart(part, constant.value(), 1, one, true);
      for (int row = 0; row < rows; row++) {
        codes[row] |= one[0];
      }
      return;
    }
    int shift = part.shift;
    long mask = part.valueMask();
    if (part.dictionary != null) {
      int[] ids = Dictionary.idsOf(column);
      for (int row = 0; row < rows; row++) {
        codes[row] |= (ids[row] & mask) << shift;
      }
    } else if (column instanceof LongColumn longs) {
      long[] values = longs.values();
      for (int row = 0; row < rows; row++) {
        codes[row] |= (values[row] & mask) << shift;
      }
    } else {
      double[] values = ((DoubleColumn) column).values();
      for (int row = 0; row < rows; row++) {
        codes[row] |= Double.doubleToLongBits(values[row]);
      }
    }
    encodeNulls(part, column.nulls(), rows, codes);
  }

  private static void encodeNulls(Part part, boolean @Nullable [] nulls, int rows, long[] codes) {
    if (nulls == null || !part.nullable) {
      return;
    }
    long clear = ~(part.valueMask() << part.shift);
    long set = part.nullCode();
    for (int row = 0; row < rows; row++) {
      if (nulls[row]) {
        codes[row] = codes[row] & clear | set;
      }
    }
  }

  /** All codes of today's rows but NULL are below this; 0 if no such number is known. */
  long universe() {
    Dictionary only = parts.length == 1 ? parts[0].dictionary : null;
    return only == null ? 0 : only.size();
  }

  /** The key columns of the codes {@code [0, count)}. */
  Column[] decode(long[] codes, int count) {
    Column[] keys = new Column[parts.length];
    for (int i = 0; i < parts.length; i++) {
      keys[i] = decodePart(parts[i], codes, count);
    }
    return keys;
  }

  private static Column decodePart(Part part, long[] codes, int count) {
    boolean[] nulls = null;
    if (part.nullable) {
      nulls = new boolean[count];
      for (int i = 0; i < count; i++) {
        nulls[i] = part.isNull(codes[i]);
      }
    }
    if (part.dictionary != null) {
      int[] ids = new int[count];
      for (int i = 0; i < count; i++) {
        ids[i] = (int) (codes[i] >>> part.shift & part.valueMask());
      }
      return part.hashed
          ? LongColumn.ofSipHashes(ids, part.dictionary, count, nulls, null)
          : DictionaryColumn.of(ids, part.dictionary, count, nulls);
    }
    if (part.type.lane() == Lane.DOUBLE) {
      double[] values = new double[count];
      for (int i = 0; i < count; i++) {
        values[i] = Double.longBitsToDouble(codes[i]);
      }
      return DoubleColumn.of(values, count, nulls);
    }
    long[] values = new long[count];
    for (int i = 0; i < count; i++) {
      values[i] = part.valueOf(codes[i]);
    }
    return LongColumn.of(values, count, nulls);
  }
}
