// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.shape;

import java.util.Arrays;

/** Rings as they should be: closed, clockwise around a polygon and the other way around a hole. */
final class Corrected {

  private Corrected() {}

  static Shape of(Shape shape) {
    if (shape.kind() == ShapeKind.POINT || shape.kind().isLine()) {
      return shape;
    }
    double[][][] polygons = new double[shape.polygons().length][][];
    for (int p = 0; p < polygons.length; p++) {
      double[][] rings = shape.polygons()[p];
      polygons[p] = new double[rings.length][];
      for (int r = 0; r < rings.length; r++) {
        double[] closed = closed(rings[r]);
        double area = FlatMeasures.area(closed);
        polygons[p][r] = (r == 0 ? area < 0 : area > 0) ? reversed(closed) : closed;
      }
    }
    return new Shape(shape.kind(), polygons);
  }

  private static double[] closed(double[] ring) {
    if (ring.length <= 4 || areMet(ring)) {
      return ring;
    }
    double[] closed = Arrays.copyOf(ring, ring.length + 2);
    closed[ring.length] = ring[0];
    closed[ring.length + 1] = ring[1];
    return closed;
  }

  /** Whether the last point is where the first is. */
  static boolean areMet(double[] ring) {
    int last = ring.length - 2;
    return near(ring[0], ring[last]) && near(ring[1], ring[last + 1]);
  }

  /** What the server's geometry takes for the same number. */
  private static boolean near(double one, double other) {
    double size = Math.max(1, Math.max(Math.abs(one), Math.abs(other)));
    return Math.abs(one - other) <= Math.ulp(1.0) * size;
  }

  private static double[] reversed(double[] ring) {
    double[] reversed = new double[ring.length];
    for (int i = 0; i < ring.length; i += 2) {
      reversed[i] = ring[ring.length - 2 - i];
      reversed[i + 1] = ring[ring.length - 1 - i];
    }
    return reversed;
  }
}
