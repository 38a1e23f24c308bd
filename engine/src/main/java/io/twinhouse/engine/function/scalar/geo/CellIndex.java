// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.geo;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.function.define.RowKernels.LongRun;
import java.util.Arrays;

/**
 * Indexes of the hexagonal grid H3: from the top a zero, four bits of mode, three of an edge, four
 * of resolution, seven of the base cell, and fifteen digits of three bits, one a resolution, 7
 * where the cell is coarser.
 */
final class CellIndex {

  static final int FINEST = 15;
  static final int BASE_CELLS = 122;

  private static final int CELL = 1;
  private static final int EDGE = 2;
  private static final int CHILDREN = 7;

  /** The digit that leads out of a pentagon's missing corner. */
  private static final int MISSING = 1;

  private static final int[] PENTAGONS = {4, 14, 24, 38, 49, 58, 63, 72, 83, 97, 107, 117};

  private CellIndex() {}

  static int resolution(long index) {
    return (int) (index >>> 52) & 15;
  }

  static int baseCell(long index) {
    return (int) (index >>> 45) & 127;
  }

  /** The number of an edge's side of its cell, 1 to 6. */
  private static int side(long index) {
    return (int) (index >>> 56) & 7;
  }

  private static int digit(long index, int resolution) {
    return (int) (index >>> shift(resolution)) & 7;
  }

  private static int shift(int resolution) {
    return 3 * (FINEST - resolution);
  }

  private static int mode(long index) {
    return (int) (index >>> 59);
  }

  /** The cell in the middle of a base cell. */
  static long center(int baseCell, int resolution) {
    long index = (long) CELL << 59 | (long) resolution << 52 | (long) baseCell << 45;
    return index | unused(resolution);
  }

  /** All digits of finer resolutions. */
  private static long unused(int resolution) {
    return (1L << shift(resolution)) - 1;
  }

  private static boolean isPentagonal(int baseCell) {
    return Arrays.binarySearch(PENTAGONS, baseCell) >= 0;
  }

  static int[] pentagons() {
    return PENTAGONS.clone();
  }

  static boolean isCell(long index) {
    return mode(index) == CELL && side(index) == 0 && hasPlace(index);
  }

  /** Whether base cell and digits are those of a cell. */
  private static boolean hasPlace(long index) {
    int resolution = resolution(index);
    if (baseCell(index) >= BASE_CELLS || (index & unused(resolution)) != unused(resolution)) {
      return false;
    }
    boolean middle = isPentagonal(baseCell(index));
    for (int r = 1; r <= resolution; r++) {
      int digit = digit(index, r);
      if (digit == CHILDREN || (middle && digit == MISSING)) {
        return false;
      }
      middle &= digit == 0;
    }
    return true;
  }

  static long requireCell(long index) {
    if (!isCell(index)) {
      throw new TwinhouseException(
          ErrorCode.INCORRECT_DATA, "Invalid H3 cell index: " + Long.toUnsignedString(index));
    }
    return index;
  }

  static boolean isPentagon(long cell) {
    boolean middle = isPentagonal(baseCell(cell));
    for (int r = 1; r <= resolution(cell); r++) {
      middle &= digit(cell, r) == 0;
    }
    return middle;
  }

  /** The cell of a coarser resolution around it, 0 for a finer one. */
  static long parent(long cell, int resolution) {
    return resolution > resolution(cell)
        ? 0
        : cell & ~(15L << 52) | (long) resolution << 52 | unused(resolution);
  }

  /** The cell of a finer resolution in its middle, 0 for a coarser one. */
  static long centerChild(long cell, int resolution) {
    int own = resolution(cell);
    return resolution < own
        ? 0
        : cell & ~(15L << 52) & ~unused(own) | (long) resolution << 52 | unused(resolution);
  }

  /** How many cells of a finer resolution it has. */
  static long childCount(long cell, int resolution) {
    int finer = resolution - resolution(cell);
    if (finer < 0) {
      return 0;
    }
    long all = 1;
    for (int i = 0; i < finer; i++) {
      all *= CHILDREN;
    }
    return isPentagon(cell) ? 1 + 5 * (all - 1) / 6 : all;
  }

  /** Adds the cells of a finer resolution that it has, ascending. */
  static void addChildren(long cell, int resolution, LongRun out) {
    int own = resolution(cell);
    if (own == resolution) {
      out.add(cell);
      return;
    }
    boolean pentagon = isPentagon(cell);
    long first = centerChild(cell, own + 1);
    for (int digit = 0; digit < CHILDREN; digit++) {
      if (!pentagon || digit != MISSING) {
        addChildren(first | (long) digit << shift(own + 1), resolution, out);
      }
    }
  }

  /** An edge: that of a cell and one of its sides. */
  static boolean isEdge(long index) {
    if (mode(index) != EDGE || side(index) == 0 || side(index) == CHILDREN) {
      return false;
    }
    long cell = origin(index);
    return isCell(cell) && (side(index) != MISSING || !isPentagon(cell));
  }

  /** The cell that an edge leads out of. */
  static long origin(long edge) {
    return edge & ~(127L << 56) | (long) CELL << 59;
  }

  /** The edge at a side of a cell, 0 where a pentagon has none. */
  static long edge(long cell, int side) {
    return side == MISSING && isPentagon(cell)
        ? 0
        : cell & ~(127L << 56) | (long) EDGE << 59 | (long) side << 56;
  }
}
