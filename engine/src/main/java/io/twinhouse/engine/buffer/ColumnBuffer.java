// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.buffer;

import io.twinhouse.engine.column.ArrayColumn;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.type.ArrayType;
import io.twinhouse.engine.type.DecimalType;
import io.twinhouse.engine.type.FixedStringType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.MapType;
import io.twinhouse.engine.type.TupleType;
import io.twinhouse.engine.type.Type;

/**
 * A growing copy of rows of one column. Every array is reserved before it is allocated; {@link
 * #reset()} keeps the arrays, so that a warm buffer allocates nothing. Sources may be constant or
 * dictionary-encoded; dictionary ids stay ids as long as all rows share one dictionary. Not
 * thread-safe.
 */
public interface ColumnBuffer {

  /** A buffer for values of {@code type}. */
  static ColumnBuffer of(Type type, Reservation memory) {
    Type base = type.base();
    return switch (type.lane()) {
      case LONG -> new LongColumnBuffer(memory);
      case DOUBLE -> new DoubleColumnBuffer(memory);
      case BYTES ->
          new BytesColumnBuffer(memory, base instanceof FixedStringType fixed ? fixed.length() : 0);
      case WIDE -> new WideColumnBuffer(wordsOf(base), memory);
      case ARRAY -> new ArrayColumnBuffer(of(elementOf(base), memory), memory);
      case TUPLE ->
          new TupleColumnBuffer(
              ((TupleType) base).elements().stream().map(t -> of(t, memory)).toList(),
              ((TupleType) base).elements().stream().map(Type::isNullable).toList());
    };
  }

  /** The type of what an {@link ArrayColumn} of type {@code base} holds. */
  private static Type elementOf(Type base) {
    return base instanceof MapType map ? map.entry() : ((ArrayType) base).element();
  }

  private static int wordsOf(Type base) {
    boolean four =
        (base instanceof IntegerType integer && integer.bits() == 256)
            || (base instanceof DecimalType decimal && decimal.bits() == 256);
    return four ? 4 : 2;
  }

  /** Rows held. */
  int size();

  /** Forgets all rows and keeps the arrays. */
  void reset();

  /**
   * Makes room for {@code count} rows more that come piece by piece, so that what is held does not
   * depend on the pieces; what values of changing length take is not known.
   */
  default void expect(int count) {}

  /** Copies rows {@code [from, from + count)} of {@code source}. */
  void append(Column source, int from, int count);

  /** Copies the rows {@code rows[from .. from + count)} of {@code source}. */
  void append(Column source, int[] rows, int from, int count);

  /** Adds rows of the value that stands for nothing: 0, the empty string, the empty array. */
  void appendDefaults(int count);

  /** Adds NULLs; defaults where the lane has none. */
  void appendNulls(int count);

  /** The rows, sharing this buffer's arrays: valid until the next change. */
  Column column();

  /**
   * The rows with arrays that are the caller's from now on, about as long as the rows need; their
   * bytes stay reserved and this buffer starts anew without arrays.
   */
  Column take();
}
