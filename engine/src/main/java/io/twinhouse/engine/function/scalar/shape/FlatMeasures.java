// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.shape;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;

/** Measures of shapes in the plane. Rings are taken as they are: nothing closes an open one. */
final class FlatMeasures {

  /** A closed ring of fewer points, three and the first again, has no area. */
  private static final int LEAST_POINTS = 4;

  private FlatMeasures() {}

  /** The shape itself, unless a number is none or infinite. */
  static Shape finite(Shape shape) {
    for (double[][] polygon : shape.polygons()) {
      for (double[] ring : polygon) {
        for (double number : ring) {
          if (!Double.isFinite(number)) {
            throw new TwinhouseException(
                ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT,
                "Point's component must not be " + (Double.isNaN(number) ? "NaN" : "infinite"));
          }
        }
      }
    }
    return shape;
  }

  /** The area, positive clockwise; holes run the other way round and so are taken off. */
  static double area(Shape shape) {
    if (shape.kind() == ShapeKind.POINT || shape.kind().isLine()) {
      return 0;
    }
    double sum = 0;
    for (double[][] polygon : shape.polygons()) {
      double holes = 0;
      for (int ring = 1; ring < polygon.length; ring++) {
        holes += area(polygon[ring]);
      }
      sum += polygon.length == 0 ? 0 : area(polygon[0]) + holes;
    }
    return sum;
  }

  static double area(double[] ring) {
    if (ring.length < 2 * LEAST_POINTS) {
      return 0;
    }
    double sum = 0;
    for (int i = 0; i + 3 < ring.length; i += 2) {
      sum += (ring[i] + ring[i + 2]) * (ring[i + 1] - ring[i + 3]);
    }
    return sum / 2;
  }

  /** The length of all rings of what has an area. */
  static double perimeter(Shape shape) {
    if (shape.kind() == ShapeKind.POINT || shape.kind().isLine()) {
      return 0;
    }
    ExtendedSum sum = new ExtendedSum();
    for (double[][] polygon : shape.polygons()) {
      ExtendedSum holes = new ExtendedSum();
      for (int ring = 1; ring < polygon.length; ring++) {
        holes.add(length(polygon[ring]));
      }
      ExtendedSum own = polygon.length == 0 ? holes : length(polygon[0]);
      own.add(holes);
      sum.add(own);
    }
    return sum.value();
  }

  private static ExtendedSum length(double[] ring) {
    ExtendedSum sum = new ExtendedSum();
    for (int i = 0; i + 3 < ring.length; i += 2) {
      double x = ring[i] - ring[i + 2];
      double y = ring[i + 1] - ring[i + 3];
      sum.add(Math.sqrt(x * x + y * y));
    }
    return sum;
  }
}
