// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.write;

import io.twinhouse.engine.column.Column;
import io.twinhouse.storage.arrow.format.PartFormat.StreamContent;
import io.twinhouse.storage.arrow.format.StreamKey;
import io.twinhouse.storage.arrow.json.ShreddedColumn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Brings the streams of shredded columns into the order of a part, NULL where a row has none. */
final class JsonStreams {

  private final int[] places;
  private final int count;

  /**
   * @param order the rows of the part, in order
   * @param count how many there are
   * @param rows how many rows there are to choose from
   */
  JsonStreams(int[] order, int count, int rows) {
    this.count = count;
    this.places = new int[rows];
    Arrays.fill(places, -1);
    for (int i = 0; i < count; i++) {
      places[order[i]] = i;
    }
  }

  /** The column with ids for its strings where they repeat. */
  static ShreddedColumn encoded(String column, ShreddedColumn shredded, StringColumns strings) {
    List<ShreddedColumn.Stream> streams = new ArrayList<>();
    for (ShreddedColumn.Stream stream : shredded.streams()) {
      StreamKey key = new StreamKey(column, stream.path(), stream.type(), stream.shape());
      Column values = strings.encode(key, stream.values(), false);
      streams.add(
          new ShreddedColumn.Stream(
              stream.path(), stream.type(), stream.shape(), stream.rows(), values));
    }
    return new ShreddedColumn(streams, shredded.rows());
  }

  /** Adds what a column's streams hold of the part's rows. */
  void add(String column, ShreddedColumn shredded, List<StreamContent> streams) {
    for (ShreddedColumn.Stream stream : shredded.streams()) {
      int[] chosen = new int[count];
      Arrays.fill(chosen, -1);
      boolean any = false;
      for (int i = 0; i < stream.values().size(); i++) {
        int place = places[stream.rows()[i]];
        if (place >= 0) {
          chosen[place] = i;
          any = true;
        }
      }
      if (any) {
        StreamKey key = new StreamKey(column, stream.path(), stream.type(), stream.shape());
        streams.add(StreamContent.of(key, stream.values(), values -> spread(values, chosen)));
      }
    }
  }

  /** Value {@code chosen[i]} in row i, NULL where that is negative. */
  private static Column spread(Column values, int[] chosen) {
    boolean[] nulls = new boolean[chosen.length];
    int[] rows = new int[chosen.length];
    boolean any = false;
    for (int i = 0; i < chosen.length; i++) {
      nulls[i] = chosen[i] < 0;
      any |= nulls[i];
      rows[i] = Math.max(chosen[i], 0);
    }
    Column spread = values.gather(rows, rows.length);
    return any ? spread.withNulls(nulls) : spread;
  }
}
