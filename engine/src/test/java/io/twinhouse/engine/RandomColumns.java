// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.column.ConstantColumn;
import io.twinhouse.engine.column.DictionaryColumn;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.type.ArrayType;
import io.twinhouse.engine.type.DateType;
import io.twinhouse.engine.type.FloatType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.Lane;
import io.twinhouse.engine.type.MapType;
import io.twinhouse.engine.type.NullableType;
import io.twinhouse.engine.type.StringType;
import io.twinhouse.engine.type.TupleType;
import io.twinhouse.engine.type.Type;
import io.twinhouse.engine.type.UuidType;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;

/** Columns of random values of any lane and encoding, with many repeats. */
public final class RandomColumns {

  /** One type of each lane, and some that may be NULL. */
  public static final List<Type> TYPES =
      List.of(
          IntegerType.INT64,
          IntegerType.UINT8,
          DateType.DATE,
          new NullableType(IntegerType.INT32),
          IntegerType.UINT64,
          new NullableType(IntegerType.UINT64),
          FloatType.FLOAT64,
          new NullableType(FloatType.FLOAT64),
          StringType.INSTANCE,
          new NullableType(StringType.INSTANCE),
          UuidType.INSTANCE,
          new ArrayType(new NullableType(StringType.INSTANCE)),
          TupleType.of(List.of(IntegerType.INT16, StringType.INSTANCE)));

  private final SplittableRandom random;
  private final ListDictionary dictionary = new ListDictionary();

  public RandomColumns(long seed) {
    random = new SplittableRandom(seed);
    for (int i = 0; i < 40; i++) {
      dictionary.add("entry" + i);
    }
  }

  /** The seed of this run: {@code -Dtwinhouse.seed=<hexadecimal>} or drawn from the clock. */
  public static long seed() {
    String given = System.getProperty("twinhouse.seed");
    return given == null ? System.nanoTime() : Long.parseUnsignedLong(given.strip(), 16);
  }

  public int below(int bound) {
    return random.nextInt(bound);
  }

  public Type anyType() {
    return TYPES.get(random.nextInt(TYPES.size()));
  }

  /** A column in a random encoding: flat, constant or, for strings, by dictionary. */
  public Column column(Type type, int rows) {
    int choice = random.nextInt(8);
    if (choice == 0 && rows > 0) {
      return ConstantColumn.of(flat(type, 1), rows);
    }
    if (choice < 5 && type.base().equals(IntegerType.UINT64)) {
      return hashed(type, rows);
    }
    return type.lane() == Lane.BYTES && choice < 5 ? coded(type, rows) : flat(type, rows);
  }

  /** Hashes of entries, which may be worked on by id. */
  private Column hashed(Type type, int rows) {
    DictionaryColumn coded = (DictionaryColumn) coded(type, rows);
    long[] room = random.nextBoolean() ? new long[rows] : null;
    return LongColumn.ofSipHashes(coded.ids(), dictionary, rows, coded.nulls(), room);
  }

  public Column coded(Type type, int rows) {
    int[] ids = new int[rows];
    boolean[] nulls = type.isNullable() ? new boolean[rows] : null;
    for (int row = 0; row < rows; row++) {
      if (nulls != null && random.nextInt(5) == 0) {
        nulls[row] = true;
      } else {
        ids[row] = random.nextInt(dictionary.size());
      }
    }
    return DictionaryColumn.of(ids, dictionary, rows, nulls);
  }

  public Column flat(Type type, int rows) {
    ColumnBuilder builder = ColumnBuilder.of(type);
    for (int row = 0; row < rows; row++) {
      append(type, builder);
    }
    return builder.build();
  }

  private void append(Type type, ColumnBuilder out) {
    if (type.isNullable() && random.nextInt(5) == 0) {
      out.appendNull();
      return;
    }
    Type base = type.base();
    switch (type.lane()) {
      case LONG -> out.appendLong(longOf(base));
      case DOUBLE ->
          out.appendDouble(random.nextInt(6) == 0 ? Double.NaN : random.nextInt(9) / 2.0);
      case BYTES -> {
        byte[] bytes = ("entry" + random.nextInt(50)).getBytes(StandardCharsets.UTF_8);
        out.appendBytes(bytes, 0, bytes.length);
      }
      case WIDE -> out.appendWide(new long[] {random.nextInt(5), random.nextInt(5), 0, 0}, 0);
      case ARRAY -> {
        Type element = base instanceof MapType map ? map.entry() : ((ArrayType) base).element();
        for (int left = random.nextInt(3); left > 0; left--) {
          append(element, out.elements());
        }
        out.endRow();
      }
      case TUPLE -> {
        List<Type> elements = ((TupleType) base).elements();
        for (int i = 0; i < elements.size(); i++) {
          append(elements.get(i), out.element(i));
        }
        out.endRow();
      }
    }
  }

  private long longOf(Type base) {
    long value = random.nextInt(10) == 0 ? random.nextLong() : random.nextInt(30) - 10;
    if (base instanceof IntegerType integer) {
      return integer.wrap(value);
    }
    return value & 0xffff;
  }
}
