// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.time;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.column.ConstantColumn;
import io.twinhouse.engine.function.Argument;
import io.twinhouse.engine.function.BoundFunction;
import io.twinhouse.engine.function.ColumnInvocation;
import io.twinhouse.engine.function.Invocation;
import io.twinhouse.engine.function.convert.Conversion;
import io.twinhouse.engine.function.define.Binder;
import io.twinhouse.engine.function.define.Bound;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.function.lane.BytesLane;
import io.twinhouse.engine.text.ReadOptions;
import io.twinhouse.engine.text.TextStyle;
import io.twinhouse.engine.text.ValueReader;
import io.twinhouse.engine.type.DateTime64Type;
import io.twinhouse.engine.type.FixedStringType;
import io.twinhouse.engine.type.IntervalType.Unit;
import io.twinhouse.engine.type.Type;
import java.util.ArrayList;
import java.util.List;

/** Functions of times over texts that hold times: the text is read by best effort. */
final class TextTimes {

  private TextTimes() {}

  /** A text plus or minus units: a DateTime64 of as many digits as the unit needs. */
  static BoundFunction addition(
      CallSite call, int timeIndex, int countIndex, Unit unit, boolean minus) {
    if (call.base(timeIndex) instanceof FixedStringType) {
      throw call.illegal(timeIndex);
    }
    String zone = call.zone(2);
    Type type = new DateTime64Type(Math.max(3, IntervalUnit.precision(unit)), zone);
    return over(
        call,
        timeIndex,
        type,
        typed -> TimeAddition.bind(typed, timeIndex, countIndex, unit, minus));
  }

  /** The function that {@code binder} makes of the call with the text read as {@code type}. */
  static BoundFunction over(CallSite call, int index, Type type, Binder binder) {
    List<Argument> arguments = new ArrayList<>(call.arguments());
    Conversion reading = reading(call, type);
    arguments.set(index, Argument.of(type));
    BoundFunction function = binder.bind(new CallSite(call.name(), arguments, call.context()));
    return Bound.of(
        function.returnType(),
        invocation -> function.evaluate(replaced(invocation, index, reading)));
  }

  private static Invocation replaced(Invocation call, int index, Conversion reading) {
    Column[] columns = new Column[call.argumentCount()];
    for (int i = 0; i < columns.length; i++) {
      columns[i] = i == index ? reading.convert(call.argument(i)) : call.argument(i);
    }
    return new ColumnInvocation(columns, call.rows(), call.scratch());
  }

  private static Conversion reading(CallSite call, Type type) {
    return source -> {
      if (source instanceof ConstantColumn constant) {
        Column value = reading(call, type).convert(constant.value());
        return ConstantColumn.of(value, source.size());
      }
      ValueReader reader =
          ValueReader.of(type, TextStyle.RAW, ReadOptions.lenient(call.context().zone()));
      BytesLane lane = BytesLane.of(source);
      ColumnBuilder out = ColumnBuilder.of(type);
      for (int row = 0; row < source.size(); row++) {
        reader.readWhole(lane.data(), lane.start(row), lane.end(row), out);
      }
      return out.build();
    };
  }
}
