// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.shape;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The convex hull of the outer rings of a shape or of its lines: clockwise from the leftmost point,
 * points between two others on one edge left out.
 */
final class ConvexHull {

  /** Nearer to a line than this share of the lengths rounding decides. */
  private static final double NEAR = 1e-12;

  private static final double NEARER = 1e-15;

  /** Products of whole numbers below are exact. */
  private static final double MOST_WHOLE = 0x1p24;

  private ConvexHull() {}

  static Shape of(Shape shape) {
    List<double[]> points = new ArrayList<>();
    for (double[][] polygon : shape.polygons()) {
      int rings = shape.kind().isLine() ? polygon.length : Math.min(1, polygon.length);
      for (int r = 0; r < rings; r++) {
        for (int i = 0; i < polygon[r].length; i += 2) {
          points.add(new double[] {polygon[r][i], polygon[r][i + 1]});
        }
      }
    }
    double[] ring = points.isEmpty() ? new double[0] : around(points);
    return Shape.ofRings(ShapeKind.POLYGON, new double[][] {ring});
  }

  private static double[] around(List<double[]> points) {
    points.sort(Comparator.<double[]>comparingDouble(p -> p[0]).thenComparingDouble(p -> p[1]));
    double[] first = points.get(0);
    double[] last = points.get(points.size() - 1);
    points.forEach(point -> turn(first, last, point));
    List<double[]> upper = chain(points, -1);
    List<double[]> lower = chain(points, 1);
    List<double[]> hull = new ArrayList<>(upper);
    for (int i = lower.size() - 2; i >= 0; i--) {
      hull.add(lower.get(i));
    }
    while (hull.size() < 4) {
      hull.add(hull.get(0));
    }
    double[] ring = new double[2 * hull.size()];
    for (int i = 0; i < hull.size(); i++) {
      ring[2 * i] = hull.get(i)[0];
      ring[2 * i + 1] = hull.get(i)[1];
    }
    return ring;
  }

  /** From the leftmost point to the rightmost, turning to one side only. */
  private static List<double[]> chain(List<double[]> points, int side) {
    List<double[]> chain = new ArrayList<>();
    for (double[] point : points) {
      while (chain.size() > 1
          && side * turn(chain.get(chain.size() - 2), chain.get(chain.size() - 1), point) <= 0) {
        chain.remove(chain.size() - 1);
      }
      chain.add(point);
    }
    return chain;
  }

  /**
   * Positive where the way from a to c by b turns left.
   *
   * @throws TwinhouseException NOT_IMPLEMENTED where rounding decides on which side c is
   */
  private static double turn(double[] a, double[] b, double[] c) {
    double eastB = b[0] - a[0];
    double northB = b[1] - a[1];
    double eastC = c[0] - a[0];
    double northC = c[1] - a[1];
    double turn = eastB * northC - northB * eastC;
    double size = Math.abs(eastB * northC) + Math.abs(northB * eastC);
    double reach = Math.max(Math.hypot(eastB, northB), Math.max(1, Math.hypot(eastC, northC)));
    boolean near = Math.abs(turn) <= Math.max(NEAR * size, NEARER * reach);
    boolean same = Arrays.equals(a, b) || Arrays.equals(b, c) || Arrays.equals(a, c);
    if (near && !same && !(isWhole(a) && isWhole(b) && isWhole(c))) {
      throw new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED,
          "polygonConvexHullCartesian is not implemented for points so near to a line, or so near"
              + " to each other, that rounding decides; round them to whole numbers");
    }
    return turn;
  }

  private static boolean isWhole(double[] point) {
    return isWhole(point[0]) && isWhole(point[1]);
  }

  private static boolean isWhole(double value) {
    return value == Math.rint(value) && Math.abs(value) < MOST_WHOLE;
  }
}
