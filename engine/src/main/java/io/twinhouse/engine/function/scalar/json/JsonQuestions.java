// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.json;

import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.function.BoundFunction;
import io.twinhouse.engine.function.FunctionTraits;
import io.twinhouse.engine.function.Invocation;
import io.twinhouse.engine.function.define.Bound;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.function.define.FunctionFamily;
import io.twinhouse.engine.text.TextOutput;
import io.twinhouse.engine.text.TextStyle;
import io.twinhouse.engine.text.ValueWriter;
import io.twinhouse.engine.text.WriteOptions;
import io.twinhouse.engine.type.EnumType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.JsonType;
import io.twinhouse.engine.type.StringType;
import io.twinhouse.engine.type.Type;
import java.util.Map;

/** What can be asked of JSON besides its values: is it any, what kind, how long, which key. */
final class JsonQuestions {

  private static final EnumType KINDS =
      new EnumType(
          8,
          Map.of(
              0, "Null", 34, "String", 91, "Array", 98, "Bool", 100, "Double", 105, "Int64", 117,
              "UInt64", 123, "Object"));

  private JsonQuestions() {}

  static FunctionFamily family() {
    return new FunctionFamily("JSON: questions")
        .add("isValidJSON", FunctionTraits::dropLowCardinality, JsonQuestions::isValid)
        .add(
            "JSONHas",
            FunctionTraits::dropLowCardinality,
            call -> ask(call, IntegerType.UINT8, (found, value) -> found ? 1 : 0))
        .add(
            "JSONLength",
            FunctionTraits::dropLowCardinality,
            call -> ask(call, IntegerType.UINT64, JsonQuestions::length))
        .add(
            "JSONType",
            FunctionTraits::dropLowCardinality,
            call -> ask(call, KINDS, JsonQuestions::kind))
        .add("JSONKey", FunctionTraits::dropLowCardinality, JsonQuestions::key)
        .add(
            "JSONArrayLength",
            t -> t.withAliases("JSON_ARRAY_LENGTH").anyCase(),
            JsonQuestions::arrayLength)
        .add("toJSONString", JsonQuestions::toJson);
  }

  private static BoundFunction isValid(CallSite call) {
    JsonSearch.of(call.arity(1), 0, false);
    JsonSearch search = new JsonSearch(0, false);
    return Bound.total(
        IntegerType.UINT8,
        invocation -> {
          long[] answers = invocation.scratch().longs(invocation.rows());
          search.visit(invocation, (row, found, value) -> answers[row] = found ? 1 : 0);
          return LongColumn.of(answers, invocation.rows(), null);
        });
  }

  /** A number that answers a question about a value. */
  private interface Question {
    long answer(boolean found, JsonLocator value);
  }

  private static BoundFunction ask(CallSite call, Type type, Question question) {
    JsonSearch search = JsonSearch.of(call, 0, false);
    return Bound.total(
        type,
        invocation -> {
          long[] answers = invocation.scratch().longs(invocation.rows());
          search.visit(
              invocation, (row, found, value) -> answers[row] = question.answer(found, value));
          return LongColumn.of(answers, invocation.rows(), null);
        });
  }

  private static long length(boolean found, JsonLocator value) {
    if (!found || (value.data[value.valueFrom] != '{' && value.data[value.valueFrom] != '[')) {
      return 0;
    }
    long[] members = new long[1];
    new JsonContainers(false)
        .visit(
            value.data,
            value.valueFrom,
            value.valueTo,
            (n, m, from, to) -> {
              members[0]++;
              return true;
            });
    return members[0];
  }

  private static long kind(boolean found, JsonLocator value) {
    if (!found) {
      return 0;
    }
    byte[] data = value.data;
    int from = value.valueFrom;
    return switch (data[from]) {
      case '{', '[', '"' -> data[from];
      case 't', 'f' -> 'b';
      case 'n' -> 0;
      default -> {
        if (JsonNumbers.isFloat(data, from, value.valueTo)) {
          yield 'd';
        }
        boolean beyond = data[from] != '-' && JsonNumbers.toLong(data, from, value.valueTo) < 0;
        yield beyond ? 'u' : 'i';
      }
    };
  }

  private static BoundFunction key(CallSite call) {
    JsonSearch search = JsonSearch.of(call, 0, false);
    return Bound.total(
        StringType.INSTANCE,
        invocation -> {
          BytesBuffer out = invocation.scratch().bytes();
          TextOutput text = new TextOutput();
          search.visit(
              invocation,
              (row, found, value) -> {
                text.reset();
                if (found && value.nameTo > 0) {
                  JsonStrings.unescape(value.data, value.nameFrom, value.nameTo, text);
                }
                out.append(text.data(), 0, text.length());
              });
          return out.toColumn(null);
        });
  }

  private static BoundFunction arrayLength(CallSite call) {
    JsonSearch.of(call.arity(1), 0, false);
    JsonSearch search = new JsonSearch(0, false);
    return Bound.total(
        IntegerType.UINT64.toNullable(),
        invocation -> {
          long[] lengths = invocation.scratch().longs(invocation.rows());
          boolean[] nulls = invocation.scratch().flags(invocation.rows());
          search.visit(
              invocation,
              (row, found, value) -> {
                nulls[row] = !found || value.data[value.valueFrom] != '[';
                lengths[row] = nulls[row] ? 0 : length(true, value);
              });
          return LongColumn.of(lengths, invocation.rows(), nulls);
        });
  }

  private static BoundFunction toJson(CallSite call) {
    Type type = call.arity(1).type(0);
    WriteOptions options = call.context().writeOptions();
    if (type.base() instanceof JsonType) {
      options.refuseForJson();
    }
    return Bound.total(StringType.INSTANCE, invocation -> write(options, invocation, type));
  }

  private static Column write(WriteOptions options, Invocation invocation, Type type) {
    ValueWriter writer = ValueWriter.of(type, TextStyle.JSON, options);
    Column values = invocation.argument(0);
    TextOutput text = new TextOutput();
    BytesBuffer out = invocation.scratch().bytes();
    for (int row = 0; row < invocation.rows(); row++) {
      text.reset();
      writer.write(values, row, text);
      out.append(text.data(), 0, text.length());
    }
    return out.toColumn(null);
  }
}
