// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.shape;

/**
 * One geometric value.
 *
 * @param polygons for each polygon its rings, for each ring x and y of its points in turn; what has
 *     fewer levels is the only polygon's only ring, or its rings
 */
record Shape(ShapeKind kind, double[][][] polygons) {

  static Shape point(double x, double y) {
    return new Shape(ShapeKind.POINT, new double[][][] {{{x, y}}});
  }

  /** A line or a ring. */
  static Shape ofPoints(ShapeKind kind, double[] points) {
    return new Shape(kind, new double[][][] {{points}});
  }

  /** Lines, or the rings of one polygon. */
  static Shape ofRings(ShapeKind kind, double[][] rings) {
    return new Shape(kind, new double[][][] {rings});
  }

  /** The only line or ring, or the point. */
  double[] points() {
    return polygons[0][0];
  }

  /** The lines, or the rings of the only polygon. */
  double[][] rings() {
    return polygons[0];
  }
}
