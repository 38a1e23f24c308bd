// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.array;

import io.twinhouse.engine.column.ArrayColumn;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.column.ConstantColumn;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.function.BoundFunction;
import io.twinhouse.engine.function.FunctionTraits;
import io.twinhouse.engine.function.Invocation;
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
import io.twinhouse.engine.type.DateTimeType;
import io.twinhouse.engine.type.DateType;
import io.twinhouse.engine.type.FloatType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.Lane;
import io.twinhouse.engine.type.StringType;
import io.twinhouse.engine.type.Type;
import io.twinhouse.engine.type.common.LeastSupertype;
import java.util.List;

/** Functions that make arrays of values. */
final class ArrayConstruction {

  private ArrayConstruction() {}

  static FunctionFamily family() {
    FunctionFamily family =
        new FunctionFamily("Arrays: construction")
            .add("array", t -> t.ownNulls().ownLowCardinality(), ArrayConstruction::array)
            .add("range", FunctionTraits::dropLowCardinality, Ranges::bind)
            .add("arrayWithConstant", ArrayLibrary::own, ArrayConstruction::withConstant)
            .add("replicate", t -> t.ownNulls().ownLowCardinality(), ArrayConstruction::replicate)
            .add(
                "emptyArrayToSingle",
                FunctionTraits::dropLowCardinality,
                ArrayConstruction::emptyToSingle);
    for (int bits = 8; bits <= 64; bits *= 2) {
      empty(family, "UInt" + bits, new IntegerType(bits, false));
      empty(family, "Int" + bits, new IntegerType(bits, true));
    }
    empty(family, "Float32", FloatType.FLOAT32);
    empty(family, "Float64", FloatType.FLOAT64);
    empty(family, "String", StringType.INSTANCE);
    empty(family, "Date", DateType.DATE);
    empty(family, "DateTime", new DateTimeType(null));
    return family;
  }

  private static void empty(FunctionFamily family, String suffix, Type element) {
    family.add(
        "emptyArray" + suffix,
        t -> t.notFolded(),
        call -> {
          call.arity(0);
          ColumnBuilder builder = ColumnBuilder.of(new ArrayType(element));
          builder.endRow();
          Column empty = builder.build();
          return Bound.total(
              new ArrayType(element), invocation -> ConstantColumn.of(empty, invocation.rows()));
        });
  }

  private static BoundFunction array(CallSite call) {
    Type element = LeastSupertype.orVariant(call.types());
    int width = call.size();
    Conversion[] casts = new Conversion[width];
    for (int i = 0; i < width; i++) {
      casts[i] = ElementCast.of(call, call.type(i), element);
    }
    return Bound.of(
        new ArrayType(element),
        invocation -> {
          Column[] columns = new Column[width];
          for (int i = 0; i < width; i++) {
            columns[i] = casts[i].convert(invocation.argument(i));
          }
          return element.lane() == Lane.LONG && !element.isNullable()
              ? ofLongs(invocation, columns)
              : ofAny(invocation, element, columns);
        });
  }

  private static Column ofLongs(Invocation call, Column[] columns) {
    int width = columns.length;
    int rows = call.rows();
    long[] elements = call.scratch().longs(Math.multiplyExact(rows, width));
    int[] offsets = call.scratch().ints(rows + 1);
    for (int i = 0; i < width; i++) {
      LongLane lane = LongLane.of(columns[i]);
      for (int row = 0; row < rows; row++) {
        elements[row * width + i] = lane.at(row);
      }
    }
    for (int row = 0; row <= rows; row++) {
      offsets[row] = row * width;
    }
    return ArrayColumn.of(offsets, LongColumn.of(elements, rows * width, null), rows);
  }

  private static Column ofAny(Invocation call, Type element, Column[] columns) {
    ArrayWriter writer = ArrayWriter.of(call, element);
    for (int row = 0; row < call.rows(); row++) {
      for (Column column : columns) {
        writer.append(column, row, 1);
      }
      writer.endRow();
    }
    return writer.column();
  }

  private static BoundFunction withConstant(CallSite call) {
    call.arity(2);
    boolean whole = call.base(0) instanceof IntegerType && call.base(0).lane() == Lane.LONG;
    if (!whole || call.type(0).isNullable()) {
      throw call.illegal(0);
    }
    Type element = ElementTypes.plain(call.type(1));
    return Bound.of(
        new ArrayType(element),
        invocation -> {
          LongLane counts = LongLane.of(invocation.argument(0));
          ArrayWriter writer = ArrayWriter.of(invocation, element);
          for (int row = 0; row < invocation.rows(); row++) {
            long count = counts.at(row);
            if (count < 0 || count > Integer.MAX_VALUE - 16) {
              throw call.refuse(
                  ErrorCode.TOO_LARGE_ARRAY_SIZE, "Array size " + count + " cannot be negative");
            }
            for (int i = 0; i < count; i++) {
              writer.append(invocation.argument(1), row, 1);
            }
            writer.endRow();
          }
          return writer.column();
        });
  }

  private static BoundFunction replicate(CallSite call) {
    call.arity(2, Integer.MAX_VALUE);
    Type element = call.type(0);
    for (int i = 1; i < call.size(); i++) {
      ElementTypes.ofArray(call, i);
    }
    return Bound.total(
        new ArrayType(element),
        invocation -> {
          ArrayLane like = ArrayLane.of(invocation.argument(1));
          ArrayWriter writer = ArrayWriter.of(invocation, element);
          for (int row = 0; row < invocation.rows(); row++) {
            for (int i = 0; i < like.length(row); i++) {
              writer.append(invocation.argument(0), row, 1);
            }
            writer.endRow();
          }
          return writer.column();
        });
  }

  private static BoundFunction emptyToSingle(CallSite call) {
    Type element = ElementTypes.ofArray(call.arity(1), 0);
    if (ElementTypes.isNothing(element)) {
      throw call.refuse(ErrorCode.NOT_IMPLEMENTED, "Cannot get value from Nothing.");
    }
    ColumnBuilder builder = ColumnBuilder.of(element);
    builder.appendAbsent(element);
    List<Column> single = List.of(builder.build());
    return Bound.total(
        ElementTypes.plain(call.type(0)),
        invocation -> {
          ArrayLane arrays = ArrayLane.of(invocation.argument(0));
          ArrayWriter writer = ArrayWriter.of(invocation, element);
          for (int row = 0; row < invocation.rows(); row++) {
            if (arrays.length(row) == 0) {
              writer.append(single.get(0), 0, 1);
            } else {
              writer.append(arrays.elements(), arrays.start(row), arrays.length(row));
            }
            writer.endRow();
          }
          return writer.column();
        });
  }
}
