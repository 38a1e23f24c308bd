// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.define;

import io.twinhouse.engine.column.ArrayColumn;
import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.column.DoubleColumn;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.function.Invocation;
import io.twinhouse.engine.memory.Reservation;
import java.util.Arrays;
import java.util.function.Function;

/**
 * Kernels for functions whose work on one row outweighs a call: opened on a batch, which gives a
 * lambda over its lanes, then asked row by row. All result arrays are the call site's own.
 */
public final class RowKernels {

  private RowKernels() {}

  /** One row of a LONG result. */
  @FunctionalInterface
  public interface LongRow {
    long at(int row);
  }

  /** One row of a DOUBLE result. */
  @FunctionalInterface
  public interface DoubleRow {
    double at(int row);
  }

  /** Writes one row of a BYTES result; the caller ends it. */
  @FunctionalInterface
  public interface BytesRow {
    void write(int row, BytesBuffer out);
  }

  /** Writes the elements of one row, each ended or appended by itself. */
  @FunctionalInterface
  public interface TextsRow {
    void write(int row, BytesBuffer elements);
  }

  /** Writes the elements of one row. */
  @FunctionalInterface
  public interface LongsRow {
    void write(int row, LongRun elements);
  }

  /** A growing run of longs whose bytes are reserved first. */
  public static final class LongRun {
    private final Reservation memory;
    private long[] values = new long[0];
    private int size;

    public LongRun(Reservation memory) {
      this.memory = memory;
    }

    /** This run without its values. */
    public LongRun emptied() {
      size = 0;
      return this;
    }

    public int size() {
      return size;
    }

    public long at(int index) {
      return values[index];
    }

    /** The values so far; valid until the next batch. */
    public LongColumn column() {
      return LongColumn.of(values, size, null);
    }

    public void add(long value) {
      if (size == values.length) {
        int grown = Math.max(16, Math.multiplyExact(size, 2));
        memory.grow(8L * (grown - size));
        values = Arrays.copyOf(values, grown);
      }
      values[size++] = value;
    }
  }

  /** Writes the elements of one row. */
  @FunctionalInterface
  public interface DoublesRow {
    void write(int row, DoubleRun elements);
  }

  /** A growing run of doubles whose bytes are reserved first. */
  public static final class DoubleRun {
    private final Reservation memory;
    private double[] values = new double[0];
    private int size;

    DoubleRun(Reservation memory) {
      this.memory = memory;
    }

    public void add(double value) {
      if (size == values.length) {
        int grown = Math.max(16, Math.multiplyExact(size, 2));
        memory.grow(8L * (grown - size));
        values = Arrays.copyOf(values, grown);
      }
      values[size++] = value;
    }
  }

  public static Kernel longs(Function<Invocation, LongRow> opener) {
    return call -> {
      LongRow rows = opener.apply(call);
      long[] result = call.scratch().longs(call.rows());
      for (int row = 0; row < call.rows(); row++) {
        result[row] = rows.at(row);
      }
      return LongColumn.of(result, call.rows(), null);
    };
  }

  public static Kernel doubles(Function<Invocation, DoubleRow> opener) {
    return call -> {
      DoubleRow rows = opener.apply(call);
      double[] result = call.scratch().doubles(call.rows());
      for (int row = 0; row < call.rows(); row++) {
        result[row] = rows.at(row);
      }
      return DoubleColumn.of(result, call.rows(), null);
    };
  }

  public static Kernel bytes(Function<Invocation, BytesRow> opener) {
    return call -> {
      BytesRow rows = opener.apply(call);
      BytesBuffer out = call.scratch().bytes();
      for (int row = 0; row < call.rows(); row++) {
        rows.write(row, out);
        out.endRow();
      }
      return out.toColumn(null);
    };
  }

  /** A result of type Array(String). */
  public static Kernel texts(Function<Invocation, TextsRow> opener) {
    return call -> {
      TextsRow rows = opener.apply(call);
      BytesBuffer out = call.scratch().bytes();
      int[] offsets = call.scratch().ints(call.rows() + 1);
      offsets[0] = 0;
      for (int row = 0; row < call.rows(); row++) {
        rows.write(row, out);
        offsets[row + 1] = out.size();
      }
      return ArrayColumn.of(offsets, out.toColumn(null), call.rows());
    };
  }

  /** A result that is an array of numbers of the LONG lane. */
  public static Kernel longArrays(Function<Invocation, LongsRow> opener) {
    return call -> {
      LongsRow rows = opener.apply(call);
      LongRun out = call.scratch().keep(LongRun.class, LongRun::new);
      out.size = 0;
      int[] offsets = call.scratch().ints(call.rows() + 1);
      offsets[0] = 0;
      for (int row = 0; row < call.rows(); row++) {
        rows.write(row, out);
        offsets[row + 1] = out.size;
      }
      return ArrayColumn.of(offsets, out.column(), call.rows());
    };
  }

  /** A result that is an array of numbers of the DOUBLE lane. */
  public static Kernel doubleArrays(Function<Invocation, DoublesRow> opener) {
    return call -> {
      DoublesRow rows = opener.apply(call);
      DoubleRun out = call.scratch().keep(DoubleRun.class, DoubleRun::new);
      out.size = 0;
      int[] offsets = call.scratch().ints(call.rows() + 1);
      offsets[0] = 0;
      for (int row = 0; row < call.rows(); row++) {
        rows.write(row, out);
        offsets[row + 1] = out.size;
      }
      return ArrayColumn.of(offsets, DoubleColumn.of(out.values, out.size, null), call.rows());
    };
  }
}
