// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.tuple;

import io.twinhouse.engine.column.ArrayColumn;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ConstantColumn;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.column.TupleColumn;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.function.BoundFunction;
import io.twinhouse.engine.function.Invocation;
import io.twinhouse.engine.function.convert.Conversion;
import io.twinhouse.engine.function.define.Bound;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.function.define.FunctionFamily;
import io.twinhouse.engine.function.nested.ArrayLane;
import io.twinhouse.engine.function.nested.ArrayWriter;
import io.twinhouse.engine.function.nested.ElementCast;
import io.twinhouse.engine.function.nested.ElementMatch;
import io.twinhouse.engine.function.nested.ElementTypes;
import io.twinhouse.engine.type.ArrayType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.MapType;
import io.twinhouse.engine.type.Type;
import io.twinhouse.engine.type.common.LeastSupertype;
import java.util.ArrayList;
import java.util.List;

/** Keys and values of maps, membership, and maps joined to others. */
final class MapParts {

  private MapParts() {}

  static FunctionFamily family() {
    return new FunctionFamily("Maps")
        .add("mapKeys", t -> t.literalNulls().dropLowCardinality(), call -> half(call, 0))
        .add("mapValues", t -> t.literalNulls().dropLowCardinality(), call -> half(call, 1))
        .add(
            "mapContainsKey",
            t -> t.ownNulls().ownLowCardinality().withAliases("mapContains"),
            call -> contains(call, 0))
        .add("mapContainsValue", TupleLibrary::own, call -> contains(call, 1))
        .add("mapConcat", t -> t.literalNulls().dropLowCardinality(), MapParts::concat)
        .add("mapUpdate", t -> t.literalNulls().dropLowCardinality(), MapParts::update);
  }

  static MapType mapAt(CallSite call, int index) {
    if (ElementTypes.plain(call.type(index)) instanceof MapType map) {
      return map;
    }
    throw call.refuse(
        ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT,
        "Function " + call.name() + " requires at least one argument of type Map");
  }

  private static Type typeOf(MapType map, int half) {
    return half == 0 ? map.key() : map.value();
  }

  private static BoundFunction half(CallSite call, int half) {
    Type element = typeOf(mapAt(call.arity(1), 0), half);
    return Bound.total(
        new ArrayType(element),
        invocation -> {
          ArrayColumn map = (ArrayColumn) invocation.flat(0);
          TupleColumn entries = (TupleColumn) map.elements();
          return ArrayColumn.of(map.offsets(), entries.elements().get(half), map.size());
        });
  }

  private static BoundFunction contains(CallSite call, int half) {
    Type element = typeOf(mapAt(call.arity(2), 0), half);
    ElementMatch match = ElementMatch.converting(call, element, call.type(1));
    if (half == 0 && ElementMatch.overlooks(call, call.type(0))) {
      return Bound.total(
          IntegerType.UINT8, invocation -> ConstantColumn.of(LongColumn.of(0), invocation.rows()));
    }
    return Bound.of(
        IntegerType.UINT8,
        invocation -> {
          ArrayLane maps = ArrayLane.of(invocation.argument(0));
          Column column = ((TupleColumn) maps.elements()).elements().get(half);
          ElementMatch.Finder finder = match.over(column, invocation.argument(1));
          long[] answers = invocation.scratch().longs(invocation.rows());
          for (int row = 0; row < invocation.rows(); row++) {
            answers[row] = finder.find(maps.start(row), maps.end(row), row) < 0 ? 0 : 1;
          }
          return LongColumn.of(answers, invocation.rows(), null);
        });
  }

  private static BoundFunction concat(CallSite call) {
    if (call.size() == 0) {
      throw call.refuse(
          ErrorCode.NUMBER_OF_ARGUMENTS_DOESNT_MATCH,
          "Function mapConcat requires at least one argument, passed 0");
    }
    List<Type> types = new ArrayList<>();
    for (int i = 0; i < call.size(); i++) {
      types.add(mapAt(call, i));
    }
    MapType type = (MapType) LeastSupertype.of(types);
    List<Conversion> casts = types.stream().map(t -> ElementCast.of(call, t, type)).toList();
    return Bound.of(
        type,
        invocation -> {
          ArrayWriter writer = ArrayWriter.of(invocation, type.entry());
          ArrayLane[] maps = new ArrayLane[invocation.argumentCount()];
          for (int i = 0; i < maps.length; i++) {
            maps[i] = ArrayLane.of(casts.get(i).convert(invocation.argument(i)));
          }
          for (int row = 0; row < invocation.rows(); row++) {
            for (ArrayLane map : maps) {
              writer.append(map.elements(), map.start(row), map.length(row));
            }
            writer.endRow();
          }
          return writer.column();
        });
  }

  private static BoundFunction update(CallSite call) {
    MapType type = mapAt(call.arity(2), 0);
    if (!mapAt(call, 1).equals(type)) {
      throw call.refuse(
          ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT,
          "The Key And Value type of Map for function mapUpdate must be the same");
    }
    ElementMatch match = ElementMatch.of(call, type.key(), type.key());
    return Bound.total(type, invocation -> update(invocation, type, match));
  }

  /** Entries that only the first map has, then all of the second one. */
  private static Column update(Invocation call, MapType type, ElementMatch match) {
    ArrayWriter writer = ArrayWriter.of(call, type.entry());
    ArrayLane old = ArrayLane.of(call.argument(0));
    ArrayLane fresh = ArrayLane.of(call.argument(1));
    Column oldKeys = ((TupleColumn) old.elements()).elements().get(0);
    Column freshKeys = ((TupleColumn) fresh.elements()).elements().get(0);
    ElementMatch.Finder inFresh = match.over(freshKeys, oldKeys);
    for (int row = 0; row < call.rows(); row++) {
      for (int e = old.start(row); e < old.end(row); e++) {
        if (inFresh.find(fresh.start(row), fresh.end(row), e) < 0) {
          writer.append(old.elements(), e, 1);
        }
      }
      writer.append(fresh.elements(), fresh.start(row), fresh.length(row));
      writer.endRow();
    }
    return writer.column();
  }
}
