// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.logic;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.column.ConstantColumn;
import io.twinhouse.engine.column.DictionaryColumn;
import io.twinhouse.engine.column.DoubleColumn;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.function.Invocation;
import io.twinhouse.engine.function.Scratch;
import io.twinhouse.engine.type.Type;

/** Puts a column together from rows of several columns of one type. */
final class Choice {

  private Choice() {}

  /**
   * Takes row i from {@code sources[from[i]]}.
   *
   * @param type the type of all sources and of the result
   */
  static Column pick(Type type, Column[] sources, int[] from, Invocation call) {
    int rows = call.rows();
    int only = onlySource(from, rows);
    if (only >= 0) {
      return sources[only];
    }
    Scratch scratch = call.scratch();
    boolean anyNulls = false;
    for (Column source : sources) {
      anyNulls |= source.nulls() != null;
    }
    boolean[] nulls = anyNulls ? pickNulls(sources, from, rows) : null;
    return switch (type.lane()) {
      case LONG -> longs(sources, from, scratch.longs(rows), rows, nulls);
      case DOUBLE -> doubles(sources, from, scratch.doubles(rows), rows, nulls);
      case BYTES -> bytes(type, sources, from, rows, nulls);
      case WIDE, ARRAY, TUPLE -> built(type, sources, from, rows);
    };
  }

  private static int onlySource(int[] from, int rows) {
    for (int row = 1; row < rows; row++) {
      if (from[row] != from[0]) {
        return -1;
      }
    }
    return rows == 0 ? 0 : from[0];
  }

  private static boolean[] pickNulls(Column[] sources, int[] from, int rows) {
    boolean[] nulls = new boolean[rows];
    for (int row = 0; row < rows; row++) {
      nulls[row] = sources[from[row]].isNull(row);
    }
    return nulls;
  }

  private static Column longs(
      Column[] sources,
      int[] from,
      long[] result,
      int rows,
      boolean @org.jspecify.annotations.Nullable [] nulls) {
    long[][] lanes = new long[sources.length][];
    int[] masks = new int[sources.length];
    for (int i = 0; i < sources.length; i++) {
      boolean constant = sources[i] instanceof ConstantColumn;
      Column flat = constant ? ((ConstantColumn) sources[i]).value() : sources[i];
      lanes[i] = ((LongColumn) flat).values();
      masks[i] = constant ? 0 : -1;
    }
    for (int row = 0; row < rows; row++) {
      result[row] = lanes[from[row]][row & masks[from[row]]];
    }
    return LongColumn.of(result, rows, nulls);
  }

  private static Column doubles(
      Column[] sources,
      int[] from,
      double[] result,
      int rows,
      boolean @org.jspecify.annotations.Nullable [] nulls) {
    double[][] lanes = new double[sources.length][];
    int[] masks = new int[sources.length];
    for (int i = 0; i < sources.length; i++) {
      boolean constant = sources[i] instanceof ConstantColumn;
      Column flat = constant ? ((ConstantColumn) sources[i]).value() : sources[i];
      lanes[i] = ((DoubleColumn) flat).values();
      masks[i] = constant ? 0 : -1;
    }
    for (int row = 0; row < rows; row++) {
      result[row] = lanes[from[row]][row & masks[from[row]]];
    }
    return DoubleColumn.of(result, rows, nulls);
  }

  /** Stays dictionary-encoded when all sources share a dictionary. */
  private static Column bytes(
      Type type,
      Column[] sources,
      int[] from,
      int rows,
      boolean @org.jspecify.annotations.Nullable [] nulls) {
    if (!(sources[0] instanceof DictionaryColumn first)) {
      return built(type, sources, from, rows);
    }
    int[][] lanes = new int[sources.length][];
    for (int i = 0; i < sources.length; i++) {
      if (!(sources[i] instanceof DictionaryColumn coded)
          || coded.dictionary() != first.dictionary()) {
        return built(type, sources, from, rows);
      }
      lanes[i] = coded.ids();
    }
    int[] ids = new int[rows];
    for (int row = 0; row < rows; row++) {
      ids[row] = lanes[from[row]][row];
    }
    return DictionaryColumn.of(ids, first.dictionary(), rows, nulls);
  }

  private static Column built(Type type, Column[] sources, int[] from, int rows) {
    ColumnBuilder builder = ColumnBuilder.of(type);
    for (int row = 0; row < rows; row++) {
      builder.append(sources[from[row]], row);
    }
    return builder.build();
  }
}
