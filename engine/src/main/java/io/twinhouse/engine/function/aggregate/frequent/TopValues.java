// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.frequent;

import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.column.BytesColumn;
import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.function.StateReader;
import io.twinhouse.engine.function.aggregate.object.GroupObject;
import io.twinhouse.engine.function.aggregate.object.Numbers;
import io.twinhouse.engine.function.aggregate.object.RowInput;
import io.twinhouse.engine.function.aggregate.state.ElementCodec;
import io.twinhouse.engine.function.aggregate.state.StateBytes;
import io.twinhouse.engine.function.aggregate.state.ValueWidth;
import io.twinhouse.engine.function.define.PartialSort;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.type.FloatType;
import io.twinhouse.engine.type.Lane;
import io.twinhouse.engine.type.StringType;
import io.twinhouse.engine.type.Type;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * topK and its kin by filtered space-saving. Values have counters until there are twice as many as
 * asked for; then the better half stays, and what the others had counted goes to a cell of their
 * hash, from which a value that comes back takes it over as a count and as its error.
 */
final class TopValues implements GroupObject<TopValues> {

  /** A counter, its entry in the map and its place in the list. */
  private static final int COUNTER_BYTES = 144;

  private static final int CELLS_PER_COUNTER = 6;
  private static final int FEWEST_KEPT = 64;
  private static final long MOST_IN_CELL = 0xffffffffL;

  private final TopShape shape;
  private final ElementCodec codec;
  private final Numbers numbers;
  private final int width;
  private final Reservation memory;
  private List<Counter> counters = new ArrayList<>();
  private final Map<ByteBuffer, Counter> byKey = new HashMap<>();
  private long[] cells = {};

  /** Whether counters came as bytes, in which the server's own order is lost. */
  private boolean shuffled;

  /** What is known of one value. */
  private static final class Counter {
    private final ByteBuffer key;
    private final byte[] bytes;
    private final int cell;
    private long count;
    private long error;

    Counter(byte[] bytes, int cell, long count, long error) {
      this.bytes = bytes;
      key = ByteBuffer.wrap(bytes);
      this.cell = cell;
      this.count = count;
      this.error = error;
    }

    int compareTo(Counter other) {
      int sure = Long.compareUnsigned(other.count - other.error, count - error);
      return sure != 0 ? sure : Long.compareUnsigned(other.count, count);
    }
  }

  TopValues(TopShape shape, Reservation memory) {
    this.shape = shape;
    this.memory = memory;
    codec = ElementCodec.ofDistinct(shape.type());
    numbers = new Numbers(shape.type());
    boolean single = shape.type().equals(FloatType.FLOAT32);
    boolean floating = shape.type().lane() == Lane.DOUBLE;
    width = single ? Float.BYTES : floating ? Double.BYTES : ValueWidth.bytes(shape.type());
  }

  @Override
  public void add(RowInput in, int row) {
    insert(bytes(in, row), shape.weighted() ? in.word(1, row) : 1);
  }

  /** The bytes of a row's value, those of plain numbers and texts without a way round. */
  private byte[] bytes(RowInput in, int row) {
    Type type = shape.type();
    if (ElementCodec.isNumber(type) && type.lane() != Lane.WIDE) {
      return number(in.bits(0, row));
    }
    if (type instanceof StringType) {
      return text(in.text(0, row));
    }
    BytesBuffer bytes = new BytesBuffer(1);
    codec.write(in.column(0), row, bytes);
    bytes.endRow();
    BytesColumn written = bytes.toColumn(null);
    return Arrays.copyOf(written.data(), written.length(0));
  }

  private byte[] number(long value) {
    long raw = numbers.raw(value);
    byte[] bytes = new byte[width];
    for (int i = 0; i < width; i++) {
      bytes[i] = (byte) (raw >>> 8 * i);
    }
    return bytes;
  }

