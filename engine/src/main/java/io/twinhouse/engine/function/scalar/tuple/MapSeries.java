// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.tuple;

import io.twinhouse.engine.column.ArrayColumn;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ConstantColumn;
import io.twinhouse.engine.column.TupleColumn;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.function.BoundFunction;
import io.twinhouse.engine.function.FunctionTraits;
import io.twinhouse.engine.function.Invocation;
import io.twinhouse.engine.function.define.Bound;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.function.define.FunctionFamily;
import io.twinhouse.engine.function.define.RowKernels;
import io.twinhouse.engine.function.lane.LongLane;
import io.twinhouse.engine.function.nested.ArrayLane;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.type.ArrayType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.Lane;
import io.twinhouse.engine.type.MapType;
import io.twinhouse.engine.type.TupleType;
import io.twinhouse.engine.type.Type;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** mapPopulateSeries: keys without a gap, zero where there was none. */
final class MapSeries {

  private static final long MOST = 1L << 30;

  private MapSeries() {}

  static FunctionFamily family() {
    return new FunctionFamily("Maps: series")
        .add("mapPopulateSeries", FunctionTraits::dropLowCardinality, MapSeries::bind);
  }

  private static BoundFunction bind(CallSite call) {
    call.arity(1, 3);
    boolean isMap = call.base(0) instanceof MapType;
    checkShape(call, isMap);
    Type key = isMap ? ((MapType) call.base(0)).key() : ((ArrayType) call.base(0)).element();
    Type value = isMap ? ((MapType) call.base(0)).value() : ((ArrayType) call.base(1)).element();
    if (!(key instanceof IntegerType) || !(value instanceof IntegerType)) {
      throw call.illegal(0);
    }
    if (key.lane() == Lane.WIDE || value.lane() == Lane.WIDE) {
      throw call.notImplemented("big integers");
    }
    int limitAt = isMap ? 1 : 2;
    boolean limited = call.size() > limitAt;
    if (limited) {
      checkLimit(call, limitAt, key);
    }
    Type result = isMap ? call.base(0) : TupleType.of(List.of(call.base(0), call.base(1)));
    return Bound.of(
        result,
        invocation -> {
          LongLane most = limited ? LongLane.of(invocation.argument(limitAt)) : null;
          return new Series(invocation, isMap, (IntegerType) key, most).column();
        });
  }

  private static void checkShape(CallSite call, boolean isMap) {
    if (isMap) {
      return;
    }
    if (!(call.base(0) instanceof ArrayType)) {
      throw call.illegal(0);
    }
    if (call.size() < 2 || !(call.base(1) instanceof ArrayType)) {
      throw call.refuse(
          ErrorCode.BAD_ARGUMENTS,
          "Function "
              + call.name()
              + " if array argument is passed as key, additional array argument as value must be"
              + " passed");
    }
  }

  private static void checkLimit(CallSite call, int limitAt, Type key) {
    if (!(call.base(limitAt) instanceof IntegerType)) {
      throw call.illegal(limitAt);
    }
    if (!call.base(limitAt).equals(key)) {
      throw call.notImplemented("a largest key of another type than the keys");
    }
  }

  /** The keys and values of one batch. */
  private static final class Series {
    private final Invocation call;
    private final boolean isMap;
    private final IntegerType type;
    private final @Nullable LongLane most;

    Series(Invocation call, boolean isMap, IntegerType type, @Nullable LongLane most) {
      this.call = call;
      this.isMap = isMap;
      this.type = type;
      this.most = most;
    }

    Column column() {
      ArrayLane keys = ArrayLane.of(isMap ? half(0) : call.argument(0));
      ArrayLane values = ArrayLane.of(isMap ? half(1) : call.argument(1));
      LongLane key = LongLane.of(keys.elements());
      LongLane value = LongLane.of(values.elements());
      Keys kept = call.scratch().keep(Keys.class, Keys::new);
      RowKernels.LongRun keyRun = kept.keys.emptied();
      RowKernels.LongRun valueRun = kept.values.emptied();
      int[] offsets = call.scratch().ints(call.rows() + 1);
      offsets[0] = 0;
      for (int row = 0; row < call.rows(); row++) {
        if (keys.length(row) != values.length(row)) {
          throw new TwinhouseException(
              ErrorCode.BAD_ARGUMENTS,
              "Function mapPopulateSeries key and value array should have same amount of elements");
        }
        long[][] pairs = new long[keys.length(row)][];
        for (int i = 0; i < pairs.length; i++) {
          pairs[i] = new long[] {key.at(keys.start(row) + i), value.at(values.start(row) + i)};
        }
        populate(pairs, most == null ? null : most.at(row), keyRun, valueRun);
        offsets[row + 1] = keyRun.size();
      }
      Column allKeys = keyRun.column();
      Column allValues = valueRun.column();
      if (isMap) {
        Column entries = TupleColumn.of(List.of(allKeys, allValues), keyRun.size());
        return ArrayColumn.of(offsets, entries, call.rows());
      }
      return TupleColumn.of(
          List.of(
              ArrayColumn.of(offsets, allKeys, call.rows()),
              ArrayColumn.of(offsets, allValues, call.rows())),
          call.rows());
    }

    private Column half(int index) {
      Column maps = call.argument(0);
      boolean constant = maps instanceof ConstantColumn;
      ArrayColumn map = (ArrayColumn) (constant ? ((ConstantColumn) maps).value() : maps);
      Column part = ((TupleColumn) map.elements().flatten()).elements().get(index);
      ArrayColumn half = ArrayColumn.of(map.offsets(), part, map.size());
      return constant ? ConstantColumn.of(half, maps.size()) : half;
    }

    private int compare(long a, long b) {
      return type.equals(IntegerType.UINT64) ? Long.compareUnsigned(a, b) : Long.compare(a, b);
    }

    private void populate(
        long[][] pairs, @Nullable Long limit, RowKernels.LongRun keys, RowKernels.LongRun values) {
      if (pairs.length == 0) {
        return;
      }
      Arrays.sort(pairs, (a, b) -> a[0] == b[0] ? Long.compare(a[1], b[1]) : compare(a[0], b[0]));
      long first = pairs[0][0];
      long last = limit == null ? pairs[pairs.length - 1][0] : limit;
      if (compare(last, first) < 0) {
        return;
      }
      if (Long.compareUnsigned(last - first, MOST) > 0) {
        throw new TwinhouseException(
            ErrorCode.TOO_LARGE_ARRAY_SIZE,
            "Function mapPopulateSeries too large array size in the result");
      }
      int at = 0;
      for (long step = 0; step <= last - first; step++) {
        long key = first + step;
        keys.add(key);
        values.add(at < pairs.length && pairs[at][0] == key ? pairs[at][1] : 0);
        while (at < pairs.length && pairs[at][0] == key) {
          at++;
        }
      }
    }
  }

  /** Runs of keys and of values, reserved as they grow. */
  private static final class Keys {
    private final RowKernels.LongRun keys;
    private final RowKernels.LongRun values;

    Keys(Reservation memory) {
      keys = new RowKernels.LongRun(memory);
      values = new RowKernels.LongRun(memory);
    }
  }
}
