// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.json;

import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.column.DoubleColumn;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.function.BoundFunction;
import io.twinhouse.engine.function.FunctionTraits;
import io.twinhouse.engine.function.Invocation;
import io.twinhouse.engine.function.define.Binder;
import io.twinhouse.engine.function.define.Bound;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.function.define.FunctionFamily;
import io.twinhouse.engine.text.TextOutput;
import io.twinhouse.engine.type.ArrayType;
import io.twinhouse.engine.type.FloatType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.StringType;
import io.twinhouse.engine.type.TupleType;
import io.twinhouse.engine.type.Type;
import io.twinhouse.engine.type.TypeParser;
import java.util.List;

/** The JSONExtract functions: values at a path, as text, as numbers, as any type. */
final class JsonExtraction {

  private JsonExtraction() {}

  /** Binds a function for one way of matching keys. */
  private interface CaseBinder {
    BoundFunction bind(CallSite call, boolean ignoreCase);
  }

  static FunctionFamily family() {
    FunctionFamily family = new FunctionFamily("JSON: extraction");
    add(family, "JSONExtractString", JsonExtraction::string);
    add(family, "JSONExtractRaw", (call, any) -> texts(call, any, JsonExtraction::raw));
    add(family, "JSONExtractInt", (call, any) -> integer(call, any, IntegerType.INT64));
    add(family, "JSONExtractUInt", (call, any) -> integer(call, any, IntegerType.UINT64));
    add(family, "JSONExtractFloat", JsonExtraction::floating);
    add(family, "JSONExtractBool", JsonExtraction::bool);
    add(family, "JSONExtract", JsonExtraction::typed);
    add(family, "JSONExtractArrayRaw", JsonExtraction::arrayRaw);
    add(family, "JSONExtractKeys", JsonExtraction::keys);
    add(family, "JSONExtractKeysAndValues", JsonExtraction::keysAndValues);
    add(family, "JSONExtractKeysAndValuesRaw", JsonExtraction::keysAndValuesRaw);
    return family;
  }

  private static void add(FunctionFamily family, String name, CaseBinder binder) {
    Binder exact = call -> binder.bind(call, false);
    family.add(name, FunctionTraits::dropLowCardinality, exact);
    family.add(
        name + "CaseInsensitive",
        FunctionTraits::dropLowCardinality,
        call -> binder.bind(call, true));
  }

  /** What a call site keeps to write text. */
  private record Texts(JsonCompactor compactor, TextOutput text) {
    static Texts of(Invocation call) {
      return call.scratch()
          .keep(Texts.class, memory -> new Texts(new JsonCompactor(), new TextOutput()));
    }
  }

  /** Most values are strings without escapes: copied straight from the document. */
  private static BoundFunction string(CallSite call, boolean ignoreCase) {
    JsonSearch search = JsonSearch.of(call, 0, ignoreCase);
    return Bound.total(
        StringType.INSTANCE,
        invocation -> {
          Texts texts = Texts.of(invocation);
          BytesBuffer out = invocation.scratch().bytes();
          search.visit(
              invocation,
              (row, found, value) -> {
                int from = value.valueFrom;
                int to = value.valueTo;
                if (!found) {
                  out.endRow();
                } else if (value.data[from] == '"'
                    && !JsonStrings.hasEscape(value.data, from, to)) {
                  out.append(value.data, from + 1, to - from - 2);
                } else {
                  TextOutput text = texts.text();
                  text.reset();
                  texts.compactor().writeText(value.data, from, to, text);
                  out.append(text.data(), 0, text.length());
                }
              });
          return out.toColumn(null);
        });
  }

  /** Writes the text of a value that was found. */
  private interface Writer {
    void write(Texts texts, JsonLocator value);
  }

  private static void raw(Texts texts, JsonLocator value) {
    texts.compactor().write(value.data, value.valueFrom, value.valueTo, texts.text());
  }

  private static BoundFunction texts(CallSite call, boolean ignoreCase, Writer writer) {
    JsonSearch search = JsonSearch.of(call, 0, ignoreCase);
    return Bound.total(
        StringType.INSTANCE,
        invocation -> {
          Texts texts = Texts.of(invocation);
          BytesBuffer out = invocation.scratch().bytes();
          search.visit(
              invocation,
              (row, found, value) -> {
                texts.text().reset();
                if (found) {
                  writer.write(texts, value);
                }
                out.append(texts.text().data(), 0, texts.text().length());
              });
          return out.toColumn(null);
        });
  }

