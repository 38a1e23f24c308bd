// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.json;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.column.ConstantColumn;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.function.BoundFunction;
import io.twinhouse.engine.function.Invocation;
import io.twinhouse.engine.function.define.Bound;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.function.define.FunctionFamily;
import io.twinhouse.engine.text.JsonText;
import io.twinhouse.engine.text.TextInput;
import io.twinhouse.engine.text.TextOutput;
import io.twinhouse.engine.text.TextStyle;
import io.twinhouse.engine.text.ValueWriter;
import io.twinhouse.engine.type.ArrayType;
import io.twinhouse.engine.type.EnumType;
import io.twinhouse.engine.type.FloatType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.StringType;
import io.twinhouse.engine.type.TupleType;
import io.twinhouse.engine.type.Type;
import io.twinhouse.engine.type.TypeParser;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/** JSONExtract and its kin. */
public final class JsonFunctions {

  private static final Type STRING = StringType.INSTANCE;
  private static final EnumType KINDS =
      new EnumType(
          8,
          Map.of(
              0, "Null", 34, "String", 91, "Array", 98, "Bool", 100, "Double", 105, "Int64", 117,
              "UInt64", 123, "Object"));

  private JsonFunctions() {}

  public static FunctionFamily family() {
    FunctionFamily family = new FunctionFamily("JSON");
    Type uint8 = IntegerType.UINT8;
    both(family, "JSONExtractString", STRING, JsonScalars::text);
    both(family, "JSONExtractRaw", STRING, JsonScalars::raw);
    both(
        family,
        "JSONExtractInt",
        IntegerType.INT64,
        () -> JsonScalars.integer(IntegerType.INT64, false));
    both(
        family,
        "JSONExtractUInt",
        IntegerType.UINT64,
        () -> JsonScalars.integer(IntegerType.UINT64, false));
    both(
        family,
        "JSONExtractFloat",
        FloatType.FLOAT64,
        () -> JsonScalars.floating(FloatType.FLOAT64, false));
    both(family, "JSONExtractBool", uint8, () -> JsonScalars.bool(false));
    both(family, "JSONExtractArrayRaw", new ArrayType(STRING), JsonFunctions::arrayRaw);
    both(family, "JSONExtractKeys", new ArrayType(STRING), JsonFunctions::keys);
    both(
        family,
        "JSONExtractKeysAndValuesRaw",
        new ArrayType(TupleType.of(List.of(STRING, STRING))),
        () -> pairs(JsonScalars.raw()));
    typed(family, "JSONExtract", type -> type, JsonValues::of);
    typed(
        family,
        "JSONExtractKeysAndValues",
        type -> new ArrayType(TupleType.of(List.of(STRING, type))),
        (type, zone) ->
            pairs(
                JsonValues.of(((TupleType) ((ArrayType) type).element()).elements().get(1), zone)));
    family.add("JSONHas", call -> steps(call, uint8, false, () -> exists()));
    family.add("JSONLength", call -> steps(call, IntegerType.UINT64, false, () -> length()));
    family.add("JSONType", call -> steps(call, KINDS, false, () -> kind()));
    family.add("JSONKey", JsonFunctions::key);
    family.add("isValidJSON", call -> steps(call.arity(1), uint8, false, () -> exists()));
    family.add("toJSONString", JsonFunctions::toJson);
    return family;
  }

  private static void both(
      FunctionFamily family, String name, Type type, Supplier<JsonValue> value) {
    family.add(name, call -> steps(call, type, false, value));
    family.add(name + "CaseInsensitive", call -> steps(call, type, true, value));
  }

  private static void typed(
      FunctionFamily family,
      String name,
      java.util.function.UnaryOperator<Type> result,
      BiFunction<Type, ZoneId, JsonValue> value) {
    for (boolean anyCase : new boolean[] {false, true}) {
      family.add(
          name + (anyCase ? "CaseInsensitive" : ""),
          call -> {
            Type type = result.apply(lastType(call));
            ZoneId zone = call.context().zone();
            int steps = call.size() - 2;
            JsonSteps.check(call, steps);
            JsonValues.check(type);
            return bind(type, steps, anyCase, () -> value.apply(type, zone));
          });
    }
  }

  private static Type lastType(CallSite call) {
    call.arity(2, Integer.MAX_VALUE);
    int last = call.size() - 1;
    if (!CallSite.isText(call.base(last)) || call.constant(last) == null) {
      throw call.refuse(
          ErrorCode.ILLEGAL_COLUMN,
          "The last argument of function "
              + call.name()
              + " should be a constant string specifying the returned data type, illegal value");
    }
    return TypeParser.parse(call.constantText(last));
  }

