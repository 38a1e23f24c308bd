// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.shape;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Whether two regions are the same points, wherever their rings begin. */
final class SameRegions {

  /** Boxes or areas that differ by more than this share are those of different regions. */
  private static final double CLEARLY = 1e-6;

  private SameRegions() {}

  /** Regions of rings that are closed, simple and turn the same way round. */
  static boolean are(Region one, Region other) {
    if (rings(one, false).equals(rings(other, false))) {
      return true;
    }
    if (differ(measures(one), measures(other))) {
      return false;
    }
    if (!isWhole(one) || !isWhole(other)) {
      throw Region.refused("polygons that are nearly equal");
    }
    return rings(one, true).equals(rings(other, true));
  }

  private static boolean isWhole(Region region) {
    for (double[][] polygon : region.polygons()) {
      for (double[] ring : polygon) {
        for (double number : ring) {
          if (!Meeting.isWhole(number)) {
            return false;
          }
        }
      }
    }
    return true;
  }

  /** For each polygon its ring and its holes. */
  private static Set<List<Object>> rings(Region region, boolean straightened) {
    Set<List<Object>> polygons = new HashSet<>();
    for (double[][] polygon : region.polygons()) {
      Set<List<Double>> holes = new HashSet<>();
      for (int hole = 1; hole < polygon.length; hole++) {
        holes.add(rotated(polygon[hole], straightened));
      }
      polygons.add(List.of(rotated(polygon[0], straightened), holes));
    }
    return polygons;
  }

  /** The points from the leftmost and lowest on, perhaps without those on straight lines. */
  private static List<Double> rotated(double[] ring, boolean straightened) {
    List<Double> points = new ArrayList<>();
    int size = ring.length - 2;
    int first = 0;
    for (int i = 2; i < size; i += 2) {
      boolean left = ring[i] < ring[first];
      if (left || (ring[i] == ring[first] && ring[i + 1] < ring[first + 1])) {
        first = i;
      }
    }
    for (int i = 0; i < size; i += 2) {
      int at = (first + i) % size;
      int before = (at + size - 2) % size;
      if (!straightened || Meeting.side(ring, before, ring[at + 2], ring[at + 3]) != 0) {
        points.add(ring[at] + 0.0);
        points.add(ring[at + 1] + 0.0);
      }
    }
    return points;
  }

  /** The box around it and its area. */
  private static double[] measures(Region region) {
    double left = Double.POSITIVE_INFINITY;
    double low = Double.POSITIVE_INFINITY;
    double right = Double.NEGATIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (double[][] polygon : region.polygons()) {
      for (int i = 0; i < polygon[0].length; i += 2) {
        left = Math.min(left, polygon[0][i]);
        right = Math.max(right, polygon[0][i]);
        low = Math.min(low, polygon[0][i + 1]);
        high = Math.max(high, polygon[0][i + 1]);
      }
    }
    double area = FlatMeasures.area(new Shape(ShapeKind.POLYGONS, region.polygons()));
    return new double[] {left, right, low, high, area};
  }

  private static boolean differ(double[] one, double[] other) {
    for (int i = 0; i < one.length; i++) {
      double size = Math.max(1, Math.max(Math.abs(one[i]), Math.abs(other[i])));
      if (Math.abs(one[i] - other[i]) > CLEARLY * size) {
        return true;
      }
    }
    return false;
  }
}
