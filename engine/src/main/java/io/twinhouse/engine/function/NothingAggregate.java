// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function;

import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ConstantColumn;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.Type;

/** Any aggregate function over the literal NULL: it never sees a value. */
record NothingAggregate(Type returnType) implements BoundAggregate {

  static BoundAggregate of(boolean defaultOverNulls) {
    return new NothingAggregate(defaultOverNulls ? IntegerType.UINT64 : ScalarBinding.NULL_TYPE);
  }

  @Override
  public Accumulator newAccumulator(Reservation memory) {
    return new States(LongColumn.of(new long[1], 1, new boolean[] {returnType.isNullable()}));
  }

  private record States(LongColumn value) implements Accumulator {

    @Override
    public void resize(int groups) {}

    @Override
    public void add(Column[] arguments, int[] groups, int rows) {}

    @Override
    public void merge(Accumulator other, int[] target, int groups) {}

    @Override
    public Column results(int from, int count) {
      return ConstantColumn.of(value, count);
    }

    @Override
    public void writeState(int group, BytesBuffer out) {
      out.write(0);
    }

    @Override
    public void mergeState(int group, StateReader in) {}
  }
}
