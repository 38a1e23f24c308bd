// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.format.v1;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.storage.arrow.format.ByteSink;
import io.twinhouse.storage.arrow.format.PartFormat.StreamContent;
import io.twinhouse.storage.arrow.format.PartStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Some streams of a part with all their pages, which lie one after the other. One thread. */
final class EncodedStreams {

  private final Reservation memory;
  private final ByteSink pages;
  private final @Nullable BytesPacker packer;
  private final List<StreamPages> streams = new ArrayList<>();

  /**
   * @param pack whether strings are compressed where it saves much
   * @param memory where pages are reserved
   */
  EncodedStreams(boolean pack, Reservation memory) {
    this.memory = memory;
    this.pages = new ByteSink(memory);
    this.packer = pack ? new BytesPacker(memory) : null;
  }

  ByteSink pages() {
    return pages;
  }

  void add(StreamContent stream, int rows, int granuleRows) {
    Column column = stream.column().get();
    StreamPages encoded = new StreamPages(stream.key(), pages, packer, memory);
    for (int from = 0; from < rows; from += granuleRows) {
      encoded.add(column, from, Math.min(granuleRows, rows - from), 0);
    }
    streams.add(encoded);
  }

  /**
   * A stream by the order in which they were added.
   *
   * @param at where in the file the pages begin
   */
  PartStream stream(int index, long at) {
    return streams.get(index).stream(at);
  }
}
