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
import org.jspecify.annotations.Nullable;

/**
 * uniqCombined: the set of hashes as long as the server keeps one, then HyperLogLog. With 2^17
 * cells the server corrects estimates of 177,700 to five times the cells by a table of measured
 * biases; this refuses there.
 */
final class CombinedCount implements GroupObject<CombinedCount> {

  private static final int SMALL = 16;
  private static final int CORRECTED_PRECISION = 17;
  private static final double CORRECTED_FROM = 177_700;
  private static final double NEVER_CORRECTED = 4294967296.0 / 30;

  private final CombinedHash values;
  private final int width;
  private final int precision;
  private final int most;
  private final Reservation memory;
  private final LongSet hashes;
  private @Nullable LogLogSketch sketch;

  /**
   * @param precision the binary logarithm of the cells of the sketch
   */
  CombinedCount(CombinedHash values, int precision, Reservation memory) {
    this.values = values;
    this.precision = precision;
    this.memory = memory;
    width = values.width();
    most = 1 << precision - (width == Long.BYTES ? 5 : 4);
    hashes = new LongSet(memory);
  }

  @Override
  public void add(RowInput in, int row) {
    long hash = values.of(in, row);
    add(width == 4 ? hash & 0xffffffffL : hash);
  }

  private void add(long hash) {
    if (sketch != null) {
      sketch.add(hash);
    } else if (hashes.size() < most) {
      hashes.add(hash);
    } else {
      spread().add(hash);
    }
  }

  private LogLogSketch spread() {
    LogLogSketch made = new LogLogSketch(precision, Byte.SIZE * width, memory);
    for (int i = 0; i < hashes.size(); i++) {
      made.add(hashes.get(i));
    }
    sketch = made;
    return made;
  }

  @Override
  public void merge(CombinedCount other) {
    if (other.sketch != null) {
      (sketch == null ? spread() : sketch).merge(other.sketch);
      return;
    }
    for (int i = 0; i < other.hashes.size(); i++) {
      add(other.hashes.get(i));
    }
  }

  @Override
  public void result(ColumnBuilder out) {
    out.appendLong(sketch == null ? hashes.size() : (long) (estimate(sketch) + 0.5));
  }

  private double estimate(LogLogSketch filled) {
    double raw = filled.raw();
    if (raw > NEVER_CORRECTED) {
      return raw;
    }
    if (precision != CORRECTED_PRECISION) {
      return raw <= 2.5 * filled.cells() ? filled.linear(raw) : raw;
    }
    double linear = filled.linear(Double.POSITIVE_INFINITY);
    if (linear < CORRECTED_FROM) {
      return linear;
    }
    if (raw <= 5.0 * filled.cells()) {
      throw new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED,
          "uniqCombined is not implemented for 177,700 to 655,360 different values; use"
              + " uniqCombined(18), uniq or uniqExact");
    }
    return raw;
  }

  @Override
  public void write(BytesBuffer out) {
    if (sketch != null) {
      out.write(3);
      sketch.write(out);
      return;
    }
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
      (sketch == null ? spread() : sketch).read(in);
      return;
    }
    int size = in.readCount(width);
    for (int i = 0; i < size; i++) {
      add(in.readBytes(width));
    }
  }
}
