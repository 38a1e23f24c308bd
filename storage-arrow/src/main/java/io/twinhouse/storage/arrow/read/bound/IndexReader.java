// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.read.bound;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.DictionaryColumn;
import io.twinhouse.engine.column.DoubleColumn;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.column.WideColumn;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.storage.arrow.dictionary.TableDictionaries;
import io.twinhouse.storage.arrow.format.PageBuffers;
import io.twinhouse.storage.arrow.format.PageCursor;
import io.twinhouse.storage.arrow.format.PartStream;
import io.twinhouse.storage.arrow.lane.IdLane;
import io.twinhouse.storage.arrow.lane.LaneBuffer;
import io.twinhouse.storage.arrow.layout.TableLayout;
import io.twinhouse.storage.arrow.part.Part;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Decodes the sparse index of parts. */
public final class IndexReader {

  private final TableDictionaries dictionaries;
  private final Reservation memory;

  public IndexReader(TableDictionaries dictionaries, Reservation memory) {
    this.dictionaries = dictionaries;
    this.memory = memory;
  }

  /** One column a key expression: the key of each granule's first row, then of the last row. */
  public List<Column> read(Part part, TableLayout layout) {
    List<Column> columns = new ArrayList<>();
    List<PartStream> streams = part.description().index();
    for (int k = 0; k < streams.size(); k++) {
      PartStream stream = streams.get(k);
      LaneBuffer lane =
          stream.dictionary()
              ? new IdLane(memory, dictionaries.of(layout.keyDictionary(k)))
              : LaneBuffer.of(stream.key().type(), memory);
      PageCursor cursor =
          part.format().cursor(stream.key(), stream.dictionary(), new PageBuffers(memory));
      cursor.bind(part.page(stream, 0));
      cursor.read(0, part.description().granules() + 1, lane);
      columns.add(lane.view());
    }
    return columns;
  }

  /** A value to be compared with others of the same column. */
  public static Object value(Column column, int row) {
    if (column instanceof LongColumn longs) {
      return longs.values()[row];
    }
    if (column instanceof DictionaryColumn coded) {
      return coded.ids()[row];
    }
    if (column instanceof DoubleColumn doubles) {
      return doubles.values()[row];
    }
    WideColumn wide = (WideColumn) column;
    int words = wide.words();
    return Arrays.stream(wide.values(), row * words, (row + 1) * words).boxed().toList();
  }
}
