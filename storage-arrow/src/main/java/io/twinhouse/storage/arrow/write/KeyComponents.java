// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.write;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.DictionaryColumn;
import io.twinhouse.engine.column.DoubleColumn;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.column.WideColumn;
import io.twinhouse.engine.predicate.OrderedValue;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.IpType;
import io.twinhouse.engine.type.Type;
import io.twinhouse.engine.type.UuidType;
import io.twinhouse.storage.arrow.dictionary.StringDictionary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Key columns of some rows as arrays of longs whose signed order, array by array, is ClickHouse's
 * order of the keys; equal longs mean equal keys. Strings become ranks among the strings at hand.
 */
public final class KeyComponents {

  private final int rows;
  private final List<long[]> arrays = new ArrayList<>();

  public KeyComponents(int rows) {
    this.rows = rows;
  }

  public List<long[]> arrays() {
    return arrays;
  }

  int rows() {
    return rows;
  }

  /** Adds a key column, strings with ids of a {@link StringDictionary}; NULL comes last. */
  public void add(Type type, Column column) {
    boolean[] nulls = column.nulls();
    if (nulls != null) {
      long[] flags = new long[rows];
      for (int i = 0; i < rows; i++) {
        flags[i] = nulls[i] ? 1 : 0;
      }
      arrays.add(flags);
    }
    int first = arrays.size();
    addValues(type, column);
    if (nulls != null) {
      for (int a = first; a < arrays.size(); a++) {
        clear(arrays.get(a), nulls);
      }
    }
  }

  private void clear(long[] values, boolean[] nulls) {
    for (int i = 0; i < rows; i++) {
      values[i] = nulls[i] ? 0 : values[i];
    }
  }

  private void addValues(Type type, Column column) {
    if (column instanceof LongColumn longs) {
      long flip = OrderedValue.flip(type);
      long[] values = new long[rows];
      for (int i = 0; i < rows; i++) {
        values[i] = longs.values()[i] ^ flip;
      }
      arrays.add(values);
    } else if (column instanceof DoubleColumn doubles) {
      long[] values = new long[rows];
      for (int i = 0; i < rows; i++) {
        values[i] = OrderedValue.ofDouble(doubles.values()[i]);
      }
      arrays.add(values);
    } else if (column instanceof WideColumn wide) {
      addWide(type.base(), wide);
    } else {
      arrays.add(ranks((DictionaryColumn) column));
    }
  }

  private void addWide(Type base, WideColumn wide) {
    boolean unsigned =
        base instanceof UuidType
            || base instanceof IpType
            || (base instanceof IntegerType integer && !integer.signed());
    int words = wide.words();
    for (int w = words - 1; w >= 0; w--) {
      boolean signed = w == words - 1 && !unsigned;
      long[] values = new long[rows];
      for (int i = 0; i < rows; i++) {
        long word = wide.values()[i * words + w];
        values[i] = signed ? word : word ^ Long.MIN_VALUE;
      }
      arrays.add(values);
    }
  }

  private long[] ranks(DictionaryColumn coded) {
    StringDictionary dictionary = (StringDictionary) coded.dictionary();
    int[] distinct = Arrays.copyOf(coded.ids(), rows);
    Arrays.sort(distinct);
    int count = 0;
    for (int i = 0; i < rows; i++) {
      if (i == 0 || distinct[i] != distinct[count - 1]) {
        distinct[count++] = distinct[i];
      }
    }
    Integer[] byBytes = new Integer[count];
    Arrays.setAll(byBytes, i -> i);
    Arrays.sort(byBytes, (a, b) -> dictionary.compare(distinct[a], distinct[b]));
    long[] rankOf = new long[count];
    for (int rank = 0; rank < count; rank++) {
      rankOf[byBytes[rank]] = rank;
    }
    long[] ranks = new long[rows];
    for (int i = 0; i < rows; i++) {
      ranks[i] = count == 1 ? 0 : rankOf[Arrays.binarySearch(distinct, 0, count, coded.ids()[i])];
    }
    return ranks;
  }
}
