// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.frequent;

import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.column.BytesColumn;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.function.StateReader;
import io.twinhouse.engine.function.aggregate.object.GroupObject;
import io.twinhouse.engine.function.aggregate.object.RowInput;
import io.twinhouse.engine.function.aggregate.state.ElementCodec;
import io.twinhouse.engine.function.aggregate.state.StateBytes;
import io.twinhouse.engine.memory.Reservation;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * topK and its kin where their answer is determined: while there are no more different values than
 * counters, so that all counts are exact, and where no two values that are told or left out have
 * one count. Everything else the server answers by the accidents of its sorting, and is refused.
 */
final class TopValues implements GroupObject<TopValues> {

  /** An entry of the map with its key and its count. */
  private static final int ENTRY_BYTES = 144;

  private static final int FILTER_FACTOR = 6;

  private final TopShape shape;
  private final ElementCodec codec;
  private final Reservation memory;
  private final Map<ByteBuffer, Long> counts = new LinkedHashMap<>();

  TopValues(TopShape shape, Reservation memory) {
    this.shape = shape;
    this.memory = memory;
    codec = ElementCodec.ofDistinct(shape.type());
  }

  @Override
  public void add(RowInput in, int row) {
    insert(key(in.column(0), row), shape.weighted() ? in.word(1, row) : 1);
  }

  private ByteBuffer key(Column column, int row) {
    BytesBuffer bytes = new BytesBuffer(1);
    codec.write(column, row, bytes);
    bytes.endRow();
    BytesColumn written = bytes.toColumn(null);
    return ByteBuffer.wrap(Arrays.copyOf(written.data(), written.length(0)));
  }

  private void insert(ByteBuffer key, long count) {
    Long known = counts.get(key);
    if (known == null) {
      if (counts.size() == shape.capacity()) {
        throw refused("more different values than its " + shape.capacity() + " counters");
      }
      memory.grow(ENTRY_BYTES + key.capacity());
    }
    counts.put(key, known == null ? count : known + count);
  }

  private static TwinhouseException refused(String what) {
    return new TwinhouseException(
        ErrorCode.NOT_IMPLEMENTED,
        "The most frequent values are not implemented for "
            + what
            + "; group by the value and order by its count instead");
  }

  @Override
  public void merge(TopValues other) {
    other.counts.forEach(this::insert);
  }

  private List<Map.Entry<ByteBuffer, Long>> ranking() {
    List<Map.Entry<ByteBuffer, Long>> ranking = new ArrayList<>(counts.entrySet());
    ranking.sort((a, b) -> Long.compareUnsigned(b.getValue(), a.getValue()));
    return ranking;
  }

  @Override
  public void result(ColumnBuilder out) {
    List<Map.Entry<ByteBuffer, Long>> ranking = ranking();
    int count = Math.min(shape.limit(), ranking.size());
    for (int i = 0; i < count; i++) {
      long value = ranking.get(i).getValue();
      if (i + 1 < ranking.size() && ranking.get(i + 1).getValue() == value) {
        throw refused("values that are equally frequent");
      }
      byte[] key = ranking.get(i).getKey().array();
      StateReader in = new StateReader(key, 0, key.length);
      if (shape.withCounts()) {
        codec.read(in, out.elements().element(0));
        out.elements().element(1).appendLong(value);
        out.elements().element(2).appendLong(0);
        out.elements().endRow();
      } else {
        codec.read(in, out.elements());
      }
    }
    out.endRow();
  }

  @Override
  public void write(BytesBuffer out) {
    StateBytes.writeVarint(out, counts.size());
    for (Map.Entry<ByteBuffer, Long> entry : ranking()) {
      out.write(entry.getKey().array(), 0, entry.getKey().capacity());
      StateBytes.writeVarint(out, entry.getValue());
      out.write(0);
    }
    int cells = Integer.highestOneBit(shape.capacity() * FILTER_FACTOR) << 1;
    StateBytes.writeVarint(out, counts.isEmpty() ? 0 : cells);
    for (int i = 0; i < cells && !counts.isEmpty(); i++) {
      out.write(0);
    }
  }

  @Override
  public void read(StateReader in) {
    for (int left = in.readCount(3); left > 0; left--) {
      int start = in.position();
      codec.read(in, ColumnBuilder.of(shape.type()));
      ByteBuffer key = ByteBuffer.wrap(Arrays.copyOfRange(in.data(), start, in.position()));
      insert(key, in.readVarint());
      if (in.readVarint() != 0) {
        throw refused("states whose counts are estimates");
      }
    }
    for (int left = in.readCount(1); left > 0; left--) {
      if (in.readVarint() != 0) {
        throw refused("states whose counts are estimates");
      }
    }
  }
}
