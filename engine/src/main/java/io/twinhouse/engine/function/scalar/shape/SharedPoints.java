// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.shape;

import io.twinhouse.engine.error.Checkpoint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A shape of any kind beside another.
 *
 * @param chains its point, its lines, or its closed rings
 * @param region what the rings are around, null for points and lines
 */
record SharedPoints(List<double[]> chains, @Nullable Region region) {

  /** Two numbers are one point. */
  private static final int POINT = 2;

  static SharedPoints of(Shape shape) {
    if (shape.kind() != ShapeKind.POINT && !shape.kind().isLine()) {
      Region region = Region.of(shape);
      return new SharedPoints(region.rings(), region);
    }
    List<double[]> chains = new ArrayList<>();
    for (double[] chain : FlatMeasures.finite(shape).rings()) {
      if (shape.kind().isLine() && chain.length <= POINT) {
        throw Region.refused("a line of less than two points");
      }
      chains.add(chain);
    }
    if (chains.isEmpty()) {
      throw Region.refused("no lines");
    }
    return new SharedPoints(chains, null);
  }

  /** Whether both have a point. */
  boolean existWith(SharedPoints other) {
    Meeting nearest = Meeting.APART;
    for (double[] mine : chains) {
      for (double[] theirs : other.chains) {
        Checkpoint.pass();
        nearest = nearest.and(meeting(mine, theirs));
      }
    }
    return switch (nearest) {
      case CROSSING, TOUCHING -> true;
      case UNCLEAR -> throw Region.refused("edges and points that nearly touch");
      case APART -> holdsAnyOf(other) || other.holdsAnyOf(this);
    };
  }

  private boolean holdsAnyOf(SharedPoints other) {
    if (region == null) {
      return false;
    }
    region.requireSimple();
    return other.chains.stream().anyMatch(chain -> region.holds(chain[0], chain[1]));
  }

  private static Meeting meeting(double[] a, double[] b) {
    if (a.length == POINT || b.length == POINT) {
      return Meeting.ofRings(doubled(a), doubled(b));
    }
    return Meeting.ofRings(a, b);
  }

  /** A point as an edge from itself to itself. */
  private static double[] doubled(double[] chain) {
    if (chain.length > POINT) {
      return chain;
    }
    double[] edge = Arrays.copyOf(chain, 2 * POINT);
    edge[2] = chain[0];
    edge[3] = chain[1];
    return edge;
  }
}
