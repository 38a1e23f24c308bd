// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.write;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.DictionaryColumn;
import io.twinhouse.engine.column.DoubleColumn;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.column.WideColumn;
import io.twinhouse.engine.expression.Expression;
import io.twinhouse.engine.predicate.OrderedValue;
import io.twinhouse.engine.type.Lane;
import io.twinhouse.engine.type.Type;
import io.twinhouse.storage.arrow.lane.LaneBuffer;
import java.util.Arrays;
import java.util.List;

/** Sorting keys as a fixed number of longs a row, equal where and only where the keys are. */
public final class KeyWords {

  private KeyWords() {}

  /** Longs of a key. */
  public static int count(List<Expression> key) {
    return key.stream().mapToInt(e -> count(e.type())).sum();
  }

  private static int count(Type type) {
    int value = type.lane() == Lane.WIDE ? LaneBuffer.wordsOf(type.base()) : 1;
    return value + (type.isNullable() ? 1 : 0);
  }

  /**
   * The keys of all rows, one after the other.
   *
   * @param columns the key's columns, strings with ids of the table's dictionaries
   */
  public static long[] of(List<Expression> key, List<Column> columns, int rows) {
    int stride = count(key);
    long[] words = new long[Math.multiplyExact(rows, stride)];
    int at = 0;
    for (int k = 0; k < columns.size(); k++) {
      Type type = key.get(k).type();
      fill(columns.get(k), rows, words, at, stride);
      int wide = count(type) - (type.isNullable() ? 1 : 0);
      if (type.isNullable()) {
        markNulls(columns.get(k), rows, words, at, wide, stride);
      }
      at += count(type);
    }
    return words;
  }

  private static void fill(Column column, int rows, long[] words, int at, int stride) {
    for (int i = 0; i < rows; i++) {
      int to = i * stride + at;
      if (column instanceof LongColumn longs) {
        words[to] = longs.values()[i];
      } else if (column instanceof DictionaryColumn coded) {
        words[to] = coded.ids()[i];
      } else if (column instanceof DoubleColumn doubles) {
        words[to] = OrderedValue.ofDouble(doubles.values()[i]);
      } else {
        WideColumn wide = (WideColumn) column;
        System.arraycopy(wide.values(), i * wide.words(), words, to, wide.words());
      }
    }
  }

  private static void markNulls(
      Column column, int rows, long[] words, int at, int valueWords, int stride) {
    for (int i = 0; i < rows; i++) {
      if (column.isNull(i)) {
        int to = i * stride + at;
        Arrays.fill(words, to, to + valueWords, 0);
        words[to + valueWords] = 1;
      }
    }
  }
}
