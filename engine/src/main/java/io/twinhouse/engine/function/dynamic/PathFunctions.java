// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.dynamic;

import io.twinhouse.engine.column.BytesColumn;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.function.BoundFunction;
import io.twinhouse.engine.function.Invocation;
import io.twinhouse.engine.function.define.Bound;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.function.define.FunctionFamily;
import io.twinhouse.engine.function.lane.BytesLane;
import io.twinhouse.engine.json.ObjectCells;
import io.twinhouse.engine.json.PathTypes;
import io.twinhouse.engine.json.column.SessionZone;
import io.twinhouse.engine.text.TextOutput;
import io.twinhouse.engine.text.TextStyle;
import io.twinhouse.engine.text.ValueWriter;
import io.twinhouse.engine.text.WriteOptions;
import io.twinhouse.engine.type.ArrayType;
import io.twinhouse.engine.type.DynamicType;
import io.twinhouse.engine.type.JsonType;
import io.twinhouse.engine.type.MapType;
import io.twinhouse.engine.type.StringType;
import io.twinhouse.engine.type.Type;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Which paths JSON values have. */
final class PathFunctions {

  private static final Type TEXTS = new ArrayType(StringType.INSTANCE);

  /** What stands for NULL where values are shown. */
  private static final byte[] NULL = "ᴺᵁᴸᴸ".getBytes(StandardCharsets.UTF_8);

  private PathFunctions() {}

  static FunctionFamily family() {
    return new FunctionFamily("JSON")
        .add("JSONAllPaths", call -> paths(call, true))
        .add("JSONAllPathsWithTypes", call -> types(call, true))
        .add("JSONAllValues", PathFunctions::values)
        .add("JSONDynamicPaths", call -> paths(apart(call), false))
        .add("JSONDynamicPathsWithTypes", call -> types(apart(call), false))
        .add("JSONSharedDataPaths", call -> none(call, TEXTS))
        .add(
            "JSONSharedDataPathsWithTypes",
            call -> none(call, new MapType(StringType.INSTANCE, StringType.INSTANCE)));
  }

  private static JsonType json(CallSite call) {
    if (!(call.arity(1).base(0) instanceof JsonType json)) {
      throw call.refuse(
          ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT,
          "Function "
              + call.name()
              + " requires argument with type JSON, got: "
              + call.type(0).name());
    }
    return json;
  }

  /** Which paths the server keeps apart is known where it keeps all, as by default. */
  private static CallSite apart(CallSite call) {
    JsonType type = json(call);
    if (type.maxPaths() < JsonType.DEFAULT_PATHS) {
      throw call.notImplemented(type.name());
    }
    return call;
  }

  /** What values have beside the paths that are kept apart: nothing, as long as those suffice. */
  private static BoundFunction none(CallSite call, Type result) {
    JsonType type = json(apart(call));
    return Bound.of(
        result,
        invocation ->
            collect(invocation, type, false, ColumnBuilder.of(result), (path, found, out) -> {}));
  }

  private static BoundFunction paths(CallSite call, boolean all) {
    JsonType json = json(call);
    Type type = new ArrayType(StringType.INSTANCE);
    return Bound.of(
        type,
        invocation ->
            collect(
                invocation,
                json,
                all,
                ColumnBuilder.of(type),
                (path, found, out) -> out.elements().appendBytes(path, 0, path.length)));
  }

  /** The texts of all values, in the order of their paths. */
  private static BoundFunction values(CallSite call) {
    JsonType json = json(call);
    WriteOptions options = WriteOptions.of(call.context().zone());
    return Bound.of(
        TEXTS,
        invocation -> {
          Column objects = invocation.argument(0).flatten();
          SessionZone.require(objects, json, call.context().zone());
          ObjectCells cells = new ObjectCells(json);
          ValueTexts texts = new ValueTexts(options);
          ColumnBuilder out = ColumnBuilder.of(TEXTS);
          BytesLane lane = BytesLane.of(objects);
          for (int row = 0; row < invocation.rows(); row++) {
            cells.read(lane.data(), lane.start(row), lane.end(row));
            SortedMap<byte[], byte[]> found = new TreeMap<>(Arrays::compareUnsigned);
            cells.dynamic().forEach((path, value) -> found.put(path, texts.ofDynamic(value)));
            cells
                .declared()
                .forEach(
                    (path, value) -> {
                      Type type = Objects.requireNonNull(json.declared().get(path));
                      byte[] name = path.getBytes(StandardCharsets.UTF_8);
                      found.put(name, value.isNull(0) ? NULL : texts.of(value, type));
                    });
            found.values().forEach(text -> out.elements().appendBytes(text, 0, text.length));
            out.endRow();
          }
          return out.build();
        });
  }

  /** Writes values as their texts. One thread. */
  private static final class ValueTexts {
    private final WriteOptions options;
    private final ValueWriter dynamic;
    private final Map<Type, ValueWriter> writers = new HashMap<>();
    private final TextOutput text = new TextOutput();

    ValueTexts(WriteOptions options) {
      this.options = options;
      dynamic = ValueWriter.of(DynamicType.INSTANCE, TextStyle.RAW, options);
    }

    byte[] ofDynamic(byte[] value) {
      return write(BytesColumn.of(value, new int[] {0, value.length}, 1, null), dynamic);
    }

    byte[] of(Column value, Type type) {
      return write(
          value, writers.computeIfAbsent(type, t -> ValueWriter.of(t, TextStyle.RAW, options)));
    }

    private byte[] write(Column value, ValueWriter writer) {
      text.reset();
      writer.write(value, 0, text);
      return text.toBytes();
    }
  }

  private static BoundFunction types(CallSite call, boolean all) {
    JsonType json = json(call);
    Type type = new MapType(StringType.INSTANCE, StringType.INSTANCE);
    return Bound.of(
        type,
        invocation ->
            collect(invocation, json, all, ColumnBuilder.of(type), PathFunctions::addEntry));
  }

  private static void addEntry(byte[] path, String found, ColumnBuilder out) {
    ColumnBuilder entry = out.elements();
    byte[] type = JsonTypes.shown(found).getBytes(StandardCharsets.UTF_8);
    entry.element(0).appendBytes(path, 0, path.length);
    entry.element(1).appendBytes(type, 0, type.length);
    entry.endRow();
  }

  /** Writes down one path. */
  private interface PathWriter {
    void write(byte[] path, String type, ColumnBuilder out);
  }

  private static Column collect(
      Invocation call, JsonType type, boolean all, ColumnBuilder out, PathWriter writer) {
    BytesLane objects = BytesLane.of(call.argument(0));
    PathTypes paths = new PathTypes(type, all);
    Set<ByteBuffer> met = new HashSet<>();
    for (int row = 0; row < call.rows(); row++) {
      paths.forEach(
          objects.data(),
          objects.start(row),
          objects.end(row),
          (path, found) -> {
            if (!all && met.add(ByteBuffer.wrap(path)) && met.size() > type.maxPaths()) {
              throw new TwinhouseException(
                  ErrorCode.NOT_IMPLEMENTED,
                  "Which of more than " + type.maxPaths() + " paths are kept apart is not known");
            }
            writer.write(path, found, out);
          });
      out.endRow();
    }
    return out.build();
  }
}
