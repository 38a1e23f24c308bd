// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.rollup;

import io.twinhouse.engine.rollup.RangePiece.Grain;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a half-open range into pieces without a gap and without an overlap: events up to the next
 * hour, hours up to the first whole day, whole days, hours after them, events in the last hour.
 */
final class RangePlan {

  private RangePlan() {}

  /**
   * The pieces, in order of time; none for a range that is empty or turned around.
   *
   * @param coarsest no piece is coarser
   */
  static List<RangePiece> of(Instant from, Instant to, Grain coarsest) {
    List<RangePiece> pieces = new ArrayList<>();
    if (from.isBefore(to)) {
      cut(from, to, coarsest, pieces);
    }
    return pieces;
  }

  private static void cut(Instant from, Instant to, Grain grain, List<RangePiece> pieces) {
    if (grain == Grain.EVENT) {
      add(Grain.EVENT, from, to, pieces);
      return;
    }
    Grain finer = Grain.values()[grain.ordinal() - 1];
    ChronoUnit unit = grain == Grain.DAY ? ChronoUnit.DAYS : ChronoUnit.HOURS;
    Instant first = ceiling(from, unit);
    Instant last = to.truncatedTo(unit);
    if (!first.isBefore(last)) {
      cut(from, to, finer, pieces);
      return;
    }
    if (from.isBefore(first)) {
      cut(from, first, finer, pieces);
    }
    add(grain, first, last, pieces);
    if (last.isBefore(to)) {
      cut(last, to, finer, pieces);
    }
  }

  private static void add(Grain grain, Instant from, Instant to, List<RangePiece> pieces) {
    pieces.add(new RangePiece(grain, from, to));
  }

  static Instant ceiling(Instant moment, ChronoUnit unit) {
    Instant floor = moment.truncatedTo(unit);
    return floor.equals(moment) ? floor : floor.plus(1, unit);
  }
}
