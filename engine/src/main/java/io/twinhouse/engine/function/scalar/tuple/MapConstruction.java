// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.tuple;

import io.twinhouse.engine.column.ArrayColumn;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.TupleColumn;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.function.BoundFunction;
import io.twinhouse.engine.function.Invocation;
import io.twinhouse.engine.function.convert.Conversion;
import io.twinhouse.engine.function.define.Bound;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.function.define.FunctionFamily;
import io.twinhouse.engine.function.nested.ArrayWriter;
import io.twinhouse.engine.function.nested.ElementCast;
import io.twinhouse.engine.function.nested.ElementSlices;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.type.ArrayType;
import io.twinhouse.engine.type.MapType;
import io.twinhouse.engine.type.NothingType;
import io.twinhouse.engine.type.TupleType;
import io.twinhouse.engine.type.Type;
import io.twinhouse.engine.type.common.LeastSupertype;
import java.util.ArrayList;
import java.util.List;

/** Maps of keys and values; a key may occur twice, as on the server. */
final class MapConstruction {

  private MapConstruction() {}

  static FunctionFamily family() {
    return new FunctionFamily("Maps: construction")
        .add("map", t -> t.ownNulls().ownLowCardinality(), MapConstruction::map)
        .add(
            "mapFromArrays",
            t -> t.literalNulls().ownLowCardinality().withAliases("MAP_FROM_ARRAYS").anyCase(),
            MapConstruction::fromArrays);
  }

  private static Type checkedKey(CallSite call, Type key) {
    if (key.isNullable()) {
      throw call.refuse(ErrorCode.BAD_ARGUMENTS, "Map cannot have a key of type " + key.name());
    }
    return key;
  }

  private static BoundFunction map(CallSite call) {
    if (call.size() % 2 != 0) {
      throw call.refuse(
          ErrorCode.NUMBER_OF_ARGUMENTS_DOESNT_MATCH,
          "Function map requires even number of arguments, but " + call.size() + " given");
    }
    List<Type> keys = new ArrayList<>();
    List<Type> values = new ArrayList<>();
    for (int i = 0; i < call.size(); i += 2) {
      keys.add(call.type(i));
      values.add(call.type(i + 1));
    }
    MapType type =
        new MapType(checkedKey(call, LeastSupertype.of(keys)), LeastSupertype.orVariant(values));
    List<Conversion> casts = new ArrayList<>();
    for (int i = 0; i < call.size(); i++) {
      casts.add(ElementCast.of(call, call.type(i), i % 2 == 0 ? type.key() : type.value()));
    }
    return Bound.of(type, invocation -> map(invocation, type, casts));
  }

  /** The keys and the values of a call's result. */
  private record Halves(ArrayWriter keys, ArrayWriter values) {
    static Halves of(MapType type, Reservation memory) {
      return new Halves(
          ArrayWriter.over(memory, type.key(), 0), ArrayWriter.over(memory, type.value(), 0));
    }
  }

  private static Column map(Invocation call, MapType type, List<Conversion> casts) {
    Halves halves = call.scratch().keep(Halves.class, memory -> Halves.of(type, memory));
    int rows = call.rows();
    halves.keys().reset(rows);
    halves.values().reset(rows);
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < casts.size(); i++) {
      columns.add(casts.get(i).convert(call.argument(i)));
    }
    for (int row = 0; row < rows; row++) {
      for (int i = 0; i < columns.size(); i += 2) {
        halves.keys().append(columns.get(i), row, 1);
        halves.values().append(columns.get(i + 1), row, 1);
      }
      halves.keys().endRow();
      halves.values().endRow();
    }
    ArrayColumn keys = halves.keys().column();
    Column values = halves.values().column().elements();
    int total = keys.offsets()[rows];
    return ArrayColumn.of(
        keys.offsets(), TupleColumn.of(List.of(keys.elements(), values), total), rows);
  }

  /** The elements of an array, or the pairs of a map. */
  private static Type elements(CallSite call, int index) {
    if (call.type(index) instanceof MapType map) {
      return TupleType.of(List.of(map.key(), map.value()));
    }
    if (!(call.type(index) instanceof ArrayType array)) {
      throw call.illegal(index);
    }
    return array.element();
  }

  private static BoundFunction fromArrays(CallSite call) {
    call.arity(2);
    Type key = elements(call, 0);
    if (key.isNullable() && key.withoutNullable() instanceof NothingType) {
      throw nullKey(call);
    }
    MapType type = new MapType(checkedKey(call, key.withoutNullable()), elements(call, 1));
    return Bound.of(type, invocation -> fromArrays(call, invocation));
  }

  private static TwinhouseException nullKey(CallSite call) {
    return call.refuse(
        ErrorCode.BAD_ARGUMENTS,
        "The nested column of first argument in function mapFromArrays must not contain NULLs");
  }

  private static Column fromArrays(CallSite site, Invocation call) {
    ArrayColumn keys = (ArrayColumn) call.flat(0);
    ArrayColumn values = (ArrayColumn) call.flat(1);
    int rows = call.rows();
    int[] offsets = call.scratch().ints(rows + 1);
    offsets[0] = 0;
    for (int row = 0; row < rows; row++) {
      if (keys.length(row) != values.length(row)) {
        throw site.refuse(
            ErrorCode.SIZES_OF_ARRAYS_DONT_MATCH,
            "Two arguments of function mapFromArrays must have equal sizes");
      }
      offsets[row + 1] = offsets[row] + keys.length(row);
    }
    int total = offsets[rows];
    for (int e = keys.offsets()[0]; e < keys.offsets()[rows]; e++) {
      if (keys.elements().isNull(e)) {
        throw nullKey(site);
      }
    }
    List<Column> halves =
        List.of(
            ElementSlices.slice(keys.elements(), keys.offsets()[0], total).withNulls(null),
            ElementSlices.slice(values.elements(), values.offsets()[0], total));
    return ArrayColumn.of(offsets, TupleColumn.of(halves, total), rows);
  }
}
