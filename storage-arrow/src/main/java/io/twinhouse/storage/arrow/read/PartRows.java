// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.read;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ConstantColumn;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.expression.Expression;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.spi.ColumnRead;
import io.twinhouse.storage.arrow.dictionary.TableDictionaries;
import io.twinhouse.storage.arrow.lane.BytesLane;
import io.twinhouse.storage.arrow.lane.IdLane;
import io.twinhouse.storage.arrow.lane.LaneBuffer;
import io.twinhouse.storage.arrow.layout.TableLayout;
import io.twinhouse.storage.arrow.part.Part;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whole parts read one after the other into batches of the layout's columns, for the store itself.
 */
public final class PartRows {

  private static final Column UNUSED = LongColumn.of(0);

  private final TableLayout layout;
  private final ReaderFactory readers;
  private final Reservation memory;

  /**
   * @param memory where the rows are reserved
   */
  public PartRows(TableLayout layout, TableDictionaries dictionaries, Reservation memory) {
    this.layout = layout;
    this.readers = new ReaderFactory(dictionaries);
    this.memory = memory;
  }

  /**
   * All rows of some parts, in order.
   *
   * @param columns which columns of the layout are wanted; others hold one constant
   */
  public Batch read(List<Part> parts, BitSet columns) {
    int rows = parts.stream().mapToInt(Part::rows).reduce(0, Math::addExact);
    Column[] read = new Column[layout.columns().size()];
    for (int c = 0; c < read.length; c++) {
      read[c] =
          columns.get(c) && layout.isStored(c)
              ? readColumn(parts, c)
              : ConstantColumn.of(UNUSED, rows);
    }
    return Batch.of(rows, read);
  }

  private Column readColumn(List<Part> parts, int column) {
    LaneBuffer lane = null;
    ColumnRead read = ColumnRead.of(layout.name(column), layout.type(column));
    for (Part part : parts) {
      GranuleReader reader = readers.reader(part, read);
      if (lane == null) {
        lane = reader.newLane(memory);
      } else if (!reader.fits(lane)) {
        lane = asBytes(lane);
        appendAsBytes(part, reader, lane);
        continue;
      }
      append(part, reader, lane);
    }
    return lane == null ? LaneBuffer.of(layout.type(column), memory).view() : lane.view();
  }

  /** Parts disagree about the encoding: all become plain bytes. */
  private LaneBuffer asBytes(LaneBuffer lane) {
    if (!(lane instanceof IdLane)) {
      return lane;
    }
    BytesLane bytes = new BytesLane(memory);
    bytes.append(lane.view(), 0, lane.size());
    return bytes;
  }

  private void appendAsBytes(Part part, GranuleReader reader, LaneBuffer bytes) {
    LaneBuffer own = reader.newLane(memory);
    append(part, reader, own);
    bytes.append(own.view(), 0, own.size());
  }

  private static void append(Part part, GranuleReader reader, LaneBuffer lane) {
    for (int g = 0; g < part.description().granules(); g++) {
      reader.at(g);
      reader.read(0, part.description().rowsOf(g), lane);
    }
  }

  /** The columns that an expression of the layout looks at. */
  public static BitSet inputs(@Nullable Expression expression) {
    BitSet used = new BitSet();
    if (expression != null) {
      ScanShape.collect(expression, used);
    }
    return used;
  }
}
