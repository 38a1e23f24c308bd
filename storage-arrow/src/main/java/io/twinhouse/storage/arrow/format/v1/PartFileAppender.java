// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.format.v1;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.DictionaryColumn;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.storage.arrow.file.FileOutput;
import io.twinhouse.storage.arrow.format.ByteSink;
import io.twinhouse.storage.arrow.format.PartAppender;
import io.twinhouse.storage.arrow.format.PartDescription;
import io.twinhouse.storage.arrow.format.PartFormat;
import io.twinhouse.storage.arrow.format.PartFormat.StreamContent;
import io.twinhouse.storage.arrow.format.PartStream;
import io.twinhouse.storage.arrow.format.StreamKey;
import io.twinhouse.storage.arrow.lane.IdLane;
import io.twinhouse.storage.arrow.lane.LaneBuffer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Writes the pages of a granule, one a stream, as soon as its rows are together. */
final class PartFileAppender implements PartAppender {

  private static final int GRANULE = PartFormat.GRANULE_ROWS;

  private final FileOutput output;
  private final String partition;
  private final @Nullable BytesPacker packer;
  private final Reservation memory;
  private final ByteSink sink;
  private final List<Stream> streams = new ArrayList<>();
  private long written;
  private int rows;

  /**
   * @param output closed with this
   * @param packer null to keep all strings as they are
   */
  PartFileAppender(
      FileOutput output,
      String partition,
      List<StreamKey> keys,
      @Nullable BytesPacker packer,
      Reservation memory)
      throws IOException {
    this.output = output;
    this.partition = partition;
    this.packer = packer;
    this.memory = memory;
    this.sink = new ByteSink(memory);
    keys.forEach(key -> streams.add(new Stream(key)));
    sink.putBytes(PartEnd.HEAD, 0, PartEnd.HEAD.length);
    flush();
  }

  private void flush() throws IOException {
    output.write(sink.array(), 0, sink.size());
    written += sink.size();
    sink.clear();
  }

  @Override
  public int rows() {
    return rows;
  }

  @Override
  public void append(int count, Map<StreamKey, Supplier<Column>> columns) throws IOException {
    int waiting = rows % GRANULE;
    int first = waiting == 0 ? 0 : Math.min(GRANULE - waiting, count);
    for (Stream stream : streams) {
      Supplier<Column> column = columns.get(stream.key);
      if (column == null) {
        throw new IllegalArgumentException("no rows of stream " + stream.key);
      }
      stream.append(column.get(), count, first, waiting + first == GRANULE);
      flush();
    }
    rows = Math.addExact(rows, count);
  }

  @Override
  public PartDescription finish(List<StreamContent> index) throws IOException {
    List<PartStream> ended = new ArrayList<>();
    for (Stream stream : streams) {
      stream.end();
      flush();
      ended.add(stream.pages.stream());
    }
    List<PartStream> keys = new ArrayList<>();
    for (StreamContent key : index) {
      StreamPages pages = new StreamPages(key.key(), sink, packer, memory);
      Column column = key.column().get();
      pages.add(column, 0, column.size(), written);
      keys.add(pages.stream());
    }
    PartDescription description = new PartDescription(rows, GRANULE, partition, ended, keys);
    PartEnd.write(sink, description, written + sink.size());
    flush();
    return description;
  }

  @Override
  public void close() throws IOException {
    output.close();
  }

  /** One stream: the rows that do not make a granule yet, and the pages of those that did. */
  private final class Stream {

    private final StreamKey key;
    private final StreamPages pages;
    private @Nullable LaneBuffer waiting;

    Stream(StreamKey key) {
      this.key = key;
      this.pages = new StreamPages(key, sink, packer, memory);
    }

    /**
     * @param first how many rows go to those that wait
     * @param full whether these make a granule then
     */
    void append(Column column, int count, int first, boolean full) {
      if (first > 0) {
        LaneBuffer lane = lane(column);
        lane.append(column, 0, first);
        if (full) {
          pages.add(lane.view(), 0, GRANULE, written);
          lane.clear();
        }
      }
      int at = first;
      for (; count - at >= GRANULE; at += GRANULE) {
        pages.add(column, at, GRANULE, written);
      }
      if (at < count) {
        lane(column).append(column, at, count - at);
      }
    }

    private LaneBuffer lane(Column column) {
      LaneBuffer lane = waiting;
      if (lane == null) {
        lane =
            column instanceof DictionaryColumn coded
                ? new IdLane(memory, coded.dictionary())
                : LaneBuffer.of(key.type(), memory);
        waiting = lane;
      }
      return lane;
    }

    void end() {
      LaneBuffer lane = waiting;
      if (lane != null && lane.size() > 0) {
        pages.add(lane.view(), 0, lane.size(), written);
        lane.clear();
      }
    }
  }
}
