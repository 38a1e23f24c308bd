// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.merge;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.DictionaryColumn;
import io.twinhouse.engine.expression.Expression;
import io.twinhouse.engine.memory.MemoryContext;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.type.Type;
import io.twinhouse.storage.arrow.commit.PartStore;
import io.twinhouse.storage.arrow.lane.IdLane;
import io.twinhouse.storage.arrow.lane.LaneBuffer;
import io.twinhouse.storage.arrow.layout.Inputs;
import io.twinhouse.storage.arrow.layout.TableLayout;
import io.twinhouse.storage.arrow.part.Part;
import io.twinhouse.storage.arrow.read.PartRange;
import io.twinhouse.storage.arrow.read.PartRows;
import io.twinhouse.storage.arrow.read.bound.IndexReader;
import io.twinhouse.storage.arrow.write.KeyComponents;
import io.twinhouse.storage.arrow.write.PartBuilder;
import io.twinhouse.storage.arrow.write.RowOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Cuts parts that are to be merged into slices of about as many rows as fit into memory, such that
 * all rows of one key are in one slice and slices follow each other in order of the key. Cuts are
 * chosen among the first keys of granules, which the sparse indexes tell; where a cut lies within
 * another part's granule is found in its rows. One thread.
 */
final class KeySlices {

  private final TableLayout layout;
  private final PartStore store;
  private final List<Part> parts;
  private final MemoryContext memory;

  /** How many expressions of the sorting key all parts have in their index. */
  private final int width;

  /**
   * @param parts in order of age
   */
  KeySlices(TableLayout layout, PartStore store, List<Part> parts, MemoryContext memory) {
    this.layout = layout;
    this.store = store;
    this.parts = List.copyOf(parts);
    this.memory = memory;
    this.width = parts.stream().mapToInt(part -> part.description().index().size()).min().orElse(0);
  }

  /** All rows at once. */
  static List<List<PartRange>> uncut(List<Part> parts) {
    return List.of(parts.stream().map(PartRange::whole).toList());
  }

  /**
   * The slices in order.
   *
   * @param rows about how many rows a slice has; more where a key has many
   */
  List<List<PartRange>> of(int rows) {
    if (width == 0) {
      return inOrderOfAge(rows);
    }
    try (Reservation buffers = new Reservation(memory)) {
      Marks marks = new Marks(buffers);
      List<List<PartRange>> slices = new ArrayList<>();
      int[] from = new int[parts.size()];
      for (int cut : marks.cuts(rows)) {
        int[] to = new int[parts.size()];
        for (int p = 0; p < to.length; p++) {
          to[p] = marks.firstRow(p, cut);
        }
        add(slices, from, to);
        from = to;
      }
      add(slices, from, parts.stream().mapToInt(Part::rows).toArray());
      return slices;
    }
  }

  private void add(List<List<PartRange>> slices, int[] from, int[] to) {
    List<PartRange> slice = new ArrayList<>();
    for (int p = 0; p < from.length; p++) {
      if (to[p] > from[p]) {
        slice.add(new PartRange(parts.get(p), from[p], to[p]));
      }
    }
    if (!slice.isEmpty()) {
      slices.add(slice);
    }
  }

  /** Without a key rows stay in the order in which they came. */
  private List<List<PartRange>> inOrderOfAge(int rows) {
    List<List<PartRange>> slices = new ArrayList<>();
    for (Part part : parts) {
      for (int from = 0; from < part.rows(); from += rows) {
        slices.add(List.of(new PartRange(part, from, Math.min(part.rows(), from + rows))));
      }
    }
    return slices;
  }

  private List<Type> keyTypes() {
    return layout.sortingKey().stream().limit(width).map(Expression::type).toList();
  }

  /** Arrays whose order is that of the keys. */
  private List<long[]> comparable(List<LaneBuffer> keys) {
    int rows = keys.get(0).size();
    KeyComponents components = new KeyComponents(rows);
    for (int k = 0; k < width; k++) {
      components.add(keyTypes().get(k), keys.get(k).view());
    }
    return components.arrays();
  }

