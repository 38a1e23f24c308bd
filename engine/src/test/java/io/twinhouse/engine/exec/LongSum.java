// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.exec;

import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.function.Accumulator;
import io.twinhouse.engine.function.BoundAggregate;
import io.twinhouse.engine.function.StateReader;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.Type;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** The sum of a LONG column without NULLs, or the number of rows when it has no argument. */
final class LongSum implements BoundAggregate {

  @Override
  public Type returnType() {
    return IntegerType.INT64;
  }

  @Override
  public Accumulator newAccumulator(Reservation memory) {
    return new Sums(memory);
  }

  private static final class Sums implements Accumulator {

    private final Reservation memory;
    private long[] sums = {};

    Sums(Reservation memory) {
      this.memory = memory;
    }

    @Override
    public void resize(int groups) {
      if (groups > sums.length) {
        int length = Math.max(groups, 2 * sums.length);
        memory.grow(8L * (length - sums.length));
        sums = Arrays.copyOf(sums, length);
      }
    }

    @Override
    public void add(Column[] arguments, int[] groups, int rows) {
      long[] values = arguments.length == 0 ? null : ((LongColumn) arguments[0].flatten()).values();
      for (int row = 0; row < rows; row++) {
        if (groups[row] >= 0) {
          sums[groups[row]] += values == null ? 1 : values[row];
        }
      }
    }

    @Override
    public void merge(Accumulator other, int[] target, int groups) {
      for (int group = 0; group < groups; group++) {
        sums[target[group]] += ((Sums) other).sums[group];
      }
    }

    @Override
    public Column results(int from, int count) {
      return LongColumn.of(Arrays.copyOfRange(sums, from, from + count));
    }

    @Override
    public void writeState(int group, BytesBuffer out) {
      byte[] state = ByteBuffer.allocate(8).putLong(sums[group]).array();
      out.write(state, 0, state.length);
    }

    @Override
    public void mergeState(int group, StateReader in) {
      sums[group] += Long.reverseBytes(in.readLong());
    }
  }
}
