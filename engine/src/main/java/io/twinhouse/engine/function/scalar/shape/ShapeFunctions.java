// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.shape;

import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.DoubleColumn;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.function.BoundFunction;
import io.twinhouse.engine.function.FunctionTraits;
import io.twinhouse.engine.function.Invocation;
import io.twinhouse.engine.function.define.Bound;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.function.define.FunctionFamily;
import io.twinhouse.engine.function.lane.BytesLane;
import io.twinhouse.engine.type.FloatType;
import io.twinhouse.engine.type.StringType;
import io.twinhouse.engine.type.Type;
import java.nio.charset.StandardCharsets;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Functions of geometric values. */
public final class ShapeFunctions {

  /** What no setting goes beyond. */
  private static final long MOST_ELEMENTS = 100_000_000;

  private ShapeFunctions() {}

  public static FunctionFamily family() {
    FunctionFamily family = new FunctionFamily("Geometric shapes");
    text(family, "Point", ShapeKind.POINT, "ST_PointFromWKB");
    text(family, "LineString", ShapeKind.LINE, "ST_LineFromWKB");
    text(family, "MultiLineString", ShapeKind.LINES, "ST_MLineFromWKB");
    text(family, "Polygon", ShapeKind.POLYGON, "ST_PolyFromWKB");
    text(family, "MultiPolygon", ShapeKind.POLYGONS, "ST_MPolyFromWKB");
    UnaryOperator<FunctionTraits> plain = FunctionTraits::dropLowCardinality;
    family.add("readWKTRing", plain, call -> ofText(call, ShapeKind.RING));
    family.add("readWKT", t -> plain.apply(t).withAliases("readWkt"), ShapeFunctions::ofAnyText);
    family.add("readWKB", t -> plain.apply(t).withAliases("readWkb"), ShapeFunctions::ofAnyBinary);
    family.add("wkt", FunctionTraits::anyCase, ShapeFunctions::toText);
    family.add("wkb", FunctionTraits::anyCase, ShapeFunctions::toBinary);
    family.add("svg", FunctionTraits::anyCase, ShapeFunctions::draw);
    family.add("flipCoordinates", FlippedCoordinates::bind);
    family.add("areaCartesian", call -> measured(call, FlatMeasures::area));
    family.add("perimeterCartesian", call -> measured(call, FlatMeasures::perimeter));
    family.add("polygonAreaCartesian", call -> ofPolygon(call, FlatMeasures::area));
    family.add("polygonPerimeterCartesian", call -> ofPolygon(call, FlatMeasures::perimeter));
    family.add("polygonConvexHullCartesian", ShapeFunctions::hull);
    RegionFunctions.addTo(family);
    return family;
  }

  private static void text(FunctionFamily family, String name, ShapeKind kind, String alias) {
    UnaryOperator<FunctionTraits> plain = FunctionTraits::dropLowCardinality;
    family.add("readWKT" + name, plain, call -> ofText(call, kind));
    family.add(
        "readWKB" + name, t -> plain.apply(t).withAliases(alias), call -> ofBinary(call, kind));
  }

  private static CallSite string(CallSite call) {
    if (!(call.arity(1).base(0) instanceof StringType)) {
      throw call.refuse(ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT, "First argument should be String");
    }
    return call;
  }

  private static BoundFunction ofText(CallSite call, ShapeKind kind) {
    string(call);
    return Bound.of(
        kind.type(),
        ShapeWriter.kernel(
            kind.type(),
            invocation -> {
              BytesLane texts = BytesLane.of(invocation.argument(0));
              return row -> WellKnownText.read(kind, texts.string(row));
            }));
  }

  private static BoundFunction ofAnyText(CallSite call) {
    string(call);
    return Bound.of(
        Type.Geo.GEOMETRY,
        ShapeWriter.kernel(
            Type.Geo.GEOMETRY,
            invocation -> {
              BytesLane texts = BytesLane.of(invocation.argument(0));
              return row -> {
                String text = texts.string(row);
                return WellKnownText.read(WellKnownText.kind(text), text);
              };
            }));
  }

