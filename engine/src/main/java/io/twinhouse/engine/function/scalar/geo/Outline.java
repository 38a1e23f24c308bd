// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.geo;

import io.twinhouse.engine.error.Checkpoint;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import java.util.Arrays;
import java.util.List;

/**
 * A polygon: a ring and the rings of its holes, each closed from its last point to its first.
 *
 * @param rings x and y of the points of each, the outer ring first
 */
record Outline(List<double[][]> rings) {

  private static final int MOST_POINTS = 5_000;

  /** Nearer to an edge than this share of the coordinates the server's rounding decides. */
  private static final double NEAR = 1e-13;

  /** The polygon of rings as they are written: points may be given twice in a row. */
  static Outline of(List<double[][]> rings) {
    return new Outline(rings.stream().map(Outline::cleaned).toList());
  }

  /** Where a point lies: 1 inside, -1 outside, 0 on an edge or as near to it as rounding goes. */
  int side(double x, double y) {
    for (int i = 0; i < rings.size(); i++) {
      int side = side(rings.get(i), x, y, NEAR);
      if (side == 0) {
        return 0;
      }
      if (i == 0 ? side < 0 : side > 0) {
        return -1;
      }
    }
    return rings.isEmpty() ? -1 : 1;
  }

  /** Whether a point is in the outer ring and in none of the others, by the edges to its right. */
  boolean holds(double x, double y) {
    for (int i = 0; i < rings.size(); i++) {
      if (crossesOdd(rings.get(i), x, y) != (i == 0)) {
        return false;
      }
    }
    return !rings.isEmpty();
  }

  private static boolean crossesOdd(double[][] ring, double x, double y) {
    double[] xs = ring[0];
    double[] ys = ring[1];
    boolean odd = false;
    int before = xs.length - 1;
    for (int i = 0; i < xs.length; before = i, i++) {
      boolean beside = (ys[i] > y) != (ys[before] > y);
      if (beside && x < (xs[before] - xs[i]) * (y - ys[i]) / (ys[before] - ys[i]) + xs[i]) {
        odd = !odd;
      }
    }
    return odd;
  }

  private static int side(double[][] ring, double x, double y, double near) {
    double[] xs = ring[0];
    double[] ys = ring[1];
    int turns = 0;
    int before = xs.length - 1;
    for (int i = 0; i < xs.length; before = i, i++) {
      double fromX = xs[before];
      double fromY = ys[before];
      double cross = (xs[i] - fromX) * (y - fromY) - (ys[i] - fromY) * (x - fromX);
      double size = Math.abs(xs[i] - fromX) + Math.abs(ys[i] - fromY);
      double room = near * (Math.abs(x) + Math.abs(y) + Math.abs(fromX) + Math.abs(fromY));
      boolean inReach =
          x >= Math.min(fromX, xs[i]) - room
              && x <= Math.max(fromX, xs[i]) + room
              && y >= Math.min(fromY, ys[i]) - room
              && y <= Math.max(fromY, ys[i]) + room;
      if (inReach && Math.abs(cross) <= room * size) {
        return 0;
      }
      if (fromY <= y && ys[i] > y && cross > 0) {
        turns++;
      } else if (fromY > y && ys[i] <= y && cross < 0) {
        turns--;
      }
    }
    return turns == 0 ? -1 : 1;
  }

  /** Refuses what the server may not take for a polygon: crossing edges, too few points. */
  void checkValid() {
    int points = 0;
    for (double[][] ring : rings) {
      points += ring[0].length;
      if (ring[0].length < 3) {
        throw refused("fewer than three points");
      }
      for (int i = 0; i < ring[0].length; i++) {
        if (!Double.isFinite(ring[0][i]) || !Double.isFinite(ring[1][i])) {
          throw refused("a point that is not finite");
        }
      }
    }
    if (rings.isEmpty()) {
      throw refused("no points");
    }
    if (points > MOST_POINTS) {
      throw refused("more than " + MOST_POINTS + " points");
    }
    for (int i = 0; i < rings.size(); i++) {
      for (int j = i; j < rings.size(); j++) {
        Checkpoint.pass();
        checkApart(rings.get(i), rings.get(j), i == j);
      }
    }
    for (double[][] hole : rings.subList(1, rings.size())) {
      if (side(rings.get(0), hole[0][0], hole[1][0], 0) < 0) {
        throw refused("a hole outside of it");
      }
    }
  }

