// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.shape;

/** How edges lie to each other, from far to near. */
enum Meeting {
  APART,
  /** So near that rounding decides. */
  UNCLEAR,
  TOUCHING,
  CROSSING;

  /** Nearer to a line than this share of the lengths rounding decides. */
  private static final double NEAR = 1e-12;

  private static final double NEARER = 1e-15;

  /** Products of whole numbers below are exact. */
  private static final double MOST_WHOLE = 0x1p24;

  /** The nearer of two. */
  Meeting and(Meeting other) {
    return compareTo(other) >= 0 ? this : other;
  }

  /** The nearest meeting of edges of two rings. */
  static Meeting ofRings(double[] a, double[] b) {
    Meeting nearest = APART;
    for (int i = 0; i + 3 < a.length; i += 2) {
      for (int j = 0; j + 3 < b.length; j += 2) {
        nearest = nearest.and(ofEdges(a, i, b, j));
      }
    }
    return nearest;
  }

  /** Whether only neighbouring edges of a closed ring meet, and those in the point they share. */
  static boolean isSimple(double[] ring) {
    int edges = ring.length / 2 - 1;
    for (int i = 0; i < edges; i++) {
      for (int j = i + 1; j < edges; j++) {
        boolean next = j == i + 1;
        boolean round = i == 0 && j == edges - 1;
        boolean met =
            next
                ? isBack(ring, 2 * i, 2 * j)
                : round ? isBack(ring, 2 * j, 2 * i) : ofEdges(ring, 2 * i, ring, 2 * j) != APART;
        if (met) {
          return false;
        }
      }
    }
    return true;
  }

  /** Whether an edge has no length, or the next one runs back along it. */
  private static boolean isBack(double[] ring, int i, int j) {
    double x = ring[i + 2] - ring[i];
    double y = ring[i + 3] - ring[i + 1];
    double nextX = ring[j + 2] - ring[j];
    double nextY = ring[j + 3] - ring[j + 1];
    boolean empty = (x == 0 && y == 0) || (nextX == 0 && nextY == 0);
    double across = x * nextY - y * nextX;
    double size = Math.abs(x * nextY) + Math.abs(y * nextX);
    return empty || (Math.abs(across) <= NEAR * size && x * nextX + y * nextY < 0);
  }

  private static Meeting ofEdges(double[] a, int i, double[] b, int j) {
    if (isApart(a[i], a[i + 2], b[j], b[j + 2])
        || isApart(a[i + 1], a[i + 3], b[j + 1], b[j + 3])) {
      return APART;
    }
    if (isSame(a, i, b, j) || isSame(a, i + 2, b, j) || isSame(a, i, b, j + 2)) {
      return TOUCHING;
    }
    if (isSame(a, i + 2, b, j + 2)) {
      return TOUCHING;
    }
    double one = side(a, i, b[j], b[j + 1]);
    double two = side(a, i, b[j + 2], b[j + 3]);
    double three = side(b, j, a[i], a[i + 1]);
    double four = side(b, j, a[i + 2], a[i + 3]);
    if (one * two > 0 || three * four > 0) {
      return APART;
    }
    if (Double.isNaN(one * two * three * four)) {
      return UNCLEAR;
    }
    return one * two < 0 && three * four < 0 ? CROSSING : TOUCHING;
  }

  /** Whether two intervals have a gap between them that rounding does not fill. */
  private static boolean isApart(double a, double b, double c, double d) {
    double gap = Math.max(Math.min(c, d) - Math.max(a, b), Math.min(a, b) - Math.max(c, d));
    double size = Math.max(Math.max(Math.abs(a), Math.abs(b)), Math.max(Math.abs(c), Math.abs(d)));
    return gap > NEARER * Math.max(1, size);
  }

  private static boolean isSame(double[] a, int i, double[] b, int j) {
    return a[i] == b[j] && a[i + 1] == b[j + 1];
  }

  /**
   * The side of the edge at {@code i} on which a point lies: 1 left, -1 right, 0 on its line, NaN
   * where rounding decides.
   */
  static double side(double[] edges, int i, double x, double y) {
    double alongX = edges[i + 2] - edges[i];
    double alongY = edges[i + 3] - edges[i + 1];
    double toX = x - edges[i];
    double toY = y - edges[i + 1];
    double side = alongX * toY - alongY * toX;
    boolean whole =
        isWhole(x)
            && isWhole(y)
            && isWhole(edges[i])
            && isWhole(edges[i + 1])
            && isWhole(edges[i + 2])
            && isWhole(edges[i + 3]);
    double size = Math.abs(alongX * toY) + Math.abs(alongY * toX);
    double reach =
        Math.max(1, Math.max(Math.abs(alongX) + Math.abs(alongY), Math.abs(toX) + Math.abs(toY)));
    if (!whole && Math.abs(side) <= Math.max(NEAR * size, NEARER * reach)) {
      return Double.NaN;
    }
    return Math.signum(side);
  }

  /** Whether products of such numbers are exact. */
  static boolean isWhole(double value) {
    return value == Math.rint(value) && Math.abs(value) < MOST_WHOLE;
  }
}
