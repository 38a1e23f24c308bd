// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.shape;

import io.twinhouse.engine.error.Checkpoint;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Polygons in the plane, put side by side with others. Where rounding, or edges that touch or cross
 * within one of them, would decide, the question is refused.
 *
 * @param polygons closed rings, that around the polygon first
 */
record Region(double[][][] polygons) {

  private static final int MOST_POINTS = 5_000;

  /** A closed ring has three points and the first again. */
  private static final int LEAST_NUMBERS = 8;

  /**
   * @throws TwinhouseException NOT_IMPLEMENTED for what has no area by its points
   */
  static Region of(Shape shape) {
    double[][][] polygons = Corrected.of(FlatMeasures.finite(shape)).polygons();
    int numbers = 0;
    for (double[][] polygon : polygons) {
      if (polygon.length == 0) {
        throw refused("a polygon without points");
      }
      for (double[] ring : polygon) {
        if (ring.length < LEAST_NUMBERS) {
          throw refused("a ring of less than three points");
        }
        numbers += ring.length;
      }
    }
    if (polygons.length == 0) {
      throw refused("no polygons");
    }
    if (numbers > 2 * MOST_POINTS) {
      throw refused("more than " + MOST_POINTS + " points");
    }
    return new Region(polygons);
  }

  static TwinhouseException refused(String what) {
    return new TwinhouseException(
        ErrorCode.NOT_IMPLEMENTED, "Relations of polygons are not implemented for " + what);
  }

  /** All rings of all polygons. */
  List<double[]> rings() {
    List<double[]> rings = new ArrayList<>();
    for (double[][] polygon : polygons) {
      rings.addAll(Arrays.asList(polygon));
    }
    return rings;
  }

  /** The closest meeting of any two edges. */
  private Meeting meeting(Region other) {
    Meeting closest = Meeting.APART;
    for (double[] mine : rings()) {
      for (double[] theirs : other.rings()) {
        Checkpoint.pass();
        closest = closest.and(Meeting.ofRings(mine, theirs));
        if (closest == Meeting.CROSSING) {
          return closest;
        }
      }
    }
    return closest;
  }

  boolean intersects(Region other) {
    Meeting meeting = meeting(other);
    return switch (meeting) {
      case CROSSING, TOUCHING -> true;
      case UNCLEAR -> throw refused("edges that nearly touch");
      case APART -> {
        requireSimple();
        other.requireSimple();
        yield holdsAnyOf(other) || other.holdsAnyOf(this);
      }
    };
  }

  /** Whether all of this is in the other. */
  boolean isWithin(Region other) {
    Meeting meeting = meeting(other);
    requireSimple();
    other.requireSimple();
    if (meeting == Meeting.TOUCHING || meeting == Meeting.UNCLEAR) {
      throw refused("edges that touch");
    }
    if (meeting == Meeting.CROSSING) {
      return false;
    }
    for (double[][] polygon : polygons) {
      if (!other.holds(polygon[0][0], polygon[0][1])) {
        return false;
      }
    }
    for (double[][] polygon : other.polygons) {
      for (int hole = 1; hole < polygon.length; hole++) {
        if (holds(polygon[hole][0], polygon[hole][1])) {
          return false;
        }
      }
    }
    return true;
  }

  /** Whether both are the same points. */
  boolean isSameAs(Region other) {
    requireSimple();
    other.requireSimple();
    return SameRegions.are(this, other);
  }

  private boolean holdsAnyOf(Region other) {
    return Arrays.stream(other.polygons).anyMatch(p -> holds(p[0][0], p[0][1]));
  }

  /** Whether a point that is on no edge is within. */
  boolean holds(double x, double y) {
    return Arrays.stream(polygons).anyMatch(polygon -> holds(polygon, x, y));
  }

  private static boolean holds(double[][] polygon, double x, double y) {
    boolean inside = isAround(polygon[0], x, y);
    for (int hole = 1; inside && hole < polygon.length; hole++) {
      inside = !isAround(polygon[hole], x, y);
    }
    return inside;
  }

  private static boolean isAround(double[] ring, double x, double y) {
    boolean odd = false;
    for (int i = 0; i + 3 < ring.length; i += 2) {
      if ((ring[i + 1] > y) != (ring[i + 3] > y)) {
        boolean left = Meeting.side(ring, i, x, y) > 0;
        odd ^= left == (ring[i + 3] > ring[i + 1]);
      }
    }
    return odd;
  }

  /** Refuses edges of one polygon, or of several, that meet where they are not neighbours. */
  void requireSimple() {
    List<double[]> rings = rings();
    for (int i = 0; i < rings.size(); i++) {
      for (int j = 0; j < i; j++) {
        Checkpoint.pass();
        if (Meeting.ofRings(rings.get(i), rings.get(j)) != Meeting.APART) {
          throw refused("rings that touch each other");
        }
      }
      if (!Meeting.isSimple(rings.get(i))) {
        throw refused("a ring that crosses itself");
      }
    }
    for (double[][] polygon : polygons) {
      requireHolesInside(polygon);
      for (double[][] other : polygons) {
        if (other != polygon && holds(other, polygon[0][0], polygon[0][1])) {
          throw refused("one polygon in another");
        }
      }
    }
  }

  private static void requireHolesInside(double[][] polygon) {
    for (int hole = 1; hole < polygon.length; hole++) {
      if (!isAround(polygon[0], polygon[hole][0], polygon[hole][1])) {
        throw refused("a hole outside of its polygon");
      }
    }
  }

  /** The distance of the nearest points, 0 where the regions meet. */
  double distance(Region other) {
    if (intersects(other)) {
      return 0;
    }
    double least = Double.POSITIVE_INFINITY;
    for (double[] mine : rings()) {
      for (double[] theirs : other.rings()) {
        Checkpoint.pass();
        least = Math.min(least, Math.min(nearest(mine, theirs), nearest(theirs, mine)));
      }
    }
    return Math.sqrt(least);
  }

  /** The least square of the distance of a point of one ring from an edge of the other. */
  private static double nearest(double[] points, double[] edges) {
    double least = Double.POSITIVE_INFINITY;
    for (int p = 0; p < points.length; p += 2) {
      for (int e = 0; e + 3 < edges.length; e += 2) {
        least = Math.min(least, square(points[p], points[p + 1], edges, e));
      }
    }
    return least;
  }

  private static double square(double x, double y, double[] edges, int e) {
    double alongX = edges[e + 2] - edges[e];
    double alongY = edges[e + 3] - edges[e + 1];
    double reach = (x - edges[e]) * alongX + (y - edges[e + 1]) * alongY;
    double length = alongX * alongX + alongY * alongY;
    double footX = edges[e];
    double footY = edges[e + 1];
    if (reach >= length && reach > 0) {
      footX = edges[e + 2];
      footY = edges[e + 3];
    } else if (reach > 0) {
      double share = reach / length;
      footX += share * alongX;
      footY += share * alongY;
    }
    return (x - footX) * (x - footX) + (y - footY) * (y - footY);
  }
}
