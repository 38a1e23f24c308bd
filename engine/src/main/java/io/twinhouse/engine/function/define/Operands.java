// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.define;

import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.DoubleColumn;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.column.WideColumn;
import io.twinhouse.engine.error.Checkpoint;
import io.twinhouse.engine.function.Invocation;
import io.twinhouse.engine.function.lane.BigLane;
import io.twinhouse.engine.function.lane.BytesLane;
import io.twinhouse.engine.function.lane.DoubleLane;
import io.twinhouse.engine.function.lane.LongLane;
import io.twinhouse.engine.type.DecimalType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.Type;
import java.math.BigInteger;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.LongBinaryOperator;
import java.util.function.LongUnaryOperator;

/** Kernels for the long tail of functions: a lambda over the values of one or two lanes. */
public final class Operands {

  /** What even a slow pattern gets through in some milliseconds. */
  private static final int ASK_BYTES = 64 << 10;

  private Operands() {}

  /** A function of one LONG argument with a LONG result. */
  public static Kernel longs(LongUnaryOperator function) {
    return call -> {
      LongLane lane = LongLane.of(call.argument(0));
      long[] result = call.scratch().longs(call.rows());
      for (int row = 0; row < call.rows(); row++) {
        result[row] = function.applyAsLong(lane.at(row));
      }
      return LongColumn.of(result, call.rows(), null);
    };
  }

  /** A function of two LONG arguments with a LONG result. */
  public static Kernel longs(LongBinaryOperator function) {
    return call -> {
      LongLane a = LongLane.of(call.argument(0));
      LongLane b = LongLane.of(call.argument(1));
      long[] result = call.scratch().longs(call.rows());
      for (int row = 0; row < call.rows(); row++) {
        result[row] = function.applyAsLong(a.at(row), b.at(row));
      }
      return LongColumn.of(result, call.rows(), null);
    };
  }

  /** A function of one number, read as Float64, with a DOUBLE result. */
  public static Kernel doubles(Type type, DoubleUnaryOperator function) {
    return call -> {
      DoubleLane lane = DoubleLane.of(type, call.argument(0));
      double[] result = call.scratch().doubles(call.rows());
      for (int row = 0; row < call.rows(); row++) {
        result[row] = function.applyAsDouble(lane.at(row));
      }
      return DoubleColumn.of(result, call.rows(), null);
    };
  }

  /** A function of two numbers, read as Float64, with a DOUBLE result. */
  public static Kernel doubles(Type typeA, Type typeB, DoubleBinaryOperator function) {
    return call -> {
      DoubleLane a = DoubleLane.of(typeA, call.argument(0));
      DoubleLane b = DoubleLane.of(typeB, call.argument(1));
      double[] result = call.scratch().doubles(call.rows());
      for (int row = 0; row < call.rows(); row++) {
        result[row] = function.applyAsDouble(a.at(row), b.at(row));
      }
      return DoubleColumn.of(result, call.rows(), null);
    };
  }

  /** A function of one row of a BYTES argument with a LONG result. */
  public interface BytesToLong {
    long apply(byte[] data, int from, int to);
  }

  /** A function of one BYTES argument with a LONG result. */
  public static Kernel bytesToLong(BytesToLong function) {
    return call -> {
      BytesLane lane = BytesLane.of(call.argument(0));
      long[] result = call.scratch().longs(call.rows());
      int unasked = 0;
      for (int row = 0; row < call.rows(); row++) {
        unasked = asked(unasked + lane.length(row));
        result[row] = function.apply(lane.data(), lane.start(row), lane.end(row));
      }
      return LongColumn.of(result, call.rows(), null);
    };
  }

  /** Writes one row of a BYTES result; the row is ended by the caller. */
  public interface BytesToBytes {
    void apply(byte[] data, int from, int to, BytesBuffer out);
  }

  /** A function of one BYTES argument with a BYTES result. */
  public static Kernel bytes(BytesToBytes function) {
    return call -> {
      BytesLane lane = BytesLane.of(call.argument(0));
      BytesBuffer out = call.scratch().bytes();
      int unasked = 0;
      for (int row = 0; row < call.rows(); row++) {
        unasked = asked(unasked + lane.length(row));
        function.apply(lane.data(), lane.start(row), lane.end(row), out);
        out.endRow();
      }
      return out.toColumn(null);
    };
  }

  /** Long texts take long: asks every so many bytes whether to go on. */
  private static int asked(int bytes) {
    if (bytes < ASK_BYTES) {
      return bytes;
    }
    Checkpoint.pass();
    return 0;
  }

  /** A value of an integer or decimal result, row by row. */
  public interface BigResult {
    BigInteger at(int row);
  }

  /** A column of {@code type}, LONG or WIDE, that wraps what is too large for it. */
  public static Column bigs(Invocation call, Type type, BigResult values) {
    Type base = type.base();
    int bits = base instanceof DecimalType decimal ? decimal.bits() : ((IntegerType) base).bits();
    int rows = call.rows();
    if (bits <= 64) {
      long[] result = call.scratch().longs(rows);
      for (int row = 0; row < rows; row++) {
        long low = values.at(row).longValue();
        result[row] = base instanceof IntegerType integer ? integer.wrap(low) : low;
      }
      return LongColumn.of(result, rows, null);
    }
    int words = bits / 64;
    long[] result = call.scratch().longs(rows * words);
    for (int row = 0; row < rows; row++) {
      BigLane.toWords(values.at(row), result, row * words, words);
    }
    return WideColumn.of(result, words, rows, null);
  }
}
