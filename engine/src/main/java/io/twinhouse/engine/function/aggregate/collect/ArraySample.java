// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.collect;

import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.column.BytesColumn;
import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.function.StateReader;
import io.twinhouse.engine.function.aggregate.object.GroupObject;
import io.twinhouse.engine.function.aggregate.object.RowInput;
import io.twinhouse.engine.function.aggregate.state.ValueCodec;
import io.twinhouse.engine.memory.Reservation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * groupArraySample: so many values by Vitter's algorithm R, drawn by the server's generator (PCG,
 * multiplicative, XSH-RS, 64 to 32 bits), so that rows in the same order leave the same values.
 */
final class ArraySample implements GroupObject<ArraySample> {

  private static final long MULTIPLIER = 6364136223846793005L;

  /** An array's header and the reference to it. */
  private static final int VALUE_BYTES = 24;

  private final ValueCodec codec;
  private final int most;
  private final Reservation memory;
  private final List<byte[]> values = new ArrayList<>();
  private long total;
  private long generator;

  ArraySample(ValueCodec codec, int most, long seed, Reservation memory) {
    this.codec = codec;
    this.most = most;
    this.memory = memory;
    generator = seed | 3;
  }

  @Override
  public void add(RowInput in, int row) {
    total++;
    long place = values.size() < most ? values.size() : random(total);
    if (place < most) {
      BytesColumn encoded = in.encoded(codec, 0, row);
      put(
          (int) place,
          Arrays.copyOfRange(encoded.data(), encoded.offsets()[0], encoded.offsets()[1]));
    }
  }

  private void put(int place, byte[] value) {
    memory.grow(VALUE_BYTES + (long) value.length);
    if (place == values.size()) {
      values.add(value);
    } else {
      byte[] gone = values.set(place, value);
      memory.shrink(VALUE_BYTES + (long) gone.length);
    }
  }

  private void insert(byte[] value) {
    total++;
    long place = values.size() < most ? values.size() : random(total);
    if (place < most) {
      put((int) place, value);
    }
  }

  private long random(long limit) {
    if (limit <= 0xFFFF_FFFFL) {
      return Integer.toUnsignedLong(next()) % limit;
    }
    long high = Integer.toUnsignedLong(next()) << Integer.SIZE;
    return Long.remainderUnsigned(high + Integer.toUnsignedLong(next()), limit);
  }

  private int next() {
    long state = generator;
    generator = state * MULTIPLIER;
    return (int) ((state ^ state >>> 22) >>> 22 + (int) (state >>> 61));
  }

  @Override
  public void merge(ArraySample other) {
    if (other.total <= most) {
      other.values.forEach(this::insert);
      return;
    }
    if (total <= most) {
      List<byte[]> own = new ArrayList<>(values);
      for (int i = 0; i < most; i++) {
        put(Math.min(i, values.size()), other.values.get(i));
      }
      total = other.total;
      own.forEach(this::insert);
      return;
    }
    for (int i = 1; i < most; i++) {
      int place = (int) random(i + 1L);
      byte[] moved = values.get(i);
      values.set(i, values.get(place));
      values.set(place, moved);
    }
    total += other.total;
    for (int i = 0; i < most; i++) {
      if (random(total) < other.total) {
        put(i, other.values.get(i));
      }
    }
  }

  @Override
  public void result(ColumnBuilder out) {
    ColumnBuilder elements = out.elements();
    for (byte[] value : values) {
      codec.read(new StateReader(value, 0, value.length), elements);
    }
    out.endRow();
  }

  @Override
  public void write(BytesBuffer out) {
    throw noStates();
  }

  @Override
  public void read(StateReader in) {
    throw noStates();
  }

  private static TwinhouseException noStates() {
    return new TwinhouseException(
        ErrorCode.NOT_IMPLEMENTED, "States of groupArraySample are not implemented");
  }
}