  /** A text behind its length, seven bits a byte. */
  private static byte[] text(byte[] text) {
    int head = 1;
    for (int left = text.length >>> 7; left != 0; left >>>= 7) {
      head++;
    }
    byte[] bytes = new byte[head + text.length];
    int left = text.length;
    for (int i = 0; i < head; i++) {
      bytes[i] = (byte) (left & 0x7f | (i + 1 < head ? 0x80 : 0));
      left >>>= 7;
    }
    System.arraycopy(text, 0, bytes, head, text.length);
    return bytes;
  }

  private void insert(byte[] bytes, long increment) {
    Counter known = byKey.get(ByteBuffer.wrap(bytes));
    if (known != null) {
      known.count += increment;
      return;
    }
    makeCells();
    int cell = cell(bytes);
    long missed = counters.size() < shape.capacity() ? 0 : cells[cell];
    Counter counter = append(bytes, cell, missed + increment, missed);
    byKey.put(counter.key, counter);
    truncate();
  }

  private Counter append(byte[] bytes, int cell, long count, long error) {
    memory.grow(COUNTER_BYTES + bytes.length);
    Counter counter = new Counter(bytes, cell, count, error);
    counters.add(counter);
    return counter;
  }

  private void makeCells() {
    if (cells.length == 0) {
      int length = Integer.highestOneBit(shape.capacity() * CELLS_PER_COUNTER) << 1;
      memory.grow(8L * length);
      cells = new long[length];
    }
  }

  private int cell(byte[] bytes) {
    return (int) (KeyHash.of(shape.type(), bytes) & (cells.length - 1));
  }

  /** Gives up the worse half of too many counters. */
  private void truncate() {
    if (counters.size() < Math.max(FEWEST_KEPT, 2L * shape.capacity())) {
      return;
    }
    if (shuffled) {
      refuseEqual(shape.capacity() - 1, shape.capacity());
    }
    int[] places = places();
    sort(places).selectFirst(shape.capacity());
    List<Counter> kept = new ArrayList<>();
    for (int i = 0; i < places.length; i++) {
      Counter counter = counters.get(places[i]);
      if (i < shape.capacity()) {
        kept.add(counter);
      } else {
        long seen = cells[counter.cell] + counter.count - counter.error;
        cells[counter.cell] = least(seen);
        byKey.remove(counter.key);
        memory.shrink(COUNTER_BYTES + counter.bytes.length);
      }
    }
    counters = kept;
  }

  /** Refuses where the order of equal counters decides about places {@code [from, to)}. */
  private void refuseEqual(int from, int to) {
    List<Counter> sorted = new ArrayList<>(counters);
    sorted.sort(Counter::compareTo);
    for (int i = from; i < to && i + 1 < sorted.size(); i++) {
      if (sorted.get(i).compareTo(sorted.get(i + 1)) == 0) {
        throw refused("states of values that are equally frequent");
      }
    }
  }

  private static TwinhouseException refused(String what) {
    return new TwinhouseException(
        ErrorCode.NOT_IMPLEMENTED,
        "The most frequent values are not implemented for "
            + what
            + "; group by the value and order by its count instead");
  }

  private static long least(long value) {
    return Long.compareUnsigned(value, MOST_IN_CELL) < 0 ? value : MOST_IN_CELL;
  }

  private int[] places() {
    int[] places = new int[counters.size()];
    Arrays.setAll(places, i -> i);
    return places;
  }

  private PartialSort sort(int[] places) {
    return new PartialSort(places, (a, b) -> counters.get(a).compareTo(counters.get(b)) < 0);
  }

