// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.read.bound;

import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.spi.ColumnRead;
import io.twinhouse.engine.type.Lane;
import io.twinhouse.storage.arrow.dictionary.TableDictionaries;
import io.twinhouse.storage.arrow.format.PartStream;
import io.twinhouse.storage.arrow.layout.TableLayout;
import io.twinhouse.storage.arrow.part.Part;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where the values of a column stand in granules: numbers by zone maps, texts of the sorting key by
 * the sparse index. One thread.
 */
public final class ValueSpans {

  /** What a text of the index takes besides its bytes, its place included. */
  private static final int TEXT_BYTES = 64;

  private final TableLayout layout;
  private final TableDictionaries dictionaries;
  private final Reservation memory;

  /**
   * @param memory where texts of the index are reserved
   */
  public ValueSpans(TableLayout layout, TableDictionaries dictionaries, Reservation memory) {
    this.layout = layout;
    this.dictionaries = dictionaries;
    this.memory = memory;
  }

  /** One span a granule, in order. */
  public List<ValueSpan> of(ColumnRead read, List<GranuleRange> work) {
    boolean plain = read.path().isEmpty() && PlaceColumn.of(read) == null;
    List<ValueSpan> spans = new ArrayList<>(work.size());
    if (!plain) {
      work.forEach(granule -> spans.add(ValueSpan.UNKNOWN));
      return spans;
    }
    if (read.type().lane() == Lane.BYTES) {
      return ofTexts(read.column(), work);
    }
    Map<Part, @Nullable PartStream> streams = new HashMap<>();
    for (GranuleRange granule : work) {
      Part part = granule.part().part();
      if (!streams.containsKey(part)) {
        streams.put(part, part.stream(read.column()));
      }
      spans.add(ofNumbers(streams.get(part), granule));
    }
    return spans;
  }

  private static ValueSpan ofNumbers(@Nullable PartStream stream, GranuleRange granule) {
    Lane lane = stream == null || stream.dictionary() ? null : stream.key().type().lane();
    if (stream == null || (lane != Lane.LONG && lane != Lane.DOUBLE)) {
      return ValueSpan.UNKNOWN;
    }
    long min = stream.min()[granule.granule()];
    long max = stream.max()[granule.granule()];
    if (min > max) {
      return ValueSpan.EMPTY;
    }
    int present = granule.rows() - stream.nulls()[granule.granule()];
    // nobody has counted the NaNs among them
    int sure = lane == Lane.LONG ? present : Math.min(present, min < max ? 2 : 1);
    return new ValueSpan(sure, min, max);
  }

  /** The first and the last text of a granule, where the index tells them. */
  private record Texts(byte[] low, byte[] high) {}

  private List<ValueSpan> ofTexts(String column, List<GranuleRange> work) {
    Map<String, Integer> positions = KeyBounds.positions(layout);
    IndexReader index = new IndexReader(dictionaries, memory);
    Map<Part, KeyBounds> keys = new HashMap<>();
    List<@Nullable Texts> texts = new ArrayList<>(work.size());
    List<byte[]> all = new ArrayList<>();
    for (GranuleRange granule : work) {
      byte[][] pair =
          keys.computeIfAbsent(
                  granule.part().part(), part -> new KeyBounds(layout, positions, part, index))
              .texts(column, granule.granule());
      if (pair == null) {
        texts.add(null);
      } else {
        memory.grow(2L * TEXT_BYTES + pair[0].length + pair[1].length);
        texts.add(new Texts(pair[0], pair[1]));
        all.add(pair[0]);
        all.add(pair[1]);
      }
    }
    byte[][] sorted = all.toArray(byte[][]::new);
    Arrays.sort(sorted, Arrays::compareUnsigned);
    List<ValueSpan> spans = new ArrayList<>(work.size());
    for (int i = 0; i < work.size(); i++) {
      Texts pair = texts.get(i);
      spans.add(
          pair == null
              ? ValueSpan.UNKNOWN
              : new ValueSpan(work.get(i).rows(), rank(sorted, pair.low), rank(sorted, pair.high)));
    }
    return spans;
  }

  /** The place of the first of equal texts. */
  private static long rank(byte[][] sorted, byte[] text) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (Arrays.compareUnsigned(sorted[middle], text) < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