  private static ShapeWriter.Rows binaries(CallSite site, Invocation call) {
    long set = Long.parseUnsignedLong(site.context().settings().value("max_wkb_geometry_elements"));
    long most = set <= 0 || set > MOST_ELEMENTS ? MOST_ELEMENTS : set;
    BytesLane values = BytesLane.of(call.argument(0));
    return row -> WellKnownBinary.read(values.data(), values.start(row), values.length(row), most);
  }

  private static BoundFunction ofBinary(CallSite call, ShapeKind kind) {
    string(call);
    return Bound.of(
        kind.type(),
        ShapeWriter.kernel(
            kind.type(),
            invocation -> {
              ShapeWriter.Rows rows = binaries(call, invocation);
              return row -> {
                Shape shape = rows.at(row);
                if (shape == null || shape.kind() != kind) {
                  throw new TwinhouseException(
                      ErrorCode.BAD_ARGUMENTS,
                      "Function " + call.name() + ": expected geometry type " + kind.type().name());
                }
                return shape;
              };
            }));
  }

  private static BoundFunction ofAnyBinary(CallSite call) {
    string(call);
    return Bound.of(
        Type.Geo.GEOMETRY,
        ShapeWriter.kernel(Type.Geo.GEOMETRY, invocation -> binaries(call, invocation)));
  }

  static boolean isGeometry(CallSite call) {
    return call.base(0).equals(Type.Geo.GEOMETRY);
  }

  /** Refuses an argument that is of no geometric type. */
  private static CallSite shape(CallSite call) {
    if (!isGeometry(call) && ShapeKind.of(call.base(0)) == null) {
      throw call.refuse(ErrorCode.BAD_ARGUMENTS, "Unknown geometry type " + call.type(0).name());
    }
    return call;
  }

  private static Type orNull(CallSite call, Type type) {
    return isGeometry(call) ? type.toNullable() : type;
  }

  /** What is written of one shape. */
  private interface Written {
    void write(Shape shape, int row, BytesBuffer out);
  }

  private static Column written(CallSite call, Invocation invocation, Written written) {
    ShapeReader shapes = ShapeReader.of(call.base(0), invocation.argument(0));
    BytesBuffer out = invocation.scratch().bytes();
    boolean[] nulls = isGeometry(call) ? new boolean[invocation.rows()] : null;
    for (int row = 0; row < invocation.rows(); row++) {
      Shape shape = shapes.at(row);
      if (shape != null) {
        written.write(shape, row, out);
      } else if (nulls != null) {
        nulls[row] = true;
      }
      out.endRow();
    }
    return out.toColumn(nulls);
  }

  private static BoundFunction toText(CallSite call) {
    shape(call.arity(1));
    return Bound.of(
        orNull(call, StringType.INSTANCE),
        invocation ->
            written(
                call,
                invocation,
                (shape, row, out) -> put(WellKnownText.write(FlatMeasures.finite(shape)), out)));
  }

  private static void put(String text, BytesBuffer out) {
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    out.write(bytes, 0, bytes.length);
  }

  private static BoundFunction toBinary(CallSite call) {
    ShapeKind named = ShapeKind.named(call.arity(1).base(0).name());
    if (!isGeometry(call) && (named == null || named == ShapeKind.RING)) {
      throw noBinary(call.type(0).name());
    }
    return Bound.of(
        orNull(call, StringType.INSTANCE),
        invocation ->
            written(
                call,
                invocation,
                (shape, row, out) -> {
                  if (shape.kind() == ShapeKind.RING) {
                    throw noBinary("Ring");
                  }
                  WellKnownBinary.write(shape, out);
                }));
  }

  private static TwinhouseException noBinary(String type) {
    return new TwinhouseException(
        ErrorCode.BAD_ARGUMENTS, "wkb function is not supported for type " + type);
  }

