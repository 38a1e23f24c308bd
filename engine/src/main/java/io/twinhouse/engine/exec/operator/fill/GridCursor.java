// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.exec.operator.fill;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.plan.FillKey;
import java.util.List;

/**
 * Walks over the grids of all filled keys from row to row: the last key that may go on does, and
 * those behind it begin anew. What it does where grids meet NULL, or do not meet the rows, is what
 * the server does. Not thread-safe.
 */
final class GridCursor {

  private final GridAxis[] axes;
  private boolean changed;

  GridCursor(List<FillKey> keys) {
    axes = keys.stream().map(GridAxis::new).toArray(GridAxis[]::new);
  }

  int width() {
    return axes.length;
  }

  GridAxis axis(int index) {
    return axes[index];
  }

  void aimAt(Batch rows, int row) {
    for (GridAxis axis : axes) {
      axis.aimAt(rows.column(axis.column()), row);
    }
  }

  void aimAtNothing() {
    for (GridAxis axis : axes) {
      axis.aimAtNothing();
    }
  }

  /** Whether all grids begin at the target's values; those that do not stand at FROM. */
  boolean begin() {
    for (int i = 0; i < axes.length; i++) {
      if (axes[i].beginsElsewhere()) {
        standAtFrom(i);
        return false;
      }
      axes[i].standAtTarget();
    }
    return true;
  }

  /** Whether the first key that does not begin at the target's value begins before it. */
  boolean beginsBeforeTarget() {
    for (GridAxis axis : axes) {
      if (axis.beginsElsewhere()) {
        return axis.beginsBeforeTarget();
      }
    }
    return false;
  }

  void standAtFrom(int first) {
    for (int i = first; i < axes.length; i++) {
      axes[i].standAtFrom();
    }
  }

  /** The target's staleness holds from now on. */
  void boundByTarget() {
    for (GridAxis axis : axes) {
      axis.boundByTarget();
    }
  }

  /** Whether the grid stands before the target, by the first key in which they differ. */
  boolean isBeforeTarget() {
    for (GridAxis axis : axes) {
      if (axis.isApart()) {
        return axis.isBeforeTarget();
      }
    }
    return false;
  }

  /** Whether the grid stands behind the target, by the first key in which they differ. */
  boolean isBehindTarget() {
    for (GridAxis axis : axes) {
      if (axis.isApart()) {
        return axis.isBehindTarget();
      }
    }
    return false;
  }

  boolean isTargetEmpty() {
    for (GridAxis axis : axes) {
      if (axis.isAiming()) {
        return false;
      }
    }
    return true;
  }

  boolean isStanding() {
    for (GridAxis axis : axes) {
      if (axis.isStanding()) {
        return true;
      }
    }
    return false;
  }

  boolean isBounded() {
    for (GridAxis axis : axes) {
      if (axis.isBounded()) {
        return true;
      }
    }
    return false;
  }

  /** Whether the first key that stands somewhere and has a bound stands within it. */
  boolean isWithinBounds() {
    for (GridAxis axis : axes) {
      if (axis.isStanding() && axis.isBounded()) {
        return axis.isWithinBound();
      }
    }
    return true;
  }

  /** Whether the grid has moved since {@link #settle}, without a row for where it stands. */
  boolean hasChanged() {
    return changed;
  }

  void settle() {
    changed = false;
  }

  /** A step towards the target: whether a row is to be added for where the grid stands then. */
  boolean advance() {
    int at = 0;
    while (at < axes.length && !axes[at].isUnderWay()) {
      at++;
    }
    if (at == axes.length || axes[at].isAtEnd()) {
      return false;
    }
    for (int i = axes.length - 1; i > at; i--) {
      if (axes[i].stepToBound()) {
        standAtFrom(i + 1);
        changed = true;
        return true;
      }
    }
    if (!axes[at].stepToTarget()) {
      return false;
    }
    changed = true;
    if (axes[at].isAtTarget()) {
      return restart(at + 1);
    }
    standAtFrom(at + 1);
    return true;
  }

  /** Leaves out what is too stale: whether a row is to be added for where the grid stands then. */
  boolean jump() {
    for (int i = 0; i < axes.length; i++) {
      if (!axes[i].isApart()) {
        continue;
      }
      if (axes[i].isBehindTarget()) {
        return false;
      }
      axes[i].jump();
      if (axes[i].isAtTarget()) {
        changed = true;
        return restart(i + 1);
      }
      for (int below = i + 1; below < axes.length; below++) {
        axes[below].standAtTo();
      }
      changed = false;
      return false;
    }
    return false;
  }

  private boolean restart(int first) {
    boolean goesOn = false;
    for (int i = first; i < axes.length; i++) {
      goesOn |= axes[i].restart();
    }
    return goesOn;
  }
}
