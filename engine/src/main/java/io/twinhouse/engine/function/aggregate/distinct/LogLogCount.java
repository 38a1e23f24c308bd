// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.distinct;

import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.function.StateReader;
import io.twinhouse.engine.function.aggregate.object.GroupObject;
import io.twinhouse.engine.function.aggregate.object.LongSet;
import io.twinhouse.engine.function.aggregate.object.RowInput;
import io.twinhouse.engine.function.aggregate.state.StateBytes;
import io.twinhouse.engine.function.hash.IntHash;
import io.twinhouse.engine.memory.Reservation;
import org.jspecify.annotations.Nullable;

/** uniqHLL12: sixteen values as they are, then HyperLogLog (Flajolet and others) of 4,096 cells. */
final class LogLogCount implements GroupObject<LogLogCount> {

  private static final int SMALL = 16;
  private static final int PRECISION = 12;
  private static final int CELLS = 1 << PRECISION;
  private static final int MOST_RANK = 32 - PRECISION + 1;
  private static final double ALPHA = 0.7213 / (1 + 1.079 / CELLS);

  private final HashedValues values;
  private final int width;
  private final boolean hashed;
  private final int signBits;
  private final Reservation memory;
  private final LongSet small;
  private byte @Nullable [] ranks;

  /**
   * @param width bytes of a value kept as it is
   * @param hashed whether values are hashes already
   * @param signBits bits of signed values that are hashed as unsigned ones of 64 bits, else 0
   */
  LogLogCount(HashedValues values, int width, boolean hashed, int signBits, Reservation memory) {
    this.values = values;
    this.signBits = signBits;
    this.hashed = hashed;
    this.width = width;
    this.memory = memory;
    small = new LongSet(memory);
  }

  @Override
  public void add(RowInput in, int row) {
    add(values.key(in, row));
  }

  private void add(long key) {
    if (ranks == null && small.size() < SMALL) {
      small.add(key);
    } else if (ranks != null || !small.contains(key)) {
      put(ranks == null ? spread() : ranks, key);
    }
  }

  private byte[] spread() {
    memory.grow(CELLS);
    byte[] made = new byte[CELLS];
    ranks = made;
    for (int i = 0; i < small.size(); i++) {
      put(made, small.get(i));
    }
    return made;
  }

  private void put(byte[] made, long key) {
    int above = signBits == 0 ? 0 : Long.SIZE - signBits;
    int hash = hashed ? (int) key : (int) IntHash.mix32(key << above >>> above);
    int tail = hash >>> PRECISION;
    int rank = tail == 0 ? MOST_RANK : Integer.numberOfTrailingZeros(tail) + 1;
    int cell = hash & CELLS - 1;
    made[cell] = (byte) Math.max(made[cell], rank);
  }

  @Override
  public void merge(LogLogCount other) {
    byte[] others = other.ranks;
    if (others == null) {
      for (int i = 0; i < other.small.size(); i++) {
        add(other.small.get(i));
      }
      return;
    }
    byte[] own = ranks == null ? spread() : ranks;
    for (int i = 0; i < CELLS; i++) {
      own[i] = (byte) Math.max(own[i], others[i]);
    }
  }

  @Override
  public void result(ColumnBuilder out) {
    out.appendLong(ranks == null ? small.size() : estimate(ranks));
  }

  private static long estimate(byte[] ranks) {
    double denominator = 0;
    int empty = 0;
    for (byte rank : ranks) {
      denominator += Math.scalb(1.0, -rank);
      empty += rank == 0 ? 1 : 0;
    }
    double estimate = ALPHA * CELLS * CELLS / denominator;
    if (estimate <= 2.5 * CELLS && empty != 0) {
      estimate = CELLS * (StrictMath.log(CELLS) - StrictMath.log(empty));
    }
    return (long) (estimate + 0.5);
  }

  @Override
  public void write(BytesBuffer out) {
    if (ranks != null) {
      throw sketch();
    }
    out.write(0);
    out.write(small.size());
    for (int i = 0; i < small.size(); i++) {
      StateBytes.writeBytes(out, small.get(i), width);
    }
  }

  private static TwinhouseException sketch() {
    return new TwinhouseException(
        ErrorCode.NOT_IMPLEMENTED, "States of uniqHLL12 of more than 16 values");
  }

  @Override
  public void read(StateReader in) {
    if (in.readByte() != 0) {
      throw sketch();
    }
    int size = in.readCount(width);
    for (int i = 0; i < size; i++) {
      add(in.readBytes(width));
    }
  }
}