  /** Refuses polygons among several that have no points: the server finds points in them. */
  void requirePoints() {
    if (rings.isEmpty() || rings.stream().anyMatch(ring -> ring[0].length == 0)) {
      throw new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED,
          "Function pointInPolygon is not implemented for several polygons with an empty one");
    }
  }

  /** Refuses another polygon that touches this one or shares points with it. */
  void checkApart(Outline other) {
    for (double[][] ring : rings) {
      for (double[][] beside : other.rings) {
        Checkpoint.pass();
        checkApart(ring, beside, false);
      }
    }
    double[][] own = rings.get(0);
    double[][] outer = other.rings.get(0);
    if (side(outer[0][0], outer[1][0]) >= 0 || other.side(own[0][0], own[1][0]) >= 0) {
      throw refused("one polygon in another");
    }
  }

  private static TwinhouseException refused(String what) {
    return new TwinhouseException(
        ErrorCode.NOT_IMPLEMENTED,
        "Function pointInPolygon is not implemented for a constant polygon with " + what);
  }

  /** A ring without points that repeat the one before, nor its first point at the end. */
  private static double[][] cleaned(double[][] ring) {
    double[][] cleaned = new double[2][ring[0].length];
    int count = 0;
    int before = ring[0].length - 1;
    for (int i = 0; i < ring[0].length; before = i, i++) {
      if (ring[0][i] != ring[0][before] || ring[1][i] != ring[1][before]) {
        cleaned[0][count] = ring[0][i];
        cleaned[1][count] = ring[1][i];
        count++;
      }
    }
    return new double[][] {Arrays.copyOf(cleaned[0], count), Arrays.copyOf(cleaned[1], count)};
  }

  /** Refuses edges that touch, but for neighbours at the point they share. */
  private static void checkApart(double[][] a, double[][] b, boolean same) {
    int length = a[0].length;
    for (int i = 0; i < length; i++) {
      for (int j = same ? i + 1 : 0; j < b[0].length; j++) {
        boolean neighbours = same && (j == i + 1 || (i == 0 && j == length - 1));
        if (!neighbours && touch(a, i, b, j)) {
          throw refused("edges that touch each other");
        }
        if (neighbours && isBack(a, i, j)) {
          throw refused("a spike");
        }
      }
    }
  }

  private static int next(double[][] ring, int i) {
    return i + 1 == ring[0].length ? 0 : i + 1;
  }

  /** Whether neighbouring edges lie on each other. */
  private static boolean isBack(double[][] ring, int i, int j) {
    double ax = ring[0][next(ring, i)] - ring[0][i];
    double ay = ring[1][next(ring, i)] - ring[1][i];
    double bx = ring[0][next(ring, j)] - ring[0][j];
    double by = ring[1][next(ring, j)] - ring[1][j];
    return ax * by == ay * bx && ax * bx + ay * by < 0;
  }

  private static boolean touch(double[][] a, int i, double[][] b, int j) {
    int p = next(a, i);
    int q = next(b, j);
    boolean apart =
        Math.max(a[0][i], a[0][p]) < Math.min(b[0][j], b[0][q])
            || Math.max(b[0][j], b[0][q]) < Math.min(a[0][i], a[0][p])
            || Math.max(a[1][i], a[1][p]) < Math.min(b[1][j], b[1][q])
            || Math.max(b[1][j], b[1][q]) < Math.min(a[1][i], a[1][p]);
    return !apart
        && cross(a, i, p, b, j) * cross(a, i, p, b, q) <= 0
        && cross(b, j, q, a, i) * cross(b, j, q, a, p) <= 0;
  }

  /** The side of edge (i, p) of {@code a} on which point j of {@code b} lies, by its sign. */
  private static double cross(double[][] a, int i, int p, double[][] b, int j) {
    double cross =
        (a[0][p] - a[0][i]) * (b[1][j] - a[1][i]) - (a[1][p] - a[1][i]) * (b[0][j] - a[0][i]);
    return Math.signum(cross);
  }
}
