// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.format.v1;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.storage.arrow.format.ByteSink;
import io.twinhouse.storage.arrow.format.PartFormat.PartContent;
import io.twinhouse.storage.arrow.format.PartFormat.StreamContent;
import io.twinhouse.storage.arrow.format.PartStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
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

  /** Adds the pages between two places; a stream that both are in has those rows alone. */
  void add(PartContent content, PageCut from, PageCut to) {
    List<StreamContent> all = content.columns();
    for (int s = from.stream(); s < all.size() && s <= to.stream(); s++) {
      int begin = s == from.stream() ? from.row() : 0;
      int end = s == to.stream() ? to.row() : content.rows();
      if (s < to.stream() || end > begin) {
        add(all.get(s), begin, end, content.granuleRows());
      }
    }
  }

  private void add(StreamContent stream, int begin, int end, int granuleRows) {
    Column column = stream.column().get();
    StreamPages encoded = new StreamPages(stream.key(), pages, packer, memory);
    for (int from = begin; from < end; from += granuleRows) {
      encoded.add(column, from, Math.min(granuleRows, end - from), 0);
    }
    streams.add(encoded);
  }

  /** The streams of a file that begins with these pages. */
  List<PartStream> streams() {
    return streams.stream().map(StreamPages::stream).collect(Collectors.toList());
  }

  /**
   * The streams of a file that begins with these pages, followed by others.
   *
   * @param joined whether the last stream of these goes on as the first of the others
   */
  List<PartStream> followedBy(EncodedStreams others, boolean joined) {
    long shift = pages.size();
    if (joined) {
      streams.get(streams.size() - 1).append(others.streams.get(0), shift);
    }
    List<PartStream> all = streams();
    others.streams.stream().skip(joined ? 1 : 0).forEach(s -> all.add(s.stream(shift)));
    return all;
  }
}