  private static BoundFunction integer(CallSite call, boolean ignoreCase, IntegerType type) {
    JsonSearch search = JsonSearch.of(call, 0, ignoreCase);
    return Bound.total(
        type,
        invocation -> {
          JsonReader slow = Typed.of(invocation, call, type, false).reader();
          long[] values = invocation.scratch().longs(invocation.rows());
          search.visit(
              invocation,
              (row, found, value) -> values[row] = found ? integer(value, type, slow) : 0);
          return LongColumn.of(values, invocation.rows(), null);
        });
  }

  private static long integer(JsonLocator value, IntegerType type, JsonReader slow) {
    byte[] data = value.data;
    int from = value.valueFrom;
    int to = value.valueTo;
    boolean digit = data[from] >= '0' && data[from] <= '9';
    if (digit && to - from < 19 && !JsonNumbers.isFloat(data, from, to)) {
      return JsonNumbers.toLong(data, from, to);
    }
    if (data[from] == 't' || data[from] == 'f') {
      return 0;
    }
    ColumnBuilder builder = ColumnBuilder.of(type);
    slow.readOrDefault(data, from, to, false, builder);
    return ((LongColumn) builder.build()).values()[0];
  }

  private static BoundFunction floating(CallSite call, boolean ignoreCase) {
    JsonSearch search = JsonSearch.of(call, 0, ignoreCase);
    return Bound.total(
        FloatType.FLOAT64,
        invocation -> {
          JsonReader texts = Typed.of(invocation, call, FloatType.FLOAT64, false).reader();
          double[] values = invocation.scratch().doubles(invocation.rows());
          search.visit(
              invocation, (row, found, value) -> values[row] = found ? number(value, texts) : 0);
          return DoubleColumn.of(values, invocation.rows(), null);
        });
  }

  private static double number(JsonLocator value, JsonReader texts) {
    byte[] data = value.data;
    int from = value.valueFrom;
    int to = value.valueTo;
    switch (data[from]) {
      case '{', '[', 'n', 't', 'f' -> {
        return 0;
      }
      case '"' -> {
        ColumnBuilder builder = ColumnBuilder.of(FloatType.FLOAT64);
        texts.readOrDefault(data, from, to, false, builder);
        return ((DoubleColumn) builder.build()).values()[0];
      }
      default -> {
        return JsonNumbers.toDouble(data, from, to);
      }
    }
  }

  private static BoundFunction bool(CallSite call, boolean ignoreCase) {
    JsonSearch search = JsonSearch.of(call, 0, ignoreCase);
    return Bound.total(
        IntegerType.UINT8,
        invocation -> {
          long[] values = invocation.scratch().longs(invocation.rows());
          search.visit(
              invocation, (row, found, value) -> values[row] = found && isTrue(value) ? 1 : 0);
          return LongColumn.of(values, invocation.rows(), null);
        });
  }

  private static boolean isTrue(JsonLocator value) {
    byte[] data = value.data;
    int from = value.valueFrom;
    int to = value.valueTo;
    return switch (data[from]) {
      case 't' -> true;
      case 'f', '{', '[', 'n', '"' -> false;
      default -> !JsonNumbers.isFloat(data, from, to) && JsonNumbers.toLong(data, from, to) != 0;
    };
  }

  private static Type typeArgument(CallSite call) {
    int last = call.size() - 1;
    if (!(call.base(last) instanceof StringType) || call.constant(last) == null) {
      throw call.refuse(
          ErrorCode.ILLEGAL_COLUMN,
          "The last argument of function "
              + call.name()
              + " should be a constant string specifying the return data type, illegal value: "
              + call.type(last).name());
    }
    return TypeParser.parse(call.constantText(last));
  }

  /** The reader of a call site; it keeps buffers, so that each site has its own. */
  private record Typed(JsonReader reader, JsonContainers containers) {
    static Typed of(Invocation invocation, CallSite call, Type type, boolean ignoreCase) {
      return invocation
          .scratch()
          .keep(
              Typed.class,
              memory ->
                  new Typed(
                      new JsonReaders(call.name(), call.context().zone(), ignoreCase).of(type),
                      new JsonContainers(ignoreCase)));
    }
  }

  private static BoundFunction typed(CallSite call, boolean ignoreCase) {
    JsonSearch search = JsonSearch.of(call, 1, ignoreCase);
    Type type = typeArgument(call);
    new JsonReaders(call.name(), call.context().zone(), ignoreCase).of(type);
    return Bound.of(
        type,
        invocation -> {
          JsonReader reader = Typed.of(invocation, call, type, ignoreCase).reader();
          ColumnBuilder out = ColumnBuilder.of(type);
          boolean nullable = type.isNullable();
          search.visit(
              invocation,
              (row, found, value) -> {
                if (found) {
                  reader.readOrDefault(value.data, value.valueFrom, value.valueTo, nullable, out);
                } else if (nullable) {
                  out.appendNull();
                } else {
                  out.appendDefault();
                }
              });
          return out.build();
        });
  }

