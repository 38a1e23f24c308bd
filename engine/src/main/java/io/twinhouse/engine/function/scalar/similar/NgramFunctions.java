// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.similar;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.function.BoundFunction;
import io.twinhouse.engine.function.define.Bound;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.function.define.FunctionFamily;
import io.twinhouse.engine.function.define.RowKernels;
import io.twinhouse.engine.function.lane.BytesLane;
import io.twinhouse.engine.function.scalar.similar.NgramSketch.Overlap;
import io.twinhouse.engine.function.scalar.similar.NgramSketch.Reading;
import io.twinhouse.engine.type.FloatType;

/** ngramDistance and ngramSearch: how many n-grams two texts share. */
public final class NgramFunctions {

  private NgramFunctions() {}

  public static FunctionFamily family() {
    FunctionFamily family = new FunctionFamily("Strings: n-grams");
    for (boolean symmetric : new boolean[] {true, false}) {
      String name = symmetric ? "ngramDistance" : "ngramSearch";
      family.add(name, call -> bind(call, Reading.BYTES, symmetric));
      family.add(name + "CaseInsensitive", call -> bind(call, Reading.BYTES_ANY_CASE, symmetric));
      family.add(name + "UTF8", call -> bind(call, Reading.CHARACTERS, symmetric));
      family.add(
          name + "CaseInsensitiveUTF8", call -> bind(call, Reading.CHARACTERS_ANY_CASE, symmetric));
    }
    return family;
  }

  private static BoundFunction bind(CallSite call, Reading reading, boolean symmetric) {
    call.arity(2).string(0).string(1);
    if (call.constant(1) != null && call.constantBytes(1).length > NgramSketch.LONGEST) {
      throw call.refuse(
          ErrorCode.TOO_LARGE_STRING_SIZE,
          "String size of needle is too big for function "
              + call.name()
              + ". Should be at most "
              + NgramSketch.LONGEST);
    }
    return Bound.of(
        FloatType.FLOAT32,
        RowKernels.doubles(
            invocation -> {
              BytesLane haystacks = BytesLane.of(invocation.argument(0));
              BytesLane needles = BytesLane.of(invocation.argument(1));
              NgramSketch sketch = invocation.scratch().keep(NgramSketch.class, NgramSketch::new);
              return row -> {
                boolean tooLong =
                    haystacks.length(row) > NgramSketch.LONGEST
                        || needles.length(row) > NgramSketch.LONGEST;
                if (tooLong) {
                  return symmetric ? 1 : 0;
                }
                return value(
                    compare(sketch, reading, haystacks, needles, row, symmetric), symmetric);
              };
            }));
  }

  private static Overlap compare(
      NgramSketch sketch,
      Reading reading,
      BytesLane haystacks,
      BytesLane needles,
      int row,
      boolean symmetric) {
    return sketch.compare(
        reading,
        haystacks.data(),
        new int[] {haystacks.start(row), haystacks.end(row)},
        needles.data(),
        new int[] {needles.start(row), needles.end(row)},
        symmetric);
  }

  /** In single precision, as the server divides. */
  private static double value(Overlap overlap, boolean symmetric) {
    if (symmetric) {
      return (float) overlap.distance() / Math.max(1, overlap.haystack() + overlap.needle());
    }
    return 1f - (float) overlap.distance() / Math.max(1, overlap.needle());
  }
}
