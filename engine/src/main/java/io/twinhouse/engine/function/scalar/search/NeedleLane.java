// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.search;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.function.lane.BytesLane;
import io.twinhouse.engine.function.nested.ArrayLane;
import io.twinhouse.engine.function.scalar.string.LetterFold;
import io.twinhouse.engine.type.ArrayType;
import io.twinhouse.engine.type.StringType;
import org.jspecify.annotations.Nullable;

/** The needles of each row, folded; read once when they are constant. */
final class NeedleLane {

  private final ArrayLane arrays;
  private final BytesLane elements;
  private final LetterFold fold;
  private byte @Nullable [][] known;

  NeedleLane(Column column, LetterFold fold) {
    this.arrays = ArrayLane.of(column);
    this.elements = BytesLane.of(arrays.elements());
    this.fold = fold;
  }

  /** Refuses anything but a String and an Array(String). */
  static void check(CallSite call) {
    call.arity(2).string(0);
    if (!(call.base(1) instanceof ArrayType array) || !(array.element() instanceof StringType)) {
      throw call.illegal(1);
    }
  }

  /** Null in the place of a needle that no text holds. */
  byte[] @Nullable [] at(int row) {
    byte[][] needles = known;
    if (needles == null || !arrays.isConstant()) {
      int start = arrays.start(row);
      needles = new byte[arrays.length(row)][];
      for (int i = 0; i < needles.length; i++) {
        int place = start + i;
        needles[i] = fold.needle(elements.data(), elements.start(place), elements.end(place));
      }
      known = needles;
    }
    return needles;
  }
}
