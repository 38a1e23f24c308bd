// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.shape;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ConstantColumn;
import io.twinhouse.engine.column.TupleColumn;
import io.twinhouse.engine.function.lane.BytesLane;
import io.twinhouse.engine.function.lane.DoubleLane;
import io.twinhouse.engine.function.nested.ArrayLane;
import io.twinhouse.engine.text.DynamicText;
import io.twinhouse.engine.type.FloatType;
import io.twinhouse.engine.type.Type;
import io.twinhouse.engine.type.VariantType;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows of a column of a geometric type. */
interface ShapeReader {

  /** The value of a row, null where a Geometry is NULL. */
  @Nullable Shape at(int row);

  /** Reads a column of {@code type}, which is of a {@link ShapeKind} or Geometry. */
  static ShapeReader of(Type type, Column column) {
    if (type instanceof VariantType) {
      BytesLane values = BytesLane.of(column);
      return row -> values.length(row) == 0 ? null : Texts.read(values, row);
    }
    ShapeKind kind = ShapeKind.of(type);
    if (kind == null) {
      throw new IllegalArgumentException("no geometric type: " + type.name());
    }
    return ofKind(kind, column);
  }

  private static ShapeReader ofKind(ShapeKind kind, Column column) {
    ArrayLane[] levels = new ArrayLane[kind.depth()];
    Column inner = column;
    for (int level = 0; level < levels.length; level++) {
      levels[level] = ArrayLane.of(inner);
      inner = levels[level].elements();
    }
    DoubleLane xs = DoubleLane.of(FloatType.FLOAT64, part(inner, 0));
    DoubleLane ys = DoubleLane.of(FloatType.FLOAT64, part(inner, 1));
    if (levels.length == 0) {
      return row -> Shape.point(xs.at(row), ys.at(row));
    }
    ArrayLane points = levels[levels.length - 1];
    if (levels.length == 1) {
      return row -> Shape.ofPoints(kind, points(points, row, xs, ys));
    }
    ArrayLane rings = levels[levels.length - 2];
    if (levels.length == 2) {
      return row -> Shape.ofRings(kind, rings(rings, row, points, xs, ys));
    }
    return row -> {
      double[][][] polygons = new double[levels[0].length(row)][][];
      for (int i = 0; i < polygons.length; i++) {
        polygons[i] = rings(rings, levels[0].start(row) + i, points, xs, ys);
      }
      return new Shape(kind, polygons);
    };
  }

  private static double[][] rings(
      ArrayLane lane, int row, ArrayLane points, DoubleLane xs, DoubleLane ys) {
    double[][] rings = new double[lane.length(row)][];
    for (int i = 0; i < rings.length; i++) {
      rings[i] = points(points, lane.start(row) + i, xs, ys);
    }
    return rings;
  }

  private static double[] points(ArrayLane lane, int row, DoubleLane xs, DoubleLane ys) {
    double[] points = new double[2 * lane.length(row)];
    for (int i = 0; i < points.length; i += 2) {
      points[i] = xs.at(lane.start(row) + i / 2);
      points[i + 1] = ys.at(lane.start(row) + i / 2);
    }
    return points;
  }

  private static Column part(Column tuples, int index) {
    if (tuples instanceof ConstantColumn constant) {
      Column value = ((TupleColumn) constant.value()).elements().get(index);
      return ConstantColumn.of(value.flatten(), tuples.size());
    }
    return ((TupleColumn) tuples).elements().get(index).flatten();
  }

  /** Values of a Geometry in flight, which are texts. */
  final class Texts {

    private final String text;
    private int at;

    private Texts(String text) {
      this.text = text;
    }

    private static Shape read(BytesLane values, int row) {
      ShapeKind kind = ShapeKind.named(DynamicText.type(values.data(), values.start(row)));
      if (kind == null) {
        throw new IllegalStateException("no member of Geometry");
      }
      int from = DynamicText.typeEnd(values.data(), values.start(row)) + 1;
      Texts texts =
          new Texts(
              new String(values.data(), from, values.end(row) - from, StandardCharsets.ISO_8859_1));
      return switch (kind.depth()) {
        case 0 -> Shape.ofPoints(kind, texts.numbers());
        case 1 -> Shape.ofPoints(kind, texts.numbers());
        case 2 -> Shape.ofRings(kind, texts.rings());
        default -> new Shape(kind, texts.polygons());
      };
    }

    private double[][][] polygons() {
      List<double[][]> polygons = new ArrayList<>();
      at++;
      while (text.charAt(at) != ']') {
        polygons.add(rings());
        at += text.charAt(at) == ',' ? 1 : 0;
      }
      at++;
      return polygons.toArray(double[][][]::new);
    }

    private double[][] rings() {
      List<double[]> rings = new ArrayList<>();
      at++;
      while (text.charAt(at) != ']') {
        rings.add(numbers());
        at += text.charAt(at) == ',' ? 1 : 0;
      }
      at++;
      return rings.toArray(double[][]::new);
    }

    /** All numbers up to the bracket that closes the one which is next. */
    private double[] numbers() {
      double[] numbers = new double[2];
      int count = 0;
      int open = 0;
      do {
        char next = text.charAt(at);
        if (next == '(' || next == '[') {
          open++;
        } else if (next == ')' || next == ']') {
          open--;
        } else if (next != ',') {
          int from = at;
          while (",)".indexOf(text.charAt(at + 1)) < 0) {
            at++;
          }
          if (count == numbers.length) {
            numbers = Arrays.copyOf(numbers, 2 * count);
          }
          numbers[count++] = number(text.substring(from, at + 1));
        }
        at++;
      } while (open > 0);
      return Arrays.copyOf(numbers, count);
    }

    private static double number(String text) {
      return switch (text) {
        case "nan" -> Double.NaN;
        case "inf" -> Double.POSITIVE_INFINITY;
        case "-inf" -> Double.NEGATIVE_INFINITY;
        default -> Double.parseDouble(text);
      };
    }
  }
}
