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
import io.twinhouse.engine.function.aggregate.state.CellHash;
import io.twinhouse.engine.function.aggregate.state.CellOrder;
import io.twinhouse.engine.function.aggregate.state.StateBytes;
import io.twinhouse.engine.memory.Reservation;

/**
 * uniqCombined: the set of hashes as long as the server keeps one. Where the server goes over to a
 * sketch with a table of measured biases, this refuses.
 */
final class CombinedCount implements GroupObject<CombinedCount> {

  private static final int SMALL = 16;

  private final HashedValues values;
  private final int width;
  private final int most;
  private final Reservation memory;
  private final LongSet hashes;

  /**
   * @param width bytes of a hash, 4 or 8
   * @param most so many hashes the server keeps as they are
   */
  CombinedCount(HashedValues values, int width, int most, Reservation memory) {
    this.values = values;
    this.width = width;
    this.most = most;
    this.memory = memory;
    hashes = new LongSet(memory);
  }

  @Override
  public void add(RowInput in, int row) {
    long hash = values.hash(in, row);
    add(width == 4 ? hash & 0xffffffffL : hash);
  }

  private void add(long hash) {
    if (hashes.size() >= most) {
      throw new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED,
          "uniqCombined is not implemented for more than "
              + most
              + " different values; use uniq or uniqExact");
    }
    hashes.add(hash);
  }

  @Override
  public void merge(CombinedCount other) {
    for (int i = 0; i < other.hashes.size(); i++) {
      add(other.hashes.get(i));
    }
  }

  @Override
  public void result(ColumnBuilder out) {
    out.appendLong(hashes.size());
  }

  @Override
  public void write(BytesBuffer out) {
    out.write(hashes.size() <= SMALL ? 1 : 2);
    StateBytes.writeVarint(out, hashes.size());
    if (hashes.size() <= SMALL) {
      for (int i = 0; i < hashes.size(); i++) {
        StateBytes.writeBytes(out, hashes.get(i), width);
      }
    } else {
      for (int cell : CellOrder.of(new HashCells(hashes), 0, hashes.size(), memory)) {
        StateBytes.writeBytes(out, hashes.get(cell), width);
      }
    }
  }

  /** Hashes stand where they themselves say, in a table that begins large. */
  private record HashCells(LongSet hashes) implements CellHash {
    @Override
    public long at(int row) {
      return hashes.get(row);
    }

    @Override
    public boolean isZero(int row) {
      return hashes.get(row) == 0;
    }

    @Override
    public int degree() {
      return 8;
    }

    @Override
    public int step() {
      return 1;
    }
  }

  @Override
  public void read(StateReader in) {
    if (in.readByte() == 3) {
      throw new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED, "Reading a sketch of uniqCombined is not implemented");
    }
    int size = in.readCount(width);
    for (int i = 0; i < size; i++) {
      add(in.readBytes(width));
    }
  }
}
