// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.format.v1;

import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.storage.arrow.file.Directory;
import io.twinhouse.storage.arrow.file.FileOutput;
import io.twinhouse.storage.arrow.format.ByteSink;
import io.twinhouse.storage.arrow.format.PartDescription;
import io.twinhouse.storage.arrow.format.PartFormat;
import io.twinhouse.storage.arrow.format.PartFormat.PartContent;
import io.twinhouse.storage.arrow.format.PartFormat.StreamContent;
import io.twinhouse.storage.arrow.format.PartStream;
import io.twinhouse.storage.arrow.format.TwoThreads;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Encodes all pages first, so that the file is created with its exact length. The pages of a large
 * part that is packed are divided in two, by their weight alone: then another thread may take one
 * half, and what they take of memory together is the same whether it does or not.
 */
final class PartFileWriter {

  private final PartContent content;
  private final boolean pack;
  private final TwoThreads threads;
  private final Reservation memory;

  /**
   * @param pack whether strings are compressed where it saves much
   */
  PartFileWriter(PartContent content, boolean pack, TwoThreads threads, Reservation memory) {
    this.content = content;
    this.pack = pack;
    this.threads = threads;
    this.memory = memory;
  }

  PartDescription write(Directory directory, String file) throws IOException {
    EncodedStreams first = new EncodedStreams(pack, memory);
    first.pages().putBytes(PartEnd.HEAD, 0, PartEnd.HEAD.length);
    if (!pack || content.rows() <= content.granuleRows()) {
      first.add(content, PageCut.BEGIN, PageCut.end(content));
      return finish(directory, file, first.streams(), List.of(first.pages()));
    }
    try (Reservation apart = new Reservation(memory.context())) {
      EncodedStreams second = new EncodedStreams(true, apart);
      PageCut middle = PageCut.middle(content);
      threads.run(
          () -> first.add(content, PageCut.BEGIN, middle),
          () -> second.add(content, middle, PageCut.end(content)));
      List<PartStream> streams = first.followedBy(second, middle.row() > 0);
      ByteSink end = new ByteSink(memory);
      return finish(directory, file, streams, List.of(first.pages(), second.pages(), end));
    }
  }

  /**
   * Writes index and description behind the pages, and all of it to the file.
   *
   * @param sinks what the file is made of, in order; the last is appended to
   */
  private PartDescription finish(
      Directory directory, String file, List<PartStream> streams, List<ByteSink> sinks)
      throws IOException {
    ByteSink end = sinks.get(sinks.size() - 1);
    long before = 0;
    for (ByteSink sink : sinks) {
      before += sink == end ? 0 : sink.size();
    }
    List<PartStream> index = new ArrayList<>();
    for (StreamContent key : content.index()) {
      int entries = PartFormat.indexRows(content.rows(), content.granuleRows()).length;
      StreamPages encoded = new StreamPages(key.key(), end, null, memory);
      encoded.add(key.column().get(), 0, entries, before);
      index.add(encoded.stream());
    }
    PartDescription description =
        new PartDescription(
            content.rows(), content.granuleRows(), content.partition(), streams, index);
    PartEnd.write(end, description, before + end.size());
    try (FileOutput output = directory.create(file, before + end.size())) {
      for (ByteSink sink : sinks) {
        output.write(sink.array(), 0, sink.size());
      }
    }
    return description;
  }
}
