// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.read;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.DictionaryColumn;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.expression.Expression;
import io.twinhouse.engine.memory.MemoryContext;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.spi.ColumnRead;
import io.twinhouse.engine.type.Type;
import io.twinhouse.storage.arrow.dictionary.TableDictionaries;
import io.twinhouse.storage.arrow.lane.LaneBuffer;
import io.twinhouse.storage.arrow.layout.TableLayout;
import io.twinhouse.storage.arrow.part.Part;
import io.twinhouse.storage.arrow.read.bound.GranuleRange;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads chosen rows of the columns of the key, up to the one that cuts work into runs. */
final class KeyRows implements AutoCloseable {

  private final TableLayout layout;
  private final ApartKey key;
  private final TableDictionaries dictionaries;
  private final Reservation memory;
  private final List<GranuleReader> readers = new ArrayList<>();
  private final List<LaneBuffer> lanes = new ArrayList<>();
  private @Nullable Part part;

  KeyRows(TableLayout layout, ApartKey key, TableDictionaries dictionaries, MemoryContext context) {
    this.layout = layout;
    this.key = key;
    this.dictionaries = dictionaries;
    memory = new Reservation(context);
  }

  /**
   * The columns, valid until the next call; null if one is not encoded as the order of runs can
   * compare it.
   */
  @Nullable List<Column> read(GranuleRange granule, int[] rows) {
    if (granule.part().part() != part) {
      enter(granule.part().part());
    }
    List<Column> columns = new ArrayList<>(readers.size());
    for (int i = 0; i < readers.size(); i++) {
      LaneBuffer lane = lanes.get(i);
      lane.clear();
      readers.get(i).at(granule.granule());
      readers.get(i).read(rows, rows.length, lane);
      Column view = lane.view();
      if (view.nulls() != null
          || !(view instanceof DictionaryColumn) && !(view instanceof LongColumn)) {
        return null;
      }
      columns.add(view);
    }
    return columns;
  }

  private void enter(Part entered) {
    close();
    ReaderFactory factory = new ReaderFactory(layout, dictionaries, memory);
    for (int k = 0; k <= key.position(); k++) {
      int column = ((Expression.InputRef) layout.sortingKey().get(k)).index();
      Type type = layout.type(column);
      GranuleReader reader =
          factory.reader(entered, ColumnRead.of(layout.name(column), type), type);
      readers.add(reader);
      lanes.add(reader.newLane(memory));
    }
    part = entered;
  }

  @Override
  public void close() {
    readers.clear();
    lanes.clear();
    part = null;
    memory.close();
  }
}