  @Override
  public void merge(TopValues other) {
    if (other.counters.isEmpty()) {
      return;
    }
    shuffled |= other.shuffled;
    if (counters.isEmpty()) {
      takeOver(other);
      return;
    }
    long missedHere = missed();
    long missedThere = other.missed();
    for (Counter counter : counters) {
      counter.count += missedThere;
      counter.error += missedThere;
    }
    for (Counter counter : other.counters) {
      Counter known = byKey.get(counter.key);
      if (known != null) {
        known.count += counter.count - missedThere;
        known.error += counter.error - missedThere;
      } else {
        append(counter.bytes, counter.cell, counter.count + missedHere, counter.error + missedHere);
      }
    }
    for (int i = 0; i < cells.length; i++) {
      cells[i] = least(cells[i] + other.cells[i]);
    }
    counters.forEach(counter -> byKey.putIfAbsent(counter.key, counter));
    truncate();
  }

  private void takeOver(TopValues other) {
    makeCells();
    for (Counter counter : other.counters) {
      byKey.put(counter.key, append(counter.bytes, counter.cell, counter.count, counter.error));
    }
    System.arraycopy(other.cells, 0, cells, 0, cells.length);
    truncate();
  }

  /** What a value without a counter may have been counted at most. */
  private long missed() {
    long most = 0;
    for (long cell : counters.size() < shape.capacity() ? new long[0] : cells) {
      most = Long.compareUnsigned(cell, most) > 0 ? cell : most;
    }
    return most;
  }

  private List<Counter> best(int wanted) {
    int[] places = places();
    int count = Math.min(wanted, places.length);
    if (shuffled) {
      refuseEqual(0, count);
    }
    sort(places).sortFirst(count);
    List<Counter> best = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      best.add(counters.get(places[i]));
    }
    return best;
  }

  @Override
  public void result(ColumnBuilder out) {
    for (Counter counter : best(shape.limit())) {
      byte[] key = counter.bytes;
      StateReader in = new StateReader(key, 0, key.length);
      if (shape.withCounts()) {
        codec.read(in, out.elements().element(0));
        out.elements().element(1).appendLong(counter.count);
        out.elements().element(2).appendLong(counter.error);
        out.elements().endRow();
      } else {
        codec.read(in, out.elements());
      }
    }
    out.endRow();
  }

  @Override
  public void write(BytesBuffer out) {
    if (counters.size() > shape.capacity()) {
      // In memory the server goes on with all of them, in stored states with the best.
      throw refused("states of more different values than its " + shape.capacity() + " counters");
    }
    List<Counter> best = new ArrayList<>(counters);
    best.sort(Counter::compareTo);
    StateBytes.writeVarint(out, best.size());
    for (Counter counter : best) {
      out.write(counter.bytes, 0, counter.bytes.length);
      StateBytes.writeVarint(out, counter.count);
      StateBytes.writeVarint(out, counter.error);
    }
    StateBytes.writeVarint(out, cells.length);
    for (long cell : cells) {
      StateBytes.writeVarint(out, cell);
    }
  }

  @Override
  public void read(StateReader in) {
    int count = in.readCount(3);
    if (count > shape.capacity()) {
      throw new TwinhouseException(
          ErrorCode.TOO_LARGE_ARRAY_SIZE,
          "Found too many counters in a state (Passed: "
              + count
              + ". Maximum: "
              + shape.capacity()
              + ")");
    }
    shuffled = count > 1;
    if (count > 0) {
      makeCells();
    }
    for (int left = count; left > 0; left--) {
      int start = in.position();
      codec.read(in, ColumnBuilder.of(shape.type()));
      byte[] bytes = Arrays.copyOfRange(in.data(), start, in.position());
      Counter counter = append(bytes, cell(bytes), in.readVarint(), in.readVarint());
      byKey.putIfAbsent(counter.key, counter);
    }
    int given = in.readCount(1);
    if (count > 0 && given != cells.length) {
      throw new TwinhouseException(
          ErrorCode.SIZES_OF_ARRAYS_DONT_MATCH,
          "Found incorrect alpha vector size (Passed: "
              + given
              + ". Expected: "
              + cells.length
              + ")");
    }
    for (int i = 0; i < given; i++) {
      long cell = in.readVarint();
      if (count > 0) {
        cells[i] = cell;
      }
    }
    truncate();
  }
}