  private static BoundFunction steps(
      CallSite call, Type type, boolean anyCase, Supplier<JsonValue> value) {
    int steps = call.size() - 1;
    JsonSteps.check(call, steps);
    return bind(type, steps, anyCase, value);
  }

  private static Bound bind(Type type, int steps, boolean anyCase, Supplier<JsonValue> values) {
    return Bound.of(type, call -> extract(call, type, steps, anyCase, values.get()));
  }

  private static Column extract(
      Invocation call, Type type, int steps, boolean anyCase, JsonValue value) {
    JsonSteps path = JsonSteps.of(call, steps, anyCase);
    ColumnBuilder out = ColumnBuilder.of(type);
    for (int row = 0; row < call.rows(); row++) {
      TextInput element = path.find(row);
      if (element == null || !value.take(element, out)) {
        JsonValues.appendNothing(type, out);
      }
    }
    return out.build();
  }

  private static JsonValue exists() {
    return (in, out) -> {
      out.appendLong(1);
      return true;
    };
  }

  private static JsonValue length() {
    return (in, out) -> {
      out.appendLong(JsonDocument.count(in));
      return true;
    };
  }

  private static JsonValue kind() {
    return (in, out) -> {
      int first = in.peek();
      switch (first) {
        case 'n' -> out.appendLong(0);
        case 't', 'f' -> out.appendLong('b');
        case '"', '[', '{' -> out.appendLong(first);
        default -> {
          JsonNumber number = JsonNumber.read(in);
          if (number == null || number.whole() == null) {
            out.appendLong('d');
          } else {
            out.appendLong(number.whole().bitLength() < 64 ? 'i' : 'u');
          }
        }
      }
      return true;
    };
  }

  private static BoundFunction key(CallSite call) {
    int steps = call.size() - 1;
    JsonSteps.check(call, steps);
    return Bound.of(
        STRING,
        invocation -> {
          JsonSteps path = JsonSteps.of(invocation, steps, false);
          ColumnBuilder out = ColumnBuilder.of(STRING);
          for (int row = 0; row < invocation.rows(); row++) {
            boolean found = path.find(row) != null;
            TextOutput key = path.lastKey();
            out.appendBytes(key.data(), 0, found ? key.length() : 0);
          }
          return out.build();
        });
  }

  private static JsonValue arrayRaw() {
    JsonValue raw = JsonScalars.raw();
    return (in, out) -> {
      if (in.peek() != '[') {
        return false;
      }
      JsonDocument.enter(in);
      while (in.peek() != ']') {
        raw.take(in, out.elements());
        JsonDocument.pass(in, ',');
      }
      out.endRow();
      return true;
    };
  }

  private static JsonValue keys() {
    TextOutput key = new TextOutput();
    return (in, out) -> {
      if (in.peek() != '{') {
        return false;
      }
      JsonDocument.enter(in);
      while (in.peek() != '}') {
        JsonText.readString(in, key);
        out.elements().appendBytes(key.data(), 0, key.length());
        JsonDocument.pass(in, ':');
        JsonDocument.skip(in);
        JsonDocument.pass(in, ',');
      }
      out.endRow();
      return true;
    };
  }

  /** Members whose value has the wanted type, as pairs of key and value. */
  private static JsonValue pairs(JsonValue value) {
    TextOutput key = new TextOutput();
    return (in, out) -> {
      if (in.peek() != '{') {
        return false;
      }
      JsonDocument.enter(in);
      ColumnBuilder pairs = out.elements();
      while (in.peek() != '}') {
        JsonText.readString(in, key);
        JsonDocument.pass(in, ':');
        if (value.take(in, pairs.element(1))) {
          pairs.element(0).appendBytes(key.data(), 0, key.length());
          pairs.endRow();
        }
        JsonDocument.pass(in, ',');
      }
      out.endRow();
      return true;
    };
  }

  private static BoundFunction toJson(CallSite call) {
    Type type = call.arity(1).type(0);
    ZoneId zone = call.context().zone();
    return Bound.total(
        STRING,
        invocation -> {
          Column source = invocation.argument(0);
          Column once = source instanceof ConstantColumn constant ? constant.value() : source;
          ValueWriter writer = ValueWriter.of(type, TextStyle.JSON, zone);
          TextOutput text = new TextOutput();
          ColumnBuilder out = ColumnBuilder.of(STRING);
          for (int row = 0; row < once.size(); row++) {
            text.reset();
            writer.write(once, row, text);
            out.appendBytes(text.data(), 0, text.length());
          }
          Column result = out.build();
          return once == source ? result : ConstantColumn.of(result, invocation.rows());
        });
  }
}
