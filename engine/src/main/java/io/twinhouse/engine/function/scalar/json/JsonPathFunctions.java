// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.json;

import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.function.BoundFunction;
import io.twinhouse.engine.function.Invocation;
import io.twinhouse.engine.function.define.Bound;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.function.define.FunctionFamily;
import io.twinhouse.engine.text.TextOutput;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.StringType;

/** JSON_VALUE, JSON_QUERY and JSON_EXISTS. */
final class JsonPathFunctions {

  private JsonPathFunctions() {}

  static FunctionFamily family() {
    return new FunctionFamily("JSON")
        .add("JSON_VALUE", call -> text(call, JsonPathFunctions::scalar))
        .add("JSON_QUERY", call -> text(call, JsonPathFunctions::all))
        .add("JSON_EXISTS", JsonPathFunctions::exists);
  }

  /** What one document says. */
  private interface Answer {
    void write(JsonPath path, JsonLocator document, JsonCompactor compactor, TextOutput out);
  }

  private static String path(CallSite call) {
    if (call.size() > 2) {
      throw call.notImplemented("more than two arguments");
    }
    if (call.size() != 2) {
      throw call.refuse(
          ErrorCode.TOO_FEW_ARGUMENTS_FOR_FUNCTION,
          "Function " + call.name() + " requires 2 arguments");
    }
    if (!(call.base(0) instanceof StringType)) {
      throw call.illegal(0);
    }
    String path = call.constantText(1);
    JsonPath.parse(path); // so that a wrong one is refused at once
    return path;
  }

  private static BoundFunction text(CallSite call, Answer answer) {
    String text = path(call);
    return Bound.total(
        StringType.INSTANCE,
        invocation -> {
          JsonPath path = JsonPath.parse(text);
          JsonCompactor compactor = new JsonCompactor();
          TextOutput written = new TextOutput();
          BytesBuffer out = invocation.scratch().bytes();
          new JsonSearch(0, false)
              .visit(
                  invocation,
                  (row, found, document) -> {
                    written.reset();
                    if (found) {
                      answer.write(path, document, compactor, written);
                    }
                    out.append(written.data(), 0, written.length());
                  });
          return out.toColumn(null);
        });
  }

  /** The first value that is neither array nor object, a text without its quotes. */
  private static void scalar(
      JsonPath path, JsonLocator document, JsonCompactor compactor, TextOutput out) {
    byte[] data = document.data;
    path.visit(
        data,
        document.valueFrom,
        document.valueTo,
        (from, to) -> {
          if (data[from] == '{' || data[from] == '[') {
            return true;
          }
          if (data[from] == 'n') {
            out.put("null");
          } else {
            compactor.writeText(data, from, to, out);
          }
          return false;
        });
  }

  /** All values between brackets, nothing if there are none. */
  private static void all(
      JsonPath path, JsonLocator document, JsonCompactor compactor, TextOutput out) {
    byte[] data = document.data;
    path.visit(
        data,
        document.valueFrom,
        document.valueTo,
        (from, to) -> {
          out.put(out.length() == 0 ? "[" : ", ");
          compactor.write(data, from, to, out);
          return true;
        });
    if (out.length() > 0) {
      out.put(']');
    }
  }

  private static BoundFunction exists(CallSite call) {
    String text = path(call);
    return Bound.total(IntegerType.UINT8, invocation -> exists(JsonPath.parse(text), invocation));
  }

  private static LongColumn exists(JsonPath path, Invocation invocation) {
    long[] answers = invocation.scratch().longs(invocation.rows());
    new JsonSearch(0, false)
        .visit(
            invocation,
            (row, found, document) -> {
              answers[row] = 0;
              if (found) {
                path.visit(
                    document.data,
                    document.valueFrom,
                    document.valueTo,
                    (from, to) -> {
                      answers[row] = 1;
                      return false;
                    });
              }
            });
    return LongColumn.of(answers, invocation.rows(), null);
  }
}
