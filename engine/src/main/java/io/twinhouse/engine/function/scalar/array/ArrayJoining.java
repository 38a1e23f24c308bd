// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.array;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.function.BoundFunction;
import io.twinhouse.engine.function.FunctionTraits;
import io.twinhouse.engine.function.convert.Conversion;
import io.twinhouse.engine.function.define.Bound;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.function.define.FunctionFamily;
import io.twinhouse.engine.function.lane.LongLane;
import io.twinhouse.engine.function.nested.ArrayLane;
import io.twinhouse.engine.function.nested.ArrayWriter;
import io.twinhouse.engine.function.nested.ElementCast;
import io.twinhouse.engine.function.nested.ElementTypes;
import io.twinhouse.engine.type.ArrayType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.Type;
import io.twinhouse.engine.type.common.LeastSupertype;
import java.util.ArrayList;
import java.util.List;

/** Arrays that grow: by other arrays, by values, to a length. */
final class ArrayJoining {

  private ArrayJoining() {}

  static FunctionFamily family() {
    return new FunctionFamily("Arrays: joining")
        .add("arrayConcat", FunctionTraits::dropLowCardinality, ArrayJoining::concat)
        .add("arrayPushBack", ArrayLibrary::own, call -> push(call, false))
        .add("arrayPushFront", ArrayLibrary::own, call -> push(call, true))
        .add("arrayResize", ArrayLibrary::own, ArrayJoining::resize);
  }

  private static BoundFunction concat(CallSite call) {
    if (call.size() == 0) {
      throw call.refuse(
          ErrorCode.NUMBER_OF_ARGUMENTS_DOESNT_MATCH,
          "Function arrayConcat requires at least one argument");
    }
    List<Type> elements = new ArrayList<>();
    for (int i = 0; i < call.size(); i++) {
      elements.add(ElementTypes.ofArray(call, i));
    }
    Type common = LeastSupertype.of(elements);
    List<Conversion> casts =
        elements.stream().map(e -> ElementCast.ofArray(call, e, common)).toList();
    return Bound.of(
        LeastSupertype.of(call.types().stream().map(ElementTypes::plain).toList()),
        invocation -> {
          ArrayLane[] lanes = new ArrayLane[casts.size()];
          for (int i = 0; i < lanes.length; i++) {
            lanes[i] = ArrayLane.of(casts.get(i).convert(invocation.argument(i)));
          }
          ArrayWriter writer = ArrayWriter.of(invocation, common);
          for (int row = 0; row < invocation.rows(); row++) {
            for (ArrayLane lane : lanes) {
              writer.append(lane.elements(), lane.start(row), lane.length(row));
            }
            writer.endRow();
          }
          return writer.column();
        });
  }

  private static BoundFunction push(CallSite call, boolean front) {
    call.arity(2);
    if (ArrayLibrary.isNothing(call)) {
      return ArrayLibrary.nothing(call);
    }
    Type element = ElementTypes.ofArray(call, 0);
    Type value = ElementTypes.plain(call.type(1));
    Type common = LeastSupertype.of(List.of(element, value));
    Conversion toArray = ElementCast.ofArray(call, element, common);
    Conversion toElement = ElementCast.of(call, value, common);
    return Bound.of(
        new ArrayType(common),
        invocation -> {
          ArrayLane arrays = ArrayLane.of(toArray.convert(invocation.argument(0)));
          Column values = toElement.convert(invocation.argument(1));
          ArrayWriter writer = ArrayWriter.of(invocation, common);
          for (int row = 0; row < invocation.rows(); row++) {
            if (front) {
              writer.append(values, row, 1);
            }
            writer.append(arrays.elements(), arrays.start(row), arrays.length(row));
            if (!front) {
              writer.append(values, row, 1);
            }
            writer.endRow();
          }
          return writer.column();
        });
  }

  private static BoundFunction resize(CallSite call) {
    call.arity(2, 3);
    Type element = ElementTypes.ofArray(call, 0);
    if (!(call.type(1) instanceof IntegerType)) {
      throw call.refuse(
          ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT,
          "A value of illegal type was provided as 2nd argument 'size' to function"
              + " 'arrayResize'. Expected: Number, got: "
              + call.type(1).name());
    }
    call.integer(1);
    Type filler = call.size() == 3 ? ElementTypes.plain(call.type(2)) : element;
    Type common = LeastSupertype.of(List.of(element, filler));
    if (ElementTypes.isNothing(common)) {
      throw call.refuse(ErrorCode.NOT_IMPLEMENTED, "Cannot get value from Nothing.");
    }
    Conversion toArray = ElementCast.ofArray(call, element, common);
    Conversion toElement = ElementCast.of(call, filler, common);
    Column missing = missing(common);
    return Bound.of(
        call.size() == 2 ? ElementTypes.plain(call.type(0)) : new ArrayType(common),
        invocation -> {
          ArrayLane arrays = ArrayLane.of(toArray.convert(invocation.argument(0)));
          LongLane sizes = LongLane.of(invocation.argument(1));
          Column values =
              invocation.argumentCount() == 3
                  ? toElement.convert(invocation.argument(2))
                  : io.twinhouse.engine.column.ConstantColumn.of(missing, invocation.rows());
          ArrayWriter writer = ArrayWriter.of(invocation, common);
          for (int row = 0; row < invocation.rows(); row++) {
            resizeRow(call, arrays, row, sizes.at(row), values, writer);
          }
          return writer.column();
        });
  }

  private static Column missing(Type type) {
    ColumnBuilder builder = ColumnBuilder.of(type);
    builder.appendAbsent(type);
    return builder.build();
  }

  /** A negative size keeps the end and fills in front. */
  private static void resizeRow(
      CallSite call, ArrayLane arrays, int row, long size, Column values, ArrayWriter writer) {
    long wanted = Math.abs(size);
    if (wanted > 1 << 30) {
      throw call.refuse(ErrorCode.TOO_LARGE_ARRAY_SIZE, "Too large array size: " + size);
    }
    int kept = (int) Math.min(wanted, arrays.length(row));
    int missing = (int) wanted - kept;
    if (size >= 0) {
      writer.append(arrays.elements(), arrays.start(row), kept);
    }
    for (int i = 0; i < missing; i++) {
      writer.append(values, row, 1);
    }
    if (size < 0) {
      writer.append(arrays.elements(), arrays.end(row) - kept, kept);
    }
    writer.endRow();
  }
}
