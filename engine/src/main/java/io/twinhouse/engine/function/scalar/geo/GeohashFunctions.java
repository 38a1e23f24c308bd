// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.geo;

import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.error.Checkpoint;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.function.BoundFunction;
import io.twinhouse.engine.function.define.Bound;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.function.define.DoubleRooms;
import io.twinhouse.engine.function.define.FunctionFamily;
import io.twinhouse.engine.function.define.RowKernels;
import io.twinhouse.engine.function.lane.BytesLane;
import io.twinhouse.engine.function.lane.DoubleLane;
import io.twinhouse.engine.function.lane.LongLane;
import io.twinhouse.engine.type.ArrayType;
import io.twinhouse.engine.type.FloatType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.StringType;
import io.twinhouse.engine.type.TupleType;
import io.twinhouse.engine.type.Type;
import java.util.List;

/** geohashEncode, geohashDecode and the geohashes that touch a box. */
final class GeohashFunctions {

  private static final long MOST = 10_000_000;

  private GeohashFunctions() {}

  static void addTo(FunctionFamily family) {
    family.add("geohashEncode", GeohashFunctions::encode);
    family.add("geohashDecode", GeohashFunctions::decode);
    family.add("geohashesInBox", GeohashFunctions::inBox);
  }

  private static BoundFunction encode(CallSite call) {
    call.arity(2, 3);
    Type longitude = number(call, 0);
    Type latitude = number(call, 1);
    if (call.size() == 3) {
      call.integer(2);
    }
    return Bound.total(
        StringType.INSTANCE,
        RowKernels.bytes(
            invocation -> {
              DoubleLane longitudes = DoubleLane.of(longitude, invocation.argument(0));
              DoubleLane latitudes = DoubleLane.of(latitude, invocation.argument(1));
              LongLane lengths = call.size() < 3 ? null : LongLane.of(invocation.argument(2));
              return (row, out) -> {
                int length = lengths == null ? 0 : (int) (lengths.at(row) & 0xFF);
                byte[] letters =
                    Geohash.encode(longitudes.at(row), latitudes.at(row), Geohash.length(length));
                out.write(letters, 0, letters.length);
              };
            }));
  }

  private static Type number(CallSite call, int index) {
    Type type = call.base(index);
    if (!(type instanceof FloatType)) {
      throw call.illegal(index);
    }
    return type;
  }

  private static BoundFunction decode(CallSite call) {
    call.arity(1).text(0);
    Type result =
        TupleType.named(
            List.of("longitude", "latitude"), List.of(FloatType.FLOAT64, FloatType.FLOAT64));
    return Bound.total(
        result,
        DoubleRooms.tuples(
            2,
            invocation -> {
              BytesLane lane = BytesLane.of(invocation.argument(0));
              return row -> Geohash.decode(lane.data(), lane.start(row), lane.end(row));
            }));
  }

  private static BoundFunction inBox(CallSite call) {
    call.arity(5);
    Type type = number(call, 0);
    for (int i = 1; i < 4; i++) {
      if (!number(call, i).equals(type)) {
        throw call.illegal();
      }
    }
    if (!call.base(4).equals(IntegerType.UINT8)) {
      throw call.illegal(4);
    }
    return Bound.of(
        new ArrayType(StringType.INSTANCE),
        RowKernels.texts(
            invocation -> {
              DoubleLane[] sides = new DoubleLane[4];
              for (int i = 0; i < sides.length; i++) {
                sides[i] = DoubleLane.of(type, invocation.argument(i));
              }
              LongLane lengths = LongLane.of(invocation.argument(4));
              return (row, out) ->
                  box(
                      new double[] {
                        sides[0].at(row), sides[1].at(row), sides[2].at(row), sides[3].at(row)
                      },
                      Geohash.length((int) lengths.at(row)),
                      out);
            }));
  }

  /**
   * @param sides west, south, east and north
   */
  private static void box(double[] sides, int length, BytesBuffer out) {
    boolean ordered = sides[2] >= sides[0] && sides[3] >= sides[1];
    if (!ordered) {
      return;
    }
    double width = Geohash.longitudes(length);
    double height = Geohash.latitudes(length);
    double west = Math.floor(clamped(sides[0], 180) / width) * width;
    double south = Math.floor(clamped(sides[1], 90) / height) * height;
    double east = Math.ceil(clamped(sides[2], 180) / width) * width;
    double north = Math.ceil(clamped(sides[3], 90) / height) * height;
    long columns = (long) ((east - west) / width);
    long lines = (long) ((north - south) / height);
    // Numbers of cells are kept in 32 bits, so that this product fits in 64.
    if (Long.compareUnsigned(columns * lines, MOST) > 0) {
      throw new TwinhouseException(
          ErrorCode.TOO_LARGE_ARRAY_SIZE,
          "geohashesInBox would produce "
              + Long.toUnsignedString(columns * lines)
              + " array elements, which is bigger than the allowed maximum of "
              + MOST);
    }
    if (columns * lines == 0) {
      add(west, south, length, out);
    }
    for (long i = 0; i < columns; i++) {
      Checkpoint.pass();
      for (long j = 0; j < lines; j++) {
        add(west + width * i, south + height * j, length, out);
      }
    }
  }

  private static double clamped(double degrees, double most) {
    return degrees < -most ? -most : Math.min(degrees, most);
  }

  private static void add(double longitude, double latitude, int length, BytesBuffer out) {
    byte[] letters = Geohash.encode(longitude, latitude, length);
    out.append(letters, 0, letters.length);
  }
}
