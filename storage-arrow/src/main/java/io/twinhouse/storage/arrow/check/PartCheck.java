// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.check;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.DictionaryColumn;
import io.twinhouse.engine.error.Checkpoint;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.memory.MemoryContext;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.storage.arrow.dictionary.StringDictionary;
import io.twinhouse.storage.arrow.dictionary.TableDictionaries;
import io.twinhouse.storage.arrow.format.PageBuffers;
import io.twinhouse.storage.arrow.format.PageCursor;
import io.twinhouse.storage.arrow.format.PartDescription;
import io.twinhouse.storage.arrow.format.PartStream;
import io.twinhouse.storage.arrow.format.Zone;
import io.twinhouse.storage.arrow.index.RowSet;
import io.twinhouse.storage.arrow.lane.IdLane;
import io.twinhouse.storage.arrow.lane.LaneBuffer;
import io.twinhouse.storage.arrow.part.PartState;
import java.util.List;
import java.util.zip.CRC32C;

/** Verifies one part: checksums, then that every page decodes to what its zone map says. */
final class PartCheck {

  /** So many bytes are looked at at once. */
  private static final int PIECE = 1 << 20;

  private final String where;
  private final PartState state;
  private final TableDictionaries dictionaries;
  private final MemoryContext memory;
  private final List<String> problems;

  PartCheck(
      String table,
      PartState state,
      TableDictionaries dictionaries,
      MemoryContext memory,
      List<String> problems) {
    this.where = table + ", " + state.part().id().file();
    this.state = state;
    this.dictionaries = dictionaries;
    this.memory = memory;
    this.problems = problems;
  }

  void run() {
    PartDescription description = state.part().description();
    checkRows("superseded rows", state.superseded(), description.rows());
    checkRows("tombstones", state.tombstones(), description.rows());
    for (PartStream stream : description.streams()) {
      try {
        check(stream, description);
      } catch (TwinhouseException | IllegalStateException e) {
        Checkpoint.pass(); // else a check that is cancelled would call the part broken
        report(stream, String.valueOf(e.getMessage()));
      }
    }
    for (PartStream stream : description.index()) {
      isWhole(stream);
    }
  }

  private boolean isWhole(PartStream stream) {
    CRC32C crc = new CRC32C();
    for (int page = 0; page < stream.pages(); page++) {
      Checkpoint.pass();
      int length = stream.pageLengths()[page];
      for (int at = 0; at < length; at += PIECE) {
        int piece = Math.min(PIECE, length - at);
        crc.update(state.part().copy(stream, page, at, piece), 0, piece);
      }
    }
    boolean whole = (int) crc.getValue() == stream.checksum();
    if (!whole) {
      report(stream, "its checksum does not match");
    }
    return whole;
  }

  private void checkRows(String what, RowSet rows, int limit) {
    rows.forEach(
        row -> {
          if (row < 0 || row >= limit) {
            problems.add(where + ": its " + what + " name row " + row + " of " + limit);
          }
        });
  }

  private void report(PartStream stream, String what) {
    String path = stream.key().isColumn() ? "" : "." + stream.key().path();
    problems.add(where + ", " + stream.key().column() + path + ": " + what);
  }

  private void check(PartStream stream, PartDescription description) {
    if (!isWhole(stream)) {
      return;
    }
    if (stream.pages() != description.granules()) {
      report(stream, "it has " + stream.pages() + " pages");
      return;
    }
    try (Reservation buffers = new Reservation(memory)) {
      PageCursor cursor =
          state.part().format().cursor(stream.key(), stream.dictionary(), new PageBuffers(buffers));
      LaneBuffer lane = laneOf(stream, buffers);
      for (int g = 0; g < description.granules(); g++) {
        Checkpoint.pass();
        lane.clear();
        cursor.bind(state.part().page(stream, g));
        cursor.read(0, description.rowsOf(g), lane);
        checkPage(stream, g, lane.view());
      }
    }
  }

  private LaneBuffer laneOf(PartStream stream, Reservation buffers) {
    return stream.dictionary()
        ? new IdLane(buffers, dictionaries.of(stream.key().dictionaryKey()))
        : LaneBuffer.of(stream.key().type(), buffers);
  }

  private void checkPage(PartStream stream, int granule, Column column) {
    Zone zone = Zone.of(stream.key().type(), column, 0, column.size());
    boolean same =
        zone.min() == stream.min()[granule]
            && zone.max() == stream.max()[granule]
            && zone.nulls() == stream.nulls()[granule];
    if (!same) {
      report(stream, "the zone map of granule " + granule + " is not that of its rows");
    }
    if (column instanceof DictionaryColumn coded && zone.max() >= zone.min()) {
      StringDictionary dictionary = (StringDictionary) coded.dictionary();
      if (zone.min() < 0 || zone.max() >= dictionary.size()) {
        report(stream, "granule " + granule + " names an entry that its dictionary does not have");
      }
    }
  }
}
