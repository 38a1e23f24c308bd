// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.tuple;

import io.twinhouse.engine.column.ArrayColumn;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.column.TupleColumn;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.function.Argument;
import io.twinhouse.engine.function.BoundFunction;
import io.twinhouse.engine.function.define.Bound;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.function.define.Composition;
import io.twinhouse.engine.function.define.Composition.Part;
import io.twinhouse.engine.function.define.FunctionFamily;
import io.twinhouse.engine.function.define.ValueOrder;
import io.twinhouse.engine.function.lane.DoubleLane;
import io.twinhouse.engine.function.lane.LongLane;
import io.twinhouse.engine.function.nested.ArrayLane;
import io.twinhouse.engine.function.nested.ElementSlices;
import io.twinhouse.engine.type.ArrayType;
import io.twinhouse.engine.type.BoolType;
import io.twinhouse.engine.type.DateTimeType;
import io.twinhouse.engine.type.DateType;
import io.twinhouse.engine.type.DecimalType;
import io.twinhouse.engine.type.EnumType;
import io.twinhouse.engine.type.FloatType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.Lane;
import io.twinhouse.engine.type.MapType;
import io.twinhouse.engine.type.TupleType;
import io.twinhouse.engine.type.Type;
import io.twinhouse.engine.type.UuidType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
    if (call.type(0) instanceof TupleType) {
      return pairs(call, sign);
    }
    MapType map = checked(call);
    Type value = map.value();
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

  /** The type of all the maps. */
  private static MapType checked(CallSite call) {
    for (Type type : call.types()) {
      if (!(type instanceof MapType)) {
        throw call.type(0) instanceof MapType
            ? call.refuse(
                ErrorCode.NUMBER_OF_ARGUMENTS_DOESNT_MATCH,
                call.name() + " accepts at least two maps")
            : call.refuse(ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT, call.name() + " only accepts maps");
      }
    }
    MapType map = (MapType) call.type(0);
    for (Type type : call.types()) {
      if (!type.equals(map)) {
        throw call.notImplemented("maps of different types");
      }
    }
    if (!isKey(map.key())) {
      throw call.refuse(
          ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT,
          "Illegal column type " + map.key().name() + " for keys in arguments of " + call.name());
    }
    return map;
  }

  private static boolean isKey(Type key) {
    return key instanceof IntegerType
        || CallSite.isText(key)
        || key instanceof BoolType
        || key.equals(DateType.DATE)
        || key instanceof DateTimeType
        || key instanceof EnumType
        || key instanceof UuidType;
  }

  /** Over tuples of two arrays each, keys and values: the same of the maps that they make. */
  private static BoundFunction pairs(CallSite call, int sign) {
    List<Type> maps = new ArrayList<>();
    for (Type type : call.types()) {
      maps.add(mapOf(call, type));
    }
    Type key = ((MapType) maps.get(0)).key();
    Type sum = null;
    for (Type map : maps) {
      if (!((MapType) map).key().equals(key)) {
        throw call.refuse(
            ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT,
            "Expected same " + key.name() + " type for all keys in " + call.name());
      }
      Type promoted = sumOf(call, ((MapType) map).value());
      if (sum != null && !sum.equals(promoted)) {
        throw call.refuse(
            ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT,
            "All value types in " + call.name() + " should be promotable to " + sum.name());
      }
      sum = promoted;
    }
    Composition composition = new Composition(call);
    List<Part> made = new ArrayList<>();
    for (int i = 0; i < call.size(); i++) {
      Part pair = composition.argument(i);
      Part values =
          composition.call(
              "CAST",
              composition.element(pair, 1),
              composition.text(new ArrayType(Objects.requireNonNull(sum)).name()));
      made.add(
          composition.call(
              List.of(composition.element(pair, 0), values), arguments -> joined(call, arguments)));
    }
    Part added =
        composition.call(made, a -> bind(new CallSite(call.name(), a, call.context()), sign));
    return composition.bound(
        composition.call(
            "tuple", composition.call("mapKeys", added), composition.call("mapValues", added)));
  }

  private static BoundFunction joined(CallSite call, List<Argument> halves) {
    MapType type =
        new MapType(
            ((ArrayType) halves.get(0).type()).element(),
            ((ArrayType) halves.get(1).type()).element());
    return Bound.of(
        type,
        invocation -> {
          ArrayColumn keys = (ArrayColumn) invocation.flat(0);
          ArrayColumn values = (ArrayColumn) invocation.flat(1);
          int rows = invocation.rows();
          for (int row = 0; row < rows; row++) {
            if (keys.length(row) != values.length(row)) {
              throw call.refuse(
                  ErrorCode.NUMBER_OF_ARGUMENTS_DOESNT_MATCH,
                  "Key and value array should have same amount of elements");
            }
          }
          int count = keys.offsets()[rows] - keys.offsets()[0];
          int[] offsets = invocation.scratch().ints(rows + 1);
          for (int row = 0; row <= rows; row++) {
            offsets[row] = keys.offsets()[row] - keys.offsets()[0];
          }
          List<Column> both =
              List.of(
                  ElementSlices.slice(keys.elements(), keys.offsets()[0], count),
                  ElementSlices.slice(values.elements(), values.offsets()[0], count));
          return ArrayColumn.of(offsets, TupleColumn.of(both, count), rows);
        });
  }

  private static MapType mapOf(CallSite call, Type type) {
    if (!(type instanceof TupleType tuple)) {
      throw call.refuse(
          ErrorCode.NUMBER_OF_ARGUMENTS_DOESNT_MATCH,
          call.name() + " accepts at least two map tuples");
    }
    boolean arrays =
        tuple.elements().size() == 2
            && tuple.elements().get(0) instanceof ArrayType
            && tuple.elements().get(1) instanceof ArrayType;
    if (!arrays) {
      throw call.refuse(
          ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT,
          "Each tuple in " + call.name() + " arguments should consist of two arrays");
    }
    Type value = ((ArrayType) tuple.elements().get(1)).element();
    boolean number =
        value instanceof IntegerType || value instanceof FloatType || value instanceof DecimalType;
    if (!number) {
      throw call.refuse(
          ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT,
          "Values to be summed are expected to be Numeric, Float or Decimal");
    }
    return new MapType(((ArrayType) tuple.elements().get(0)).element(), value);
  }

  private static Type sumOf(CallSite call, Type value) {
    if (value instanceof FloatType) {
      return FloatType.FLOAT64;
    }
    if (value instanceof BoolType) {
      return IntegerType.UINT64;
    }
    if (value.isNullable()) {
      throw call.refuse(
          ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT,
          "Values to be summed are expected to be Numeric, Float or Decimal");
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
