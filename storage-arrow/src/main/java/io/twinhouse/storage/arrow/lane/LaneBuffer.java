// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.lane;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ConstantColumn;
import io.twinhouse.engine.column.EmptyObject;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.type.ArrayType;
import io.twinhouse.engine.type.DecimalType;
import io.twinhouse.engine.type.FixedStringType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.JsonType;
import io.twinhouse.engine.type.MapType;
import io.twinhouse.engine.type.TupleType;
import io.twinhouse.engine.type.Type;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A growing column. Writers either append rows of other columns or fill the arrays of the concrete
 * lane behind {@code room(n)} and then state how many rows there are. Not thread-safe.
 */
public abstract sealed class LaneBuffer
    permits ArrayLane, BytesLane, DoubleLane, IdLane, LongLane, TupleLane, WideLane {

  final Reservation memory;
  private boolean[] nulls = NO_NULLS;
  private boolean anyNull;
  private int size;

  private static final boolean[] NO_NULLS = new boolean[0];

  LaneBuffer(Reservation memory) {
    this.memory = memory;
  }

  /**
   * An empty buffer for values of {@code type}; strings are held as bytes.
   *
   * @param memory where its arrays are reserved
   */
  public static LaneBuffer of(Type type, Reservation memory) {
    Type base = type.base();
    return switch (type.lane()) {
      case LONG -> new LongLane(memory);
      case DOUBLE -> new DoubleLane(memory);
      case BYTES -> new BytesLane(memory, defaultBytes(base));
      case WIDE -> new WideLane(memory, wordsOf(base));
      case ARRAY -> new ArrayLane(memory, of(elementOf(base), memory));
      case TUPLE ->
          new TupleLane(
              memory, ((TupleType) base).elements().stream().map(t -> of(t, memory)).toList());
    };
  }

  /** The type of the elements of an Array, or of the entries of a Map. */
  public static Type elementOf(Type base) {
    return base instanceof MapType map ? map.entry() : ((ArrayType) base).element();
  }

  /** Longs a value of the WIDE lane takes. */
  public static int wordsOf(Type base) {
    boolean four =
        (base instanceof IntegerType integer && integer.bits() == 256)
            || (base instanceof DecimalType decimal && decimal.bits() == 256);
    return four ? 4 : 2;
  }

  private static byte[] defaultBytes(Type base) {
    if (base instanceof FixedStringType fixed) {
      return new byte[fixed.length()];
    }
    return base instanceof JsonType json ? EmptyObject.of(json) : new byte[0];
  }

  public final int size() {
    return size;
  }

  /** Forgets all rows and keeps the arrays. */
  public void clear() {
    if (anyNull) {
      Arrays.fill(nulls, 0, size, false);
      anyNull = false;
    }
    size = 0;
  }

  /** States that the rows up to {@code newSize} have been filled. */
  final void grownTo(int newSize) {
    size = newSize;
  }

  /** Marks a row, filled or about to be, as NULL. */
  public final void setNull(int row) {
    nullFlags(row + 1)[row] = true;
  }

  /** The flags for at least {@code rows} rows, to be filled; flags once set stay until clear. */
  public final boolean[] nullFlags(int rows) {
    if (nulls.length < rows) {
      int length = grown(nulls.length, rows);
      memory.grow(length - nulls.length);
      nulls = Arrays.copyOf(nulls, length);
    }
    anyNull = true;
    return nulls;
  }

  final boolean @Nullable [] nullsOrNone() {
    if (!anyNull) {
      return null;
    }
    return nullFlags(size);
  }

  static int grown(int length, int needed) {
    return Math.max(needed, Math.min(length + (length >> 1) + 16, Integer.MAX_VALUE - 16));
  }

  /** Appends rows {@code [from, from + count)} of a column in the same lane, in any encoding. */
  public final void append(Column source, int from, int count) {
    if (source instanceof ConstantColumn constant) {
      for (int i = 0; i < count; i++) {
        append(constant.value(), 0, 1);
      }
      return;
    }
    boolean[] flags = source.nulls();
    if (flags != null) {
      boolean[] target = null;
      for (int i = 0; i < count; i++) {
        if (flags[from + i]) {
          target = target == null ? nullFlags(size + count) : target;
          target[size + i] = true;
        }
      }
    }
    appendFlat(source, from, count);
  }

  abstract void appendFlat(Column source, int from, int count);

  /**
   * Appends {@code count} values that stand for "nothing": 0, the empty string, the empty array.
   */
  public abstract void appendDefaults(int count);

  /** Appends NULLs. */
  public final void appendNulls(int count) {
    if (count > 0) {
      Arrays.fill(nullFlags(size + count), size, size + count, true);
      appendDefaults(count);
    }
  }

  /** The rows as a column that shares the arrays until the next change of this buffer. */
  public abstract Column view();
}
