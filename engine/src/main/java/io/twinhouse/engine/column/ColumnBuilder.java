// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.column;

import io.twinhouse.engine.type.ArrayType;
import io.twinhouse.engine.type.EnumType;
import io.twinhouse.engine.type.MapType;
import io.twinhouse.engine.type.TupleType;
import io.twinhouse.engine.type.Type;

/**
 * Builds a column row by row. For speed where rows come one by one: parsing, literals, inserts,
 * sorting; vectorized code fills arrays instead. Not thread-safe.
 */
public interface ColumnBuilder {

  /** A builder for values of {@code type}. */
  static ColumnBuilder of(Type type) {
    Type base = type.base();
    return switch (type.lane()) {
      case LONG -> new LongColumnBuilder(base instanceof EnumType names ? names.lowest() : 0);
      case DOUBLE -> new DoubleColumnBuilder();
      case BYTES -> new BytesColumnBuilder(base);
      case WIDE -> new WideColumnBuilder(WideColumnBuilder.wordsOf(base));
      case ARRAY ->
          new ArrayColumnBuilder(
              of(base instanceof MapType map ? map.entry() : ((ArrayType) base).element()));
      case TUPLE -> new TupleColumnBuilder(((TupleType) base).elements());
    };
  }

  int size();

  /** Adds one row that holds NULL. */
  void appendNull();

  /** The value that stands for "nothing": 0, an enum's lowest, the empty string or array. */
  void appendDefault();

  /** What a value of {@code type} is that was never given: NULL if it may be, else the default. */
  default void appendAbsent(Type type) {
    if (type.isNullable()) {
      appendNull();
    } else {
      appendDefault();
    }
  }

  /**
   * What a value of {@code type} is that its row leaves out, as by NULL for a type without NULL: as
   * {@link #appendAbsent}, but a bare 0 for an enum, whether that has a name or not.
   */
  default void appendLeftOut(Type type) {
    if (!type.isNullable() && type.base() instanceof EnumType) {
      appendLong(0);
    } else if (!type.isNullable() && type.base() instanceof TupleType tuple) {
      for (int i = 0; i < tuple.elements().size(); i++) {
        element(i).appendLeftOut(tuple.elements().get(i));
      }
      endRow();
    } else {
      appendAbsent(type);
    }
  }

  /** Copies one row of a column of the same type, whatever its encoding. */
  void append(Column source, int row);

  /** For the LONG lane. */
  default void appendLong(long value) {
    throw wrongLane();
  }

  /** For the DOUBLE lane. */
  default void appendDouble(double value) {
    throw wrongLane();
  }

  /** For the BYTES lane. */
  default void appendBytes(byte[] source, int offset, int length) {
    throw wrongLane();
  }

  /** For the WIDE lane: all words of one value, least significant first. */
  default void appendWide(long[] source, int offset) {
    throw wrongLane();
  }

  /** For the ARRAY lane: where the elements of the next row go; {@link #endRow()} ends it. */
  default ColumnBuilder elements() {
    throw wrongLane();
  }

  /** For the TUPLE lane: where element {@code index} of the next row goes. */
  default ColumnBuilder element(int index) {
    throw wrongLane();
  }

  /** Ends a row of the ARRAY or TUPLE lane. */
  default void endRow() {
    throw wrongLane();
  }

  /** Bytes of the arrays held. */
  long retainedBytes();

  /** The rows so far; the builder starts anew with fresh arrays. */
  Column build();

  private IllegalStateException wrongLane() {
    return new IllegalStateException("not a lane of " + getClass().getSimpleName());
  }
}
