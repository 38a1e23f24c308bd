// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.other;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.function.BoundFunction;
import io.twinhouse.engine.function.define.Bound;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.function.define.FunctionFamily;
import io.twinhouse.engine.function.define.RowKernels;
import io.twinhouse.engine.function.lane.LongLane;
import io.twinhouse.engine.type.BoolType;
import io.twinhouse.engine.type.DecimalType;
import io.twinhouse.engine.type.FloatType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.Lane;
import io.twinhouse.engine.type.LowCardinalityType;
import io.twinhouse.engine.type.NothingType;
import io.twinhouse.engine.type.StringType;
import io.twinhouse.engine.type.Type;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** errorCodeToName: the name that the server gives an error number, empty for those without one. */
final class ErrorNames {

  private static final byte[] UNNAMED = {};

  private ErrorNames() {}

  static void addTo(FunctionFamily family) {
    family.add("errorCodeToName", t -> t.ownNulls().dropLowCardinality(), ErrorNames::bind);
  }

  private static BoundFunction bind(CallSite call) {
    Type type = call.arity(1).base(0);
    boolean whole =
        type instanceof BoolType || (type instanceof IntegerType && type.lane() == Lane.LONG);
    if (!whole) {
      if (type instanceof NothingType
          || type instanceof IntegerType
          || type instanceof FloatType
          || type instanceof DecimalType) {
        throw call.notImplemented(type.name() + "; cast it to Int32");
      }
      throw call.refuse(
          ErrorCode.BAD_ARGUMENTS,
          "The argument of function errorCodeToName must have simple numeric type, possibly"
              + " Nullable");
    }
    return Bound.total(
        new LowCardinalityType(StringType.INSTANCE),
        RowKernels.bytes(
            invocation -> {
              Column codes = invocation.flat(0);
              LongLane lane = LongLane.of(codes);
              return (row, out) -> {
                int code = codes.isNull(row) ? 0 : (int) lane.at(row);
                byte[] name = Known.NAMES.getOrDefault(code, UNNAMED);
                out.write(name, 0, name.length);
              };
            }));
  }

  /** Read when the first query asks. */
  private static final class Known {

    private static final Map<Integer, byte[]> NAMES = read();

    private static Map<Integer, byte[]> read() {
      try (InputStream in =
          Objects.requireNonNull(ErrorNames.class.getResourceAsStream("error-names.tsv"))) {
        Map<Integer, byte[]> names = new HashMap<>();
        new String(in.readAllBytes(), StandardCharsets.UTF_8)
            .lines()
            .filter(line -> !line.startsWith("#"))
            .map(line -> line.split("\t"))
            .forEach(
                parts ->
                    names.put(
                        Integer.valueOf(parts[0]), parts[1].getBytes(StandardCharsets.UTF_8)));
        return names;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
