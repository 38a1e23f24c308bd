// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.tuple;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.column.TupleColumn;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.function.BoundFunction;
import io.twinhouse.engine.function.define.Bound;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.function.define.FunctionFamily;
import io.twinhouse.engine.function.define.ValueOrder;
import io.twinhouse.engine.function.lane.DoubleLane;
import io.twinhouse.engine.function.lane.LongLane;
import io.twinhouse.engine.function.nested.ArrayLane;
import io.twinhouse.engine.type.FloatType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.Lane;
import io.twinhouse.engine.type.MapType;
import io.twinhouse.engine.type.Type;
import java.util.Map;
import java.util.TreeMap;

/** mapAdd and mapSubtract over maps of one type: values of equal keys together, in key order. */
final class MapSums {

  private MapSums() {}

  static FunctionFamily family() {
    return new FunctionFamily("Maps")
        .add("mapAdd", t -> t.literalNulls().dropLowCardinality(), call -> bind(call, 1))
        .add("mapSubtract", t -> t.literalNulls().dropLowCardinality(), call -> bind(call, -1));
  }

  private static BoundFunction bind(CallSite call, int sign) {
    if (call.size() < 2) {
      throw call.refuse(
          ErrorCode.NUMBER_OF_ARGUMENTS_DOESNT_MATCH,
          call.name() + " accepts at least two maps or map tuples");
    }
    for (int i = 0; i < call.size(); i++) {
      if (!(call.type(i) instanceof MapType)) {
        throw call.notImplemented("what is no map");
      }
    }
    MapType map = (MapType) call.type(0);
    for (Type type : call.types()) {
      if (!type.equals(map)) {
        throw call.notImplemented("maps of different types");
      }
    }
    Type value = map.value();
    boolean key =
        (map.key() instanceof IntegerType && map.key().lane() == Lane.LONG)
            || CallSite.isText(map.key());
    if (!key) {
      throw call.notImplemented(map.name());
    }
    Type sum = sumOf(call, value);
    MapType result = new MapType(map.key(), sum);
    ValueOrder order = ValueOrder.of(map.key());
    return Bound.total(
        result,
        invocation -> {
          ArrayLane[] lanes = new ArrayLane[invocation.argumentCount()];
          for (int i = 0; i < lanes.length; i++) {
            lanes[i] = ArrayLane.of(invocation.flat(i));
          }
          ColumnBuilder out = ColumnBuilder.of(result);
          for (int row = 0; row < invocation.rows(); row++) {
            sum(lanes, row, sign, value, order, out);
          }
          return out.build();
        });
  }

  private static Type sumOf(CallSite call, Type value) {
    if (value instanceof FloatType) {
      return FloatType.FLOAT64;
    }
    if (!(value instanceof IntegerType integer) || value.lane() != Lane.LONG) {
      throw call.notImplemented("values of type " + value.name());
    }
    return integer.signed() ? IntegerType.INT64 : IntegerType.UINT64;
  }

  /** A key where it was seen first. */
  private record Key(Column column, int row) {}

  private static void sum(
      ArrayLane[] lanes, int row, int sign, Type value, ValueOrder order, ColumnBuilder out) {
    TreeMap<Key, double[]> floats =
        new TreeMap<>((a, b) -> order.compare(a.column(), a.row(), b.column(), b.row()));
    TreeMap<Key, long[]> longs = new TreeMap<>(floats.comparator());
    boolean floating = value instanceof FloatType;
    for (int i = 0; i < lanes.length; i++) {
      TupleColumn entries = (TupleColumn) lanes[i].elements();
      Column keys = entries.elements().get(0).flatten();
      Column values = entries.elements().get(1).flatten();
      for (int e = lanes[i].start(row); e < lanes[i].end(row); e++) {
        Key key = new Key(keys, e);
        if (floating) {
          double addend = DoubleLane.of(value, values).at(e);
          // Where a map holds a key twice, its second value is taken off the first, too.
          int factor = i == 0 && !floats.containsKey(key) ? 1 : sign;
          floats.computeIfAbsent(key, k -> new double[1])[0] += factor * addend;
        } else {
          int factor = i == 0 && !longs.containsKey(key) ? 1 : sign;
          longs.computeIfAbsent(key, k -> new long[1])[0] += factor * LongLane.of(values).at(e);
        }
      }
    }
    for (Map.Entry<Key, double[]> entry : floats.entrySet()) {
      key(entry.getKey(), out);
      out.elements().element(1).appendDouble(entry.getValue()[0]);
      out.elements().endRow();
    }
    for (Map.Entry<Key, long[]> entry : longs.entrySet()) {
      key(entry.getKey(), out);
      out.elements().element(1).appendLong(entry.getValue()[0]);
      out.elements().endRow();
    }
    out.endRow();
  }

  private static void key(Key key, ColumnBuilder out) {
    out.elements().element(0).append(key.column(), key.row());
  }
}
