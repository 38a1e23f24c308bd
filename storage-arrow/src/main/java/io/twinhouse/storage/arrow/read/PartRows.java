// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.read;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ConstantColumn;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.spi.ColumnRead;
import io.twinhouse.engine.type.JsonType;
import io.twinhouse.storage.arrow.dictionary.TableDictionaries;
import io.twinhouse.storage.arrow.format.PartStream;
import io.twinhouse.storage.arrow.format.StreamKey;
import io.twinhouse.storage.arrow.json.ShreddedColumn;
import io.twinhouse.storage.arrow.lane.BytesLane;
import io.twinhouse.storage.arrow.lane.IdLane;
import io.twinhouse.storage.arrow.lane.LaneBuffer;
import io.twinhouse.storage.arrow.layout.TableLayout;
import io.twinhouse.storage.arrow.part.Part;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Whole parts read one after the other into batches of the layout's columns, for the store itself.
 */
public final class PartRows {

  private static final Column UNUSED = LongColumn.of(0);

  private final TableLayout layout;
  private final StreamReaders opened;
  private final ReaderFactory readers;
  private final Reservation memory;

  /**
   * @param memory where the rows are reserved
   */
  public PartRows(TableLayout layout, TableDictionaries dictionaries, Reservation memory) {
    this.layout = layout;
    this.opened = new StreamReaders(dictionaries, memory);
    this.readers = new ReaderFactory(layout, dictionaries, memory);
    this.memory = memory;
  }

  /**
   * All rows of some parts, in order.
   *
   * @param columns which columns of the layout are wanted; others hold one constant
   */
  public Batch read(List<Part> parts, BitSet columns) {
    return readRanges(parts.stream().map(PartRange::whole).toList(), columns);
  }

  /** As {@link #read}, for some rows of each part. */
  public Batch readRanges(List<PartRange> parts, BitSet columns) {
    int rows = parts.stream().mapToInt(PartRange::rows).reduce(0, Math::addExact);
    Column[] read = new Column[layout.columns().size()];
    for (int c = 0; c < read.length; c++) {
      read[c] =
          columns.get(c) && layout.isStored(c) && !isJson(c) ? readColumn(parts, c) : unused(rows);
    }
    return Batch.of(rows, read);
  }

  /** As {@link #readRanges}, of JSON columns their texts. */
  public Batch readTexts(PartRange part, BitSet columns) {
    Column[] read = new Column[layout.columns().size()];
    for (int c = 0; c < read.length; c++) {
      read[c] =
          columns.get(c) && layout.isStored(c) ? readColumn(List.of(part), c) : unused(part.rows());
    }
    return Batch.of(part.rows(), read);
  }

  /** A column in the place of one that is not wanted. */
  public static Column unused(int rows) {
    return ConstantColumn.of(UNUSED, rows);
  }

  private boolean isJson(int column) {
    return layout.type(column).base() instanceof JsonType;
  }

  /** The JSON columns of some parts, by their position, as {@link #read} orders the rows. */
  public Map<Integer, ShreddedColumn> readShredded(List<Part> parts) {
    return readShreddedRanges(parts.stream().map(PartRange::whole).toList());
  }

  /** As {@link #readShredded}, for some rows of each part. */
  public Map<Integer, ShreddedColumn> readShreddedRanges(List<PartRange> parts) {
    int rows = parts.stream().mapToInt(PartRange::rows).reduce(0, Math::addExact);
    Map<Integer, ShreddedColumn> shredded = new HashMap<>();
    for (int c = 0; c < layout.columns().size(); c++) {
      if (layout.isStored(c) && isJson(c)) {
        shredded.put(c, new ShreddedColumn(readStreams(parts, layout.name(c)), rows));
      }
    }
    return shredded;
  }

  private List<ShreddedColumn.Stream> readStreams(List<PartRange> parts, String column) {
    List<ShreddedColumn.Stream> read = new ArrayList<>();
    Set<StreamKey> keys = new LinkedHashSet<>();
    for (PartRange range : parts) {
      range.part().streams(column).forEach(stream -> keys.add(stream.key()));
    }
    for (StreamKey key : keys) {
      LaneBuffer lane = LaneBuffer.of(key.type(), memory);
      LaneBuffer piece = null;
      int first = 0;
      int[] rows = new int[0];
      for (PartRange range : parts) {
        Part part = range.part();
        for (PartStream stream : part.streams(column)) {
          if (stream.key().equals(key)) {
            StreamReader reader = opened.of(part, stream);
            piece = piece != null && reader.fits(piece) ? piece : reader.newLane(memory);
            piece.clear();
            append(range, reader, piece);
            rows = present(piece.view(), first, rows, lane);
          }
        }
        first += range.rows();
      }
      read.add(new ShreddedColumn.Stream(key.path(), key.type(), key.shape(), rows, lane.view()));
    }
    return read;
  }

  /** Appends the values that are not NULL, and their rows to {@code rows}. */
  private int[] present(Column column, int first, int[] rows, LaneBuffer lane) {
    int at = lane.size();
    memory.grow(4L * column.size());
    int[] all = Arrays.copyOf(rows, at + column.size());
    for (int i = 0; i < column.size(); i++) {
      if (!column.isNull(i)) {
        lane.append(column, i, 1);
        all[at++] = first + i;
      }
    }
    return all;
  }

  private Column readColumn(List<PartRange> parts, int column) {
    LaneBuffer lane = null;
    ColumnRead read = ColumnRead.of(layout.name(column), layout.type(column));
    for (PartRange range : parts) {
      GranuleReader reader = readers.reader(range.part(), read, layout.type(column));
      if (lane == null) {
        lane = reader.newLane(memory);
      } else if (!reader.fits(lane)) {
        lane = asBytes(lane);
        appendAsBytes(range, reader, lane);
        continue;
      }
      append(range, reader, lane);
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

  private void appendAsBytes(PartRange part, GranuleReader reader, LaneBuffer bytes) {
    LaneBuffer own = reader.newLane(memory);
    append(part, reader, own);
    bytes.append(own.view(), 0, own.size());
  }

  private static void append(PartRange range, GranuleReader reader, LaneBuffer lane) {
    int size = range.part().description().granuleRows();
    for (int row = range.from(); row < range.to(); ) {
      int granule = row / size;
      int count = Math.min((granule + 1) * size, range.to()) - row;
      reader.at(granule);
      reader.read(row - granule * size, count, lane);
      row += count;
    }
  }
}
