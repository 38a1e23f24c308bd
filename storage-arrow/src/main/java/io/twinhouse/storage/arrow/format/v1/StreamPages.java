// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.format.v1;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.DictionaryColumn;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.storage.arrow.format.ByteSink;
import io.twinhouse.storage.arrow.format.PartStream;
import io.twinhouse.storage.arrow.format.StreamKey;
import io.twinhouse.storage.arrow.format.Zone;
import java.util.Arrays;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/** Encodes the pages of one stream one by one and notes where they lie. One thread. */
final class StreamPages {

  /** What is noted of a page. */
  private static final int NOTED_BYTES = 32;

  private final StreamKey key;
  private final ByteSink sink;
  private final PageEncoder encoder;
  private final Reservation memory;
  private final CRC32C checksum = new CRC32C();
  private long[] offsets = new long[0];
  private int[] lengths = new int[0];
  private long[] min = new long[0];
  private long[] max = new long[0];
  private int[] nulls = new int[0];
  private int count;
  private boolean dictionary;
  private boolean packed;

  /**
   * @param packer null to keep all strings as they are
   */
  StreamPages(StreamKey key, ByteSink sink, @Nullable BytesPacker packer, Reservation memory) {
    this.key = key;
    this.sink = sink;
    this.encoder = new PageEncoder(sink, packer);
    this.memory = memory;
  }

  /**
   * Adds the page of rows {@code [from, from + rows)} to the sink.
   *
   * @param sinkAt where in the file the sink's first byte will be
   */
  void add(Column column, int from, int rows, long sinkAt) {
    ensureRoom();
    int start = sink.size();
    encoder.encode(key.type(), column, from, rows);
    offsets[count] = sinkAt + start;
    lengths[count] = sink.size() - start;
    checksum.update(sink.array(), start, lengths[count]);
    Zone zone = Zone.of(key.type(), column, from, rows);
    min[count] = zone.min();
    max[count] = zone.max();
    nulls[count] = zone.nulls();
    dictionary = column instanceof DictionaryColumn;
    count++;
  }

  /**
   * Adds the pages of another sink, which follow these.
   *
   * @param shift how far behind its own beginning that sink will be in the file
   */
  void append(StreamPages others, long shift) {
    for (int i = 0; i < others.count; i++) {
      ensureRoom();
      offsets[count] = others.offsets[i] + shift;
      lengths[count] = others.lengths[i];
      checksum.update(others.sink.array(), (int) others.offsets[i], lengths[count]);
      min[count] = others.min[i];
      max[count] = others.max[i];
      nulls[count] = others.nulls[i];
      count++;
    }
    packed |= others.packed || others.encoder.packed();
  }

  private void ensureRoom() {
    if (count < offsets.length) {
      return;
    }
    int room = count * 2 + 4;
    memory.grow((long) NOTED_BYTES * (room - count));
    offsets = Arrays.copyOf(offsets, room);
    lengths = Arrays.copyOf(lengths, room);
    min = Arrays.copyOf(min, room);
    max = Arrays.copyOf(max, room);
    nulls = Arrays.copyOf(nulls, room);
  }

  /** The stream of all pages so far. */
  PartStream stream() {
    return stream(0);
  }

  /**
   * The stream of all pages so far.
   *
   * @param shift how much farther behind in the file they are than {@link #add} was told
   */
  PartStream stream(long shift) {
    long[] places = Arrays.copyOf(offsets, count);
    for (int i = 0; i < count && shift > 0; i++) {
      places[i] += shift;
    }
    return new PartStream(
        key,
        dictionary,
        packed || encoder.packed(),
        places,
        Arrays.copyOf(lengths, count),
        Arrays.copyOf(min, count),
        Arrays.copyOf(max, count),
        Arrays.copyOf(nulls, count),
        (int) checksum.getValue());
  }
}