  private static BoundFunction draw(CallSite call) {
    if (call.size() != 1 && call.size() != 2) {
      throw call.refuse(
          ErrorCode.NUMBER_OF_ARGUMENTS_DOESNT_MATCH,
          "Incorrect number of arguments: expected 1 or 2 arguments");
    }
    if (call.size() == 2 && !(call.base(1) instanceof StringType)) {
      throw call.refuse(ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT, "Second argument should be String");
    }
    shape(call);
    return Bound.of(
        orNull(call, StringType.INSTANCE),
        invocation -> {
          BytesLane styles = call.size() == 1 ? null : BytesLane.of(invocation.argument(1));
          return written(
              call,
              invocation,
              (shape, row, out) -> {
                String style =
                    styles == null
                        ? ""
                        : new String(styles.bytes(row), StandardCharsets.ISO_8859_1);
                put(VectorGraphic.of(Corrected.of(FlatMeasures.finite(shape)), style), out);
              });
        });
  }

  /** The measure of any shape: 0 of NULL, and of what has none. */
  private static BoundFunction measured(CallSite call, ToDoubleFunction<Shape> measure) {
    Type type = ShapeKind.unnamed(call.arity(1).base(0));
    if (!isGeometry(call) && ShapeKind.of(type) == null) {
      throw call.refuse(
          ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT,
          "First argument of function "
              + call.name()
              + " should be Geometry, got "
              + call.type(0).name());
    }
    return Bound.of(FloatType.FLOAT64, invocation -> measures(type, invocation, measure, null));
  }

  private static Column measures(
      Type type,
      Invocation invocation,
      ToDoubleFunction<Shape> measure,
      boolean @Nullable [] nulls) {
    ShapeReader shapes = ShapeReader.of(type, invocation.argument(0));
    double[] result = invocation.scratch().doubles(invocation.rows());
    for (int row = 0; row < invocation.rows(); row++) {
      Shape shape = shapes.at(row);
      result[row] = shape == null ? 0 : measure.applyAsDouble(shape);
      if (shape == null && nulls != null) {
        nulls[row] = true;
      }
    }
    return DoubleColumn.of(result, invocation.rows(), nulls);
  }

  /** The older functions, which take no point and no infinite numbers. */
  private static BoundFunction ofPolygon(CallSite call, ToDoubleFunction<Shape> measure) {
    shape(call.arity(1));
    if (ShapeKind.of(call.base(0)) == ShapeKind.POINT) {
      throw noPoint(call);
    }
    return Bound.of(
        orNull(call, FloatType.FLOAT64),
        invocation ->
            measures(
                call.base(0),
                invocation,
                shape -> {
                  if (shape.kind() == ShapeKind.POINT) {
                    throw noPoint(call);
                  }
                  return measure.applyAsDouble(FlatMeasures.finite(shape));
                },
                isGeometry(call) ? new boolean[invocation.rows()] : null));
  }

  private static TwinhouseException noPoint(CallSite call) {
    return call.refuse(
        ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT,
        "The argument of function " + call.name() + " must not be Point");
  }

  private static BoundFunction hull(CallSite call) {
    shape(call.arity(1));
    if (ShapeKind.of(call.base(0)) == ShapeKind.POINT) {
      throw noHull(call);
    }
    return Bound.of(
        Type.Geo.POLYGON,
        ShapeWriter.kernel(
            Type.Geo.POLYGON,
            invocation -> {
              ShapeReader shapes = ShapeReader.of(call.base(0), invocation.argument(0));
              return row -> {
                Shape shape = shapes.at(row);
                if (shape != null && shape.kind() == ShapeKind.POINT) {
                  throw noHull(call);
                }
                return shape == null ? null : ConvexHull.of(FlatMeasures.finite(shape));
              };
            }));
  }

  private static TwinhouseException noHull(CallSite call) {
    return call.refuse(
        ErrorCode.BAD_ARGUMENTS,
        "The argument of function " + call.name() + " must not be a Point");
  }
}
