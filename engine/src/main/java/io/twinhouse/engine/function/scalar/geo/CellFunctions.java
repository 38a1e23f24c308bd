// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.geo;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.function.BoundFunction;
import io.twinhouse.engine.function.define.Bound;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.function.define.FunctionFamily;
import io.twinhouse.engine.function.define.Kernel;
import io.twinhouse.engine.function.define.RowKernels;
import io.twinhouse.engine.function.define.RowKernels.LongRun;
import io.twinhouse.engine.function.lane.BytesLane;
import io.twinhouse.engine.function.lane.LongLane;
import io.twinhouse.engine.type.ArrayType;
import io.twinhouse.engine.type.FloatType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.StringType;
import io.twinhouse.engine.type.Type;
import java.nio.charset.StandardCharsets;
import java.util.function.IntToLongFunction;
import java.util.function.LongUnaryOperator;

/** Functions of the hexagonal grid H3 that need its indexes alone, no place on the globe. */
final class CellFunctions {

  private static final Type CELLS = new ArrayType(IntegerType.UINT64);
  private static final long MOST_CHILDREN = 1L << 30;
  private static final int SIDES = 6;

  private CellFunctions() {}

  static void addTo(FunctionFamily family) {
    index(family, "h3IsValid", IntegerType.UINT8, h -> CellIndex.isCell(h) ? 1 : 0);
    index(
        family, "h3UnidirectionalEdgeIsValid", IntegerType.UINT8, h -> CellIndex.isEdge(h) ? 1 : 0);
    cell(family, "h3GetResolution", CellIndex::resolution);
    cell(family, "h3GetBaseCell", CellIndex::baseCell);
    cell(family, "h3IsResClassIII", h -> CellIndex.resolution(h) & 1);
    cell(family, "h3IsPentagon", h -> CellIndex.isPentagon(h) ? 1 : 0);
    index(
        family,
        "h3GetOriginIndexFromUnidirectionalEdge",
        IntegerType.UINT64,
        CellFunctions::origin);
    family.add("h3ToParent", call -> related(call, CellIndex::parent));
    family.add("h3ToCenterChild", call -> related(call, CellIndex::centerChild));
    family.add("h3ToChildren", CellFunctions::children);
    family.add("h3GetUnidirectionalEdgesFromHexagon", CellFunctions::edges);
    family.add("h3ToString", CellFunctions::toText);
    family.add("stringToH3", CellFunctions::ofText);
    family.add("h3NumHexagons", CellFunctions::count);
    family.add("h3GetRes0Indexes", CellFunctions::baseCells);
    family.add("h3GetPentagonIndexes", CellFunctions::pentagons);
    measure(family, "h3HexAreaM2", CellMeasures.areasInMetres());
    measure(family, "h3HexAreaKm2", CellMeasures.areasInKilometres());
    measure(family, "h3EdgeLengthM", CellMeasures.edgesInMetres());
    measure(family, "h3EdgeLengthKm", CellMeasures.edgesInKilometres());
    measure(family, "h3EdgeAngle", CellMeasures.edgeAngles());
  }

  private static CallSite unsigned(CallSite call, int index, IntegerType wanted) {
    if (!call.base(index).equals(wanted)) {
      throw call.refuse(
          ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT,
          "Illegal type "
              + call.type(index).name()
              + " of argument "
              + (index + 1)
              + " of function "
              + call.name()
              + ". Must be "
              + wanted.name());
    }
    return call;
  }

  private static void index(
      FunctionFamily family, String name, Type result, LongUnaryOperator operator) {
    family.add(
        name,
        call -> {
          unsigned(call.arity(1), 0, IntegerType.UINT64);
          return Bound.of(
              result,
              RowKernels.longs(
                  invocation -> {
                    LongLane cells = LongLane.of(invocation.argument(0));
                    return row -> operator.applyAsLong(cells.at(row));
                  }));
        });
  }

  private static void cell(FunctionFamily family, String name, LongUnaryOperator operator) {
    index(
        family, name, IntegerType.UINT8, cell -> operator.applyAsLong(CellIndex.requireCell(cell)));
  }

  private static long origin(long edge) {
    if (!CellIndex.isEdge(edge)) {
      throw new TwinhouseException(
          ErrorCode.INCORRECT_DATA,
          "Invalid H3 directed edge index: " + Long.toUnsignedString(edge));
    }
    return CellIndex.origin(edge);
  }

  private static int resolution(CallSite call, long value) {
    if (value > CellIndex.FINEST) {
      throw call.refuse(
          ErrorCode.ARGUMENT_OUT_OF_BOUND,
          "The argument 'resolution' ("
              + value
              + ") of function "
              + call.name()
              + " is out of bounds because the maximum resolution in H3 library is 15");
    }
    return (int) value;
  }

  /** A cell of another resolution. */
  private interface Related {
    long of(long cell, int resolution);
  }

  private static CallSite cellAndResolution(CallSite call) {
    unsigned(call.arity(2), 0, IntegerType.UINT64);
    return unsigned(call, 1, IntegerType.UINT8);
  }

  private static BoundFunction related(CallSite call, Related related) {
    cellAndResolution(call);
    return Bound.of(
        IntegerType.UINT64,
        RowKernels.longs(
            invocation -> {
              LongLane cells = LongLane.of(invocation.argument(0));
              LongLane resolutions = LongLane.of(invocation.argument(1));
              return row -> {
                int resolution = resolution(call, resolutions.at(row));
                return related.of(CellIndex.requireCell(cells.at(row)), resolution);
              };
            }));
  }