  private static int compare(List<long[]> keys, int left, int right) {
    for (long[] key : keys) {
      if (key[left] != key[right]) {
        return key[left] < key[right] ? -1 : 1;
      }
    }
    return 0;
  }

  /** The first keys of all granules of all parts. */
  private final class Marks {

    private final List<LaneBuffer> keys = new ArrayList<>();
    private final List<long[]> order;

    /** For each part the mark of its first granule, then how many marks there are. */
    private final int[] firsts = new int[parts.size() + 1];

    Marks(Reservation buffers) {
      IndexReader reader = new IndexReader(store.dictionaries(), buffers);
      for (int p = 0; p < parts.size(); p++) {
        int granules = parts.get(p).description().granules();
        List<Column> index = reader.read(parts.get(p), layout);
        for (int k = 0; k < width; k++) {
          if (p == 0) {
            keys.add(like(index.get(k), keyTypes().get(k), buffers));
          }
          keys.get(k).append(index.get(k), 0, granules);
        }
        firsts[p + 1] = firsts[p] + granules;
      }
      buffers.grow(12L * (width + 1) * firsts[parts.size()]);
      order = comparable(keys);
    }

    private static LaneBuffer like(Column column, Type type, Reservation buffers) {
      return column instanceof DictionaryColumn coded
          ? new IdLane(buffers, coded.dictionary())
          : LaneBuffer.of(type, buffers);
    }

    /** Marks at whose keys to cut, in order. */
    List<Integer> cuts(int rows) {
      List<Integer> cuts = new ArrayList<>();
      int collected = 0;
      int last = -1;
      for (int mark : RowOrder.of(order, firsts[parts.size()])) {
        if (last < 0) {
          last = mark;
        } else if (collected >= rows && compare(order, last, mark) < 0) {
          cuts.add(mark);
          last = mark;
          collected = 0;
        }
        collected += rowsAt(mark);
      }
      return cuts;
    }

    private int rowsAt(int mark) {
      int part = Arrays.binarySearch(firsts, mark);
      part = part >= 0 ? part : -part - 2;
      return parts.get(part).description().rowsOf(mark - firsts[part]);
    }

    /** The first row of a part whose key is not less than that of a mark. */
    int firstRow(int part, int cut) {
      int granule = -1;
      int granules = firsts[part + 1] - firsts[part];
      while (granule + 1 < granules && compare(order, firsts[part] + granule + 1, cut) < 0) {
        granule++;
      }
      if (granule < 0) {
        return 0;
      }
      try (Reservation buffers = new Reservation(memory)) {
        int from = granule * parts.get(part).description().granuleRows();
        int count = parts.get(part).description().rowsOf(granule);
        List<LaneBuffer> rows = keysOf(new PartRange(parts.get(part), from, from + count), buffers);
        for (int k = 0; k < width; k++) {
          rows.get(k).append(keys.get(k).view(), cut, 1);
        }
        List<long[]> keysInOrder = comparable(rows);
        int first = 0;
        while (first < count && compare(keysInOrder, first, count) < 0) {
          first++;
        }
        return from + first;
      }
    }

    private List<LaneBuffer> keysOf(PartRange range, Reservation buffers) {
      BitSet inputs = new BitSet();
      layout.sortingKey().forEach(key -> inputs.or(Inputs.of(key)));
      PartRows reader = new PartRows(layout, store.dictionaries(), buffers);
      Batch rows = reader.readRanges(List.of(range), inputs);
      List<Column> columns =
          new PartBuilder(layout, store, range.part().format(), memory).keyColumns(rows);
      List<LaneBuffer> lanes = new ArrayList<>();
      for (int k = 0; k < width; k++) {
        LaneBuffer lane = like(columns.get(k), keyTypes().get(k), buffers);
        lane.append(columns.get(k), 0, range.rows());
        lanes.add(lane);
      }
      return lanes;
    }
  }
}
