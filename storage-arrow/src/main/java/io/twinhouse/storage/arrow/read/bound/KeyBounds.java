// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.read.bound;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.DictionaryColumn;
import io.twinhouse.engine.expression.Expression;
import io.twinhouse.engine.predicate.Ranges;
import io.twinhouse.storage.arrow.layout.TableLayout;
import io.twinhouse.storage.arrow.part.Part;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Bounds of string columns of the sorting key by the sparse index: within a granule the key runs
 * from its first row to the first row of the next one, and a key column is bounded by both where
 * all before it are equal in both. Numbers are bounded as well by zone maps.
 */
public final class KeyBounds {

  private final TableLayout layout;
  private final Part part;
  private final IndexReader reader;
  private @Nullable List<Column> index;
  private final Map<String, Integer> positions;

  /**
   * @param positions of the columns in the sorting key
   */
  public KeyBounds(
      TableLayout layout, Map<String, Integer> positions, Part part, IndexReader reader) {
    this.layout = layout;
    this.positions = positions;
    this.part = part;
    this.reader = reader;
  }

  /** The columns of the sorting key with their places in it. */
  public static Map<String, Integer> positions(TableLayout layout) {
    Map<String, Integer> positions = new HashMap<>();
    for (int k = 0; k < layout.sortingKey().size(); k++) {
      if (layout.sortingKey().get(k) instanceof Expression.InputRef ref) {
        positions.putIfAbsent(layout.name(ref.index()), k);
      }
    }
    return positions;
  }

  public boolean mayHold(String column, int granule, Ranges.Bytes ranges) {
    byte[][] texts = texts(column, granule);
    return texts == null || ranges.meets(texts[0], texts[1]);
  }

  /** The first and the last text of a granule, none of which is NULL then; null if not known. */
  public byte @Nullable [][] texts(String column, int granule) {
    Integer position = positions.get(column);
    if (position == null || position >= part.description().index().size()) {
      return null;
    }
    if (index == null) {
      index = reader.read(part, layout);
    }
    for (int k = 0; k < position; k++) {
      if (!same(index.get(k), granule)) {
        return null;
      }
    }
    if (index.get(position) instanceof DictionaryColumn coded
        && !coded.isNull(granule)
        && !coded.isNull(granule + 1)) {
      byte[] low = coded.dictionary().bytes(coded.ids()[granule]);
      byte[] high = coded.dictionary().bytes(coded.ids()[granule + 1]);
      return new byte[][] {low, high};
    }
    return null;
  }

  private static boolean same(Column column, int granule) {
    List<Object> pair = new ArrayList<>(2);
    for (int row = granule; row <= granule + 1; row++) {
      if (column.isNull(row)) {
        return false;
      }
      pair.add(IndexReader.value(column, row));
    }
    return pair.get(0).equals(pair.get(1));
  }
}
