// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.state;

import io.twinhouse.engine.function.hash.CityHash102;
import io.twinhouse.engine.function.hash.IntHash;
import io.twinhouse.engine.function.hash.TableHash;
import io.twinhouse.engine.function.lane.BytesLane;

/** The hashes of ClickHouse's sets by kind of value. */
final class SetCells {

  private SetCells() {}

  /** Values of up to eight bytes, which are hashed and zero by their bits. */
  private interface ByBits extends CellHash {

    long bits(int row);

    @Override
    default long at(int row) {
      return IntHash.mixed(bits(row));
    }

    @Override
    default boolean isZero(int row) {
      return bits(row) == 0;
    }

    @Override
    default int degree() {
      return CellHash.LARGE;
    }
  }

  /** Numbers of up to eight bytes by their bits. */
  record NumberCells(long[] values, int width) implements ByBits {

    @Override
    public long bits(int row) {
      return values[row] & -1L >>> (64 - 8 * width);
    }
  }

  /** Floats by their bits, so that only the positive zero is zero. */
  record FloatCells(double[] values, boolean single) implements ByBits {

    @Override
    public long bits(int row) {
      return single
          ? Float.floatToRawIntBits((float) values[row]) & 0xffffffffL
          : Double.doubleToRawLongBits(values[row]);
    }
  }

  /** Integers of two or four words: signed ones by their words in one, others by CityHash. */
  record WideCells(long[] values, int words, boolean signed) implements CellHash {

    @Override
    public long at(int row) {
      int at = row * words;
      if (signed) {
        long third = words == 4 ? values[at + 2] : 0; // the server leaves the fourth out
        return IntHash.mixed(values[at] ^ values[at + 1] ^ third);
      }
      long low = CityHash102.combine(values[at], values[at + 1]);
      return words == 2
          ? low
          : CityHash102.combine(low, CityHash102.combine(values[at + 2], values[at + 3]));
    }

    @Override
    public boolean isZero(int row) {
      for (int word = 0; word < words; word++) {
        if (values[row * words + word] != 0) {
          return false;
        }
      }
      return true;
    }

    @Override
    public int degree() {
      return CellHash.LARGE;
    }
  }

  /** Texts, and the bytes of other values without the first {@code skipped} of them. */
  record TextCells(BytesLane texts, int skipped, int degree) implements CellHash {

    @Override
    public long at(int row) {
      return TableHash.ofText(
          texts.data(), texts.start(row) + skipped, texts.length(row) - skipped);
    }

    @Override
    public boolean isZero(int row) {
      return texts.length(row) == skipped;
    }
  }
}