  private static BoundFunction children(CallSite call) {
    cellAndResolution(call);
    return Bound.of(
        CELLS,
        RowKernels.longArrays(
            invocation -> {
              LongLane cells = LongLane.of(invocation.argument(0));
              LongLane resolutions = LongLane.of(invocation.argument(1));
              return (row, out) -> {
                int resolution = resolution(call, resolutions.at(row));
                long cell = CellIndex.requireCell(cells.at(row));
                long count = CellIndex.childCount(cell, resolution);
                if (count + out.size() > MOST_CHILDREN) {
                  throw call.refuse(
                      ErrorCode.TOO_LARGE_ARRAY_SIZE,
                      "The result of function "
                          + call.name()
                          + " (array of "
                          + count
                          + " elements) will be too large with resolution argument = "
                          + resolution);
                }
                if (count > 0) {
                  CellIndex.addChildren(cell, resolution, out);
                }
              };
            }));
  }

  private static BoundFunction edges(CallSite call) {
    unsigned(call.arity(1), 0, IntegerType.UINT64);
    return Bound.of(
        CELLS,
        RowKernels.longArrays(
            invocation -> {
              LongLane cells = LongLane.of(invocation.argument(0));
              return (row, out) -> {
                long cell = CellIndex.requireCell(cells.at(row));
                for (int side = 1; side <= SIDES; side++) {
                  out.add(CellIndex.edge(cell, side));
                }
              };
            }));
  }

  private static TwinhouseException invalid(CallSite call, String index) {
    return call.refuse(
        ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT,
        "Invalid H3 index: " + index + " in function " + call.name());
  }

  private static BoundFunction toText(CallSite call) {
    unsigned(call.arity(1), 0, IntegerType.UINT64);
    return Bound.of(
        StringType.INSTANCE,
        RowKernels.bytes(
            invocation -> {
              LongLane cells = LongLane.of(invocation.argument(0));
              return (row, out) -> {
                long cell = cells.at(row);
                if (!CellIndex.isCell(cell)) {
                  throw invalid(call, Long.toUnsignedString(cell));
                }
                byte[] text = Long.toHexString(cell).getBytes(StandardCharsets.ISO_8859_1);
                out.write(text, 0, text.length);
              };
            }));
  }

  private static BoundFunction ofText(CallSite call) {
    if (!CallSite.isText(call.arity(1).base(0))) {
      throw call.illegal(0);
    }
    return Bound.of(
        IntegerType.UINT64,
        RowKernels.longs(
            invocation -> {
              BytesLane texts = BytesLane.of(invocation.argument(0));
              return row -> {
                long cell = hexadecimal(texts.latin1(row));
                if (cell == 0) {
                  throw invalid(call, texts.string(row));
                }
                return cell;
              };
            }));
  }

  /** The number that a text begins with, as C reads it: 0 for none, the greatest for greater. */
  private static long hexadecimal(String text) {
    int at = 0;
    while (at < text.length() && " \t\n\r\f\u000b".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    boolean minus = at < text.length() && text.charAt(at) == '-';
    at += at < text.length() && (minus || text.charAt(at) == '+') ? 1 : 0;
    at += text.regionMatches(true, at, "0x", 0, 2) ? 2 : 0;
    long value = 0;
    for (; at < text.length(); at++) {
      int digit = text.charAt(at) < 128 ? Character.digit(text.charAt(at), 16) : -1;
      if (digit < 0) {
        break;
      }
      if (value >>> 60 != 0) {
        return -1;
      }
      value = value << 4 | digit;
    }
    return minus ? -value : value;
  }

  private static BoundFunction byResolution(CallSite call, Type type, Kernel kernel) {
    unsigned(call, 0, IntegerType.UINT8);
    return Bound.of(type, kernel);
  }

  private static BoundFunction count(CallSite call) {
    return byResolution(
        call.arity(1),
        new IntegerType(64, true),
        RowKernels.longs(
            invocation -> {
              LongLane resolutions = LongLane.of(invocation.argument(0));
              return row -> cells(resolution(call, resolutions.at(row)));
            }));
  }

  private static long cells(int resolution) {
    long cells = 120;
    for (int r = 0; r < resolution; r++) {
      cells *= 7;
    }
    return cells + 2;
  }

  private static void measure(FunctionFamily family, String name, double[] byResolution) {
    family.add(
        name,
        call ->
            byResolution(
                call.arity(1),
                FloatType.FLOAT64,
                RowKernels.doubles(
                    invocation -> {
                      LongLane resolutions = LongLane.of(invocation.argument(0));
                      return row -> byResolution[resolution(call, resolutions.at(row))];
                    })));
  }

  private static BoundFunction baseCells(CallSite call) {
    call.arity(0);
    return Bound.total(
        CELLS,
        RowKernels.longArrays(
            invocation ->
                (row, out) -> {
                  addAll(CellIndex.BASE_CELLS, i -> CellIndex.center(i, 0), out);
                }));
  }

  private static BoundFunction pentagons(CallSite call) {
    int[] pentagons = CellIndex.pentagons();
    return byResolution(
        call.arity(1),
        CELLS,
        RowKernels.longArrays(
            invocation -> {
              LongLane resolutions = LongLane.of(invocation.argument(0));
              return (row, out) -> {
                int resolution = resolution(call, resolutions.at(row));
                addAll(pentagons.length, i -> CellIndex.center(pentagons[i], resolution), out);
              };
            }));
  }

  private static void addAll(int count, IntToLongFunction cells, LongRun out) {
    for (int i = 0; i < count; i++) {
      out.add(cells.applyAsLong(i));
    }
  }
}
