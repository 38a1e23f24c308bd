// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.read;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.Dictionary;
import io.twinhouse.engine.column.DictionaryColumn;
import io.twinhouse.engine.column.LongColumn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Says of rows, by the columns of the key, which run they belong to. One thread. */
final class ApartOrder {

  private static final int REMEMBERED = 4096;

  private final ApartKey key;
  private final Object[] bounds;
  private final long[] longs;
  private final int[] ids = new int[REMEMBERED];
  private final int[] runs = new int[REMEMBERED];
  private @Nullable Dictionary dictionary;

  /**
   * @param bounds the first value of each run but the first, ascending: all Long or all byte[]
   */
  private ApartOrder(ApartKey key, Object[] bounds) {
    this.key = key;
    this.bounds = bounds;
    longs = Arrays.stream(bounds).filter(Long.class::isInstance).mapToLong(b -> (Long) b).toArray();
    Arrays.fill(ids, -1);
  }

  int runs() {
    return bounds.length + 1;
  }

  /**
   * The run of a row.
   *
   * @param columns of the key, at least up to the one that leads
   */
  int runOf(List<Column> columns, int row) {
    int pinned = againstPins(key, columns, row);
    if (pinned != 0) {
      return pinned < 0 ? 0 : bounds.length; // no such row passes the filter
    }
    Column column = columns.get(key.position());
    if (column instanceof LongColumn values) {
      int at = Arrays.binarySearch(longs, values.values()[row]);
      return at >= 0 ? at + 1 : -at - 1;
    }
    DictionaryColumn coded = (DictionaryColumn) column;
    int id = coded.ids()[row];
    if (coded.dictionary() != dictionary) {
      dictionary = coded.dictionary();
      Arrays.fill(ids, -1);
    }
    int slot = id & (REMEMBERED - 1);
    if (ids[slot] != id) {
      ids[slot] = id;
      runs[slot] = runOf(coded.dictionary().bytes(id));
    }
    return runs[slot];
  }

  /** The runs of the first rows. */
  int[] runsOf(List<Column> columns, int rows) {
    int[] found = new int[rows];
    for (int row = 0; row < rows; row++) {
      found[row] = runOf(columns, row);
    }
    return found;
  }

  private int runOf(byte[] value) {
    int low = 0;
    int high = bounds.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (Arrays.compareUnsigned((byte[]) bounds[middle], value) <= 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** How the columns before the leading one compare with what the filter wants of them. */
  private static int againstPins(ApartKey key, List<Column> columns, int row) {
    for (int k = 0; k < key.position(); k++) {
      int order = compare(columns.get(k), row, key.pins().get(k));
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  private static int compare(Column column, int row, Object pin) {
    if (column instanceof LongColumn values) {
      return Long.compare(values.values()[row], (Long) pin);
    }
    DictionaryColumn coded = (DictionaryColumn) column;
    return Arrays.compareUnsigned(coded.dictionary().bytes(coded.ids()[row]), (byte[]) pin);
  }

  /** Values of the leading column, to choose bounds from. */
  static final class Marks {

    private final ApartKey key;
    private final List<Object> values = new ArrayList<>();
    private final Map<Integer, byte[]> known = new HashMap<>();
    private @Nullable Dictionary dictionary;

    Marks(ApartKey key) {
      this.key = key;
    }

    void add(List<Column> columns, int rows) {
      Column column = columns.get(key.position());
      for (int row = 0; row < rows; row++) {
        if (againstPins(key, columns, row) == 0) {
          values.add(
              column instanceof LongColumn numbers
                  ? (Object) numbers.values()[row]
                  : entry((DictionaryColumn) column, row));
        }
      }
    }

    private byte[] entry(DictionaryColumn column, int row) {
      if (column.dictionary() != dictionary) {
        dictionary = column.dictionary();
        known.clear();
      }
      return known.computeIfAbsent(column.ids()[row], id -> column.dictionary().bytes(id));
    }

    /** Bounds for about so many runs of equally many marks; null if there are none. */
    @Nullable ApartOrder order(int count) {
      if (values.isEmpty()) {
        return null;
      }
      values.sort(Marks::compare);
      List<Object> bounds = new ArrayList<>();
      Object last = values.get(0);
      for (int i = 1; i < count; i++) {
        Object bound = aligned(values.get((int) ((long) values.size() * i / count)));
        if (compare(last, bound) < 0) {
          bounds.add(bound);
          last = bound;
        }
      }
      return new ApartOrder(key, bounds.toArray());
    }

    private Object aligned(Object value) {
      return key.step() > 0 ? (Object) ((Long) value / key.step() * key.step()) : value;
    }

    private static int compare(Object a, Object b) {
      return a instanceof Long left
          ? Long.compare(left, (Long) b)
          : Arrays.compareUnsigned((byte[]) a, (byte[]) b);
    }
  }
}
