// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.read;

import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.storage.arrow.dictionary.StringDictionary;
import io.twinhouse.storage.arrow.format.PageCursor;
import io.twinhouse.storage.arrow.format.PartStream;
import io.twinhouse.storage.arrow.lane.IdLane;
import io.twinhouse.storage.arrow.lane.LaneBuffer;
import io.twinhouse.storage.arrow.part.Part;
import org.jspecify.annotations.Nullable;

/** Reads one stream. */
final class StreamReader implements GranuleReader {

  private final PartStream stream;
  private final Part part;
  private final PageCursor cursor;
  private final @Nullable StringDictionary dictionary;
  private int granule;

  StreamReader(
      Part part, PartStream stream, PageCursor cursor, @Nullable StringDictionary dictionary) {
    this.part = part;
    this.stream = stream;
    this.cursor = cursor;
    this.dictionary = dictionary;
  }

  @Override
  public void at(int newGranule) {
    granule = newGranule;
    cursor.bind(part.page(stream, newGranule));
  }

  @Override
  public void read(int from, int count, LaneBuffer target) {
    cursor.read(from, count, target);
  }

  @Override
  public void read(int[] rows, int count, LaneBuffer target) {
    cursor.read(rows, count, target);
  }

  @Override
  public boolean selects() {
    return cursor.selects();
  }

  @Override
  public int select(int from, int count, long low, long high, int[] rows) {
    return cursor.select(from, count, low, high, rows);
  }

  @Override
  public long bytes() {
    return stream.pageLengths()[granule];
  }

  @Override
  public LaneBuffer newLane(Reservation memory) {
    return dictionary == null
        ? LaneBuffer.of(stream.key().type(), memory)
        : new IdLane(memory, dictionary);
  }

  @Override
  public boolean fits(LaneBuffer lane) {
    return dictionary == null
        ? !(lane instanceof IdLane)
        : lane instanceof IdLane ids && ids.dictionary() == dictionary;
  }
}