  /** Appends what a found container holds as the elements of one array. */
  private interface Collector {
    void collect(Typed typed, Texts texts, JsonLocator value, ColumnBuilder elements);
  }

  private static BoundFunction collect(
      CallSite call, JsonSearch search, Type read, Type element, Collector collector) {
    Type type = new ArrayType(element);
    boolean ignoreCase = search.ignoreCase();
    return Bound.of(
        type, invocation -> collect(invocation, search, type, collector, call, read, ignoreCase));
  }

  private static Column collect(
      Invocation invocation,
      JsonSearch search,
      Type type,
      Collector collector,
      CallSite call,
      Type read,
      boolean ignoreCase) {
    Typed typed = Typed.of(invocation, call, read, ignoreCase);
    Texts texts = Texts.of(invocation);
    ColumnBuilder out = ColumnBuilder.of(type);
    search.visit(
        invocation,
        (row, found, value) -> {
          if (found) {
            collector.collect(typed, texts, value, out.elements());
          }
          out.endRow();
        });
    return out.build();
  }

  private static void appendRaw(Texts texts, byte[] data, int from, int to, ColumnBuilder out) {
    texts.text().reset();
    texts.compactor().write(data, from, to, texts.text());
    out.appendBytes(texts.text().data(), 0, texts.text().length());
  }

  private static BoundFunction arrayRaw(CallSite call, boolean ignoreCase) {
    JsonSearch search = JsonSearch.of(call, 0, ignoreCase);
    return collect(
        call,
        search,
        StringType.INSTANCE,
        StringType.INSTANCE,
        (typed, texts, value, out) -> {
          if (value.data[value.valueFrom] == '[') {
            members(typed, value, (n, m, from, to) -> appendRaw(texts, value.data, from, to, out));
          }
        });
  }

  /** Sees a member of a container. */
  private interface Member {
    void see(int nameFrom, int nameTo, int from, int to);
  }

  private static void members(Typed typed, JsonLocator value, Member member) {
    typed
        .containers()
        .visit(
            value.data,
            value.valueFrom,
            value.valueTo,
            (nameFrom, nameTo, from, to) -> {
              member.see(nameFrom, nameTo, from, to);
              return true;
            });
  }

  private static boolean isObject(JsonLocator value) {
    return value.data[value.valueFrom] == '{';
  }

  private static BoundFunction keys(CallSite call, boolean ignoreCase) {
    JsonSearch search = JsonSearch.of(call, 0, ignoreCase);
    return collect(
        call,
        search,
        StringType.INSTANCE,
        StringType.INSTANCE,
        (typed, texts, value, out) -> {
          if (isObject(value)) {
            members(
                typed,
                value,
                (nameFrom, nameTo, from, to) ->
                    typed.containers().appendName(value.data, nameFrom, nameTo, out));
          }
        });
  }

  private static BoundFunction keysAndValues(CallSite call, boolean ignoreCase) {
    JsonSearch search = JsonSearch.of(call, 1, ignoreCase);
    Type type = typeArgument(call);
    new JsonReaders(call.name(), call.context().zone(), ignoreCase).of(type);
    return collect(
        call,
        search,
        type,
        TupleType.of(List.of(StringType.INSTANCE, type)),
        (typed, texts, value, out) -> {
          if (isObject(value)) {
            members(
                typed,
                value,
                (nameFrom, nameTo, from, to) -> {
                  if (typed.reader().read(value.data, from, to, out.element(1))) {
                    typed.containers().appendName(value.data, nameFrom, nameTo, out.element(0));
                    out.endRow();
                  }
                });
          }
        });
  }

  private static BoundFunction keysAndValuesRaw(CallSite call, boolean ignoreCase) {
    JsonSearch search = JsonSearch.of(call, 0, ignoreCase);
    return collect(
        call,
        search,
        StringType.INSTANCE,
        TupleType.of(List.of(StringType.INSTANCE, StringType.INSTANCE)),
        (typed, texts, value, out) -> {
          if (isObject(value)) {
            members(
                typed,
                value,
                (nameFrom, nameTo, from, to) -> {
                  typed.containers().appendName(value.data, nameFrom, nameTo, out.element(0));
                  appendRaw(texts, value.data, from, to, out.element(1));
                  out.endRow();
                });
          }
        });
  }
}
