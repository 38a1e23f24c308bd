// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.dynamic;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.function.BoundFunction;
import io.twinhouse.engine.function.Invocation;
import io.twinhouse.engine.function.define.Bound;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.function.define.FunctionFamily;
import io.twinhouse.engine.function.lane.BytesLane;
import io.twinhouse.engine.json.PathTypes;
import io.twinhouse.engine.type.ArrayType;
import io.twinhouse.engine.type.JsonType;
import io.twinhouse.engine.type.MapType;
import io.twinhouse.engine.type.StringType;
import io.twinhouse.engine.type.Type;
import java.nio.charset.StandardCharsets;

/** Which paths JSON values have. */
final class PathFunctions {

  private PathFunctions() {}

  static FunctionFamily family() {
    return new FunctionFamily("JSON")
        .add("JSONAllPaths", PathFunctions::paths)
        .add("JSONAllPathsWithTypes", PathFunctions::types);
  }

  private static CallSite json(CallSite call) {
    if (!(call.arity(1).base(0) instanceof JsonType)) {
      throw call.refuse(
          ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT,
          "Function "
              + call.name()
              + " requires argument with type JSON, got: "
              + call.type(0).name());
    }
    return call;
  }

  private static BoundFunction paths(CallSite call) {
    json(call);
    Type type = new ArrayType(StringType.INSTANCE);
    return Bound.of(
        type,
        invocation ->
            collect(
                invocation,
                ColumnBuilder.of(type),
                (path, found, out) -> out.elements().appendBytes(path, 0, path.length)));
  }

  private static BoundFunction types(CallSite call) {
    json(call);
    Type type = new MapType(StringType.INSTANCE, StringType.INSTANCE);
    return Bound.of(
        type, invocation -> collect(invocation, ColumnBuilder.of(type), PathFunctions::addEntry));
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

  private static Column collect(Invocation call, ColumnBuilder out, PathWriter writer) {
    BytesLane objects = BytesLane.of(call.argument(0));
    PathTypes paths = new PathTypes();
    for (int row = 0; row < call.rows(); row++) {
      paths.forEach(
          objects.data(),
          objects.start(row),
          objects.end(row),
          (path, type) -> writer.write(path, type, out));
      out.endRow();
    }
    return out.build();
  }
}
