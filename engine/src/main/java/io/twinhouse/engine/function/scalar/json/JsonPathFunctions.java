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
import io.twinhouse.engine.type.NothingType;
import io.twinhouse.engine.type.StringType;
import io.twinhouse.engine.type.Type;

/** JSON_VALUE, JSON_QUERY and JSON_EXISTS. */
final class JsonPathFunctions {

  private JsonPathFunctions() {}

  static FunctionFamily family() {
    return new FunctionFamily("JSON")
        .add("JSON_VALUE", t -> t.ownNulls(), JsonPathFunctions::value)
        .add("JSON_QUERY", call -> text(call, JsonPathFunctions::all, false))
        .add("JSON_EXISTS", JsonPathFunctions::exists);
  }

  /** What one document says. */
  private interface Answer {
    /** Whether there is an answer. */
    boolean write(JsonPath path, JsonLocator document, JsonCompactor compactor, TextOutput out);
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

  /** The first value; settings say whether arrays and objects are, and NULL is for none. */
  private static BoundFunction value(CallSite call) {
    boolean nullable = isOn(call, "function_json_value_return_type_allow_nullable");
    boolean given = call.types().stream().anyMatch(Type::isNullable);
    for (int i = 0; i < call.size(); i++) {
      if (call.base(i) instanceof NothingType) {
        int nothing = i;
        return Bound.total(call.type(i), invocation -> invocation.argument(nothing));
      }
    }
    boolean complex = isOn(call, "function_json_value_return_type_allow_complex");
    BoundFunction found =
        text(call, (p, d, c, out) -> first(p, d, c, complex, out), nullable && !given);
    return given
        ? Bound.total(
            StringType.INSTANCE.toNullable(),
            invocation ->
                found.evaluate(invocation).withNulls(invocation.argument(0).flatten().nulls()))
        : found;
  }

  private static boolean isOn(CallSite call, String setting) {
    return "1".equals(call.context().settings().value(setting));
  }

  /**
   * Texts, one a row.
   *
   * @param nullable whether a row without an answer is NULL
   */
  private static BoundFunction text(CallSite call, Answer answer, boolean nullable) {
    String text = path(call);
    return Bound.total(
        nullable ? StringType.INSTANCE.toNullable() : StringType.INSTANCE,
        invocation -> {
          boolean[] none = invocation.scratch().flags(invocation.rows());
          JsonPath path = JsonPath.parse(text);
          JsonCompactor compactor = new JsonCompactor();
          TextOutput written = new TextOutput();
          BytesBuffer out = invocation.scratch().bytes();
          new JsonSearch(0, false)
              .visit(
                  invocation,
                  (row, found, document) -> {
                    written.reset();
                    none[row] = !found || !answer.write(path, document, compactor, written);
                    out.append(written.data(), 0, written.length());
                  });
          return out.toColumn(nullable ? none : null);
        });
  }

  /** The first value, a text without its quotes; arrays and objects do not count by default. */
  private static boolean first(
      JsonPath path,
      JsonLocator document,
      JsonCompactor compactor,
      boolean complex,
      TextOutput out) {
    byte[] data = document.data;
    boolean[] met = new boolean[1];
    path.visit(
        data,
        document.valueFrom,
        document.valueTo,
        (from, to) -> {
          boolean structure = data[from] == '{' || data[from] == '[';
          if (structure && !complex) {
            return true;
          }
          met[0] = true;
          if (structure) {
            compactor.write(data, from, to, out);
          } else if (data[from] == 'n') {
            out.put("null");
          } else {
            compactor.writeText(data, from, to, out);
          }
          return false;
        });
    return met[0];
  }

  /** All values between brackets, nothing if there are none. */
  private static boolean all(
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
    return out.length() > 0;
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
