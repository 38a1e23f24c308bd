// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.similar;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.function.BoundFunction;
import io.twinhouse.engine.function.Invocation;
import io.twinhouse.engine.function.define.Bound;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.function.define.FunctionFamily;
import io.twinhouse.engine.function.define.Operands;
import io.twinhouse.engine.function.define.RowKernels;
import io.twinhouse.engine.function.lane.BytesLane;
import io.twinhouse.engine.type.FloatType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.StringType;

/** Distances and similarities of two texts. */
public final class SimilarFunctions {

  /** Longer pairs would take too long to compare, says the server. */
  private static final int LONGEST = 1 << 16;

  private SimilarFunctions() {}

  private interface Distance {
    long of(int[] a, int[] b);
  }

  private interface Share {
    double of(int[] a, int[] b);
  }

  private interface Reading {
    int[] of(byte[] data, int from, int to);
  }

  public static FunctionFamily family() {
    FunctionFamily family = new FunctionFamily("Strings: similarity");
    family.add(
        "editDistance",
        t -> t.withAliases("levenshteinDistance"),
        call -> distance(call, Symbols::ofBytes, EditDistance::levenshtein));
    family.add(
        "editDistanceUTF8",
        t -> t.withAliases("levenshteinDistanceUTF8"),
        call -> distance(call, Symbols::ofUtf8, EditDistance::levenshtein));
    family.add(
        "damerauLevenshteinDistance",
        call -> distance(call, Symbols::ofBytes, EditDistance::damerau));
    family.add(
        "byteHammingDistance",
        t -> t.withAliases("mismatches"),
        call -> distance(call, Symbols::ofBytes, EditDistance::hamming));
    family.add("jaroSimilarity", call -> share(call, Symbols::ofBytes, EditDistance::jaro));
    family.add(
        "jaroWinklerSimilarity", call -> share(call, Symbols::ofBytes, EditDistance::jaroWinkler));
    family.add("stringJaccardIndex", call -> share(call, Symbols::ofBytes, EditDistance::jaccard));
    family.add(
        "stringJaccardIndexUTF8", call -> share(call, Symbols::ofUtf8, EditDistance::jaccard));
    family.add(
        "soundex",
        t -> t.anyCase(),
        call -> Bound.total(strings(call, 1), Operands.bytes(Soundex::write)));
    return family;
  }

  private static StringType strings(CallSite call, int count) {
    call.arity(count);
    for (int i = 0; i < count; i++) {
      call.string(i);
    }
    return StringType.INSTANCE;
  }

  private static BoundFunction distance(CallSite call, Reading reading, Distance distance) {
    strings(call, 2);
    return Bound.of(
        IntegerType.UINT64,
        RowKernels.longs(
            invocation -> {
              Pairs pairs = new Pairs(invocation, reading);
              return row ->
                  pairs.isOneEmpty(row)
                      ? pairs.bytes(row)
                      : distance.of(pairs.first(row), pairs.second(row));
            }));
  }

  private static BoundFunction share(CallSite call, Reading reading, Share share) {
    strings(call, 2);
    return Bound.of(
        FloatType.FLOAT64,
        RowKernels.doubles(
            invocation -> {
              Pairs pairs = new Pairs(invocation, reading);
              return row -> share.of(pairs.first(row), pairs.second(row));
            }));
  }

  /** The two texts of each row. */
  private static final class Pairs {
    private final BytesLane first;
    private final BytesLane second;
    private final Reading reading;

    Pairs(Invocation call, Reading reading) {
      this.first = BytesLane.of(call.argument(0));
      this.second = BytesLane.of(call.argument(1));
      this.reading = reading;
    }

    boolean isOneEmpty(int row) {
      return first.length(row) == 0 || second.length(row) == 0;
    }

    /** Bytes of both texts together: the server's distance from nothing, in UTF-8 too. */
    long bytes(int row) {
      return (long) first.length(row) + second.length(row);
    }

    int[] first(int row) {
      return read(first, row);
    }

    int[] second(int row) {
      return read(second, row);
    }

    private int[] read(BytesLane lane, int row) {
      if (lane.length(row) > LONGEST) {
        throw new TwinhouseException(
            ErrorCode.TOO_LARGE_STRING_SIZE,
            "The string size is too big, should be at most " + LONGEST);
      }
      return reading.of(lane.data(), lane.start(row), lane.end(row));
    }
  }
}
