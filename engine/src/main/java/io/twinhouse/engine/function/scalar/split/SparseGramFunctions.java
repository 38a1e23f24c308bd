// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.split;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.function.BoundFunction;
import io.twinhouse.engine.function.FunctionTraits;
import io.twinhouse.engine.function.Invocation;
import io.twinhouse.engine.function.define.Bound;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.function.define.FunctionFamily;
import io.twinhouse.engine.function.define.RowKernels;
import io.twinhouse.engine.function.lane.BytesLane;
import io.twinhouse.engine.type.ArrayType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.StringType;

/** sparseGrams and its kin: pieces of a text that are the same wherever they stand. */
public final class SparseGramFunctions {

  private static final long LEAST = 3;
  private static final long MOST = 100;

  private SparseGramFunctions() {}

  public static FunctionFamily family() {
    FunctionFamily family = new FunctionFamily("Splitting text: sparse grams");
    for (boolean utf8 : new boolean[] {false, true}) {
      String suffix = utf8 ? "UTF8" : "";
      family.add(
          "sparseGrams" + suffix,
          FunctionTraits::dropLowCardinality,
          call -> bind(call, utf8, false));
      family.add(
          "sparseGramsHashes" + suffix,
          FunctionTraits::dropLowCardinality,
          call -> bind(call, utf8, true));
    }
    return family;
  }

  private static BoundFunction bind(CallSite call, boolean utf8, boolean hashes) {
    long[] sizes = sizes(call);
    if (hashes) {
      return Bound.total(
          new ArrayType(IntegerType.UINT32),
          RowKernels.longArrays(
              invocation -> {
                BytesLane texts = BytesLane.of(invocation.argument(0));
                SparseGrams grams = grams(invocation, utf8, sizes);
                byte[] data = texts.data();
                return (row, out) ->
                    grams.visit(
                        data,
                        texts.start(row),
                        texts.end(row),
                        (from, to) -> out.add(SparseGrams.hash(data, from, to)));
              }));
    }
    return Bound.total(
        new ArrayType(StringType.INSTANCE),
        RowKernels.texts(
            invocation -> {
              BytesLane texts = BytesLane.of(invocation.argument(0));
              SparseGrams grams = grams(invocation, utf8, sizes);
              byte[] data = texts.data();
              return (row, out) ->
                  grams.visit(
                      data,
                      texts.start(row),
                      texts.end(row),
                      (from, to) -> out.append(data, from, to - from));
            }));
  }

  private static SparseGrams grams(Invocation call, boolean utf8, long[] sizes) {
    return call.scratch()
        .keep(
            SparseGrams.class,
            memory -> new SparseGrams(utf8, sizes[0], sizes[1], sizes[2], memory));
  }

  /** The least and the most characters of a piece, and how many those have that are told. */
  private static long[] sizes(CallSite call) {
    call.arity(1, 4).string(0);
    for (int i = 1; i < call.size(); i++) {
      call.integer(i);
      if (call.constant(i) == null) {
        throw call.refuse(
            ErrorCode.ILLEGAL_COLUMN,
            "Argument " + (i + 1) + " of function " + call.name() + " must be a constant");
      }
    }
    long least = call.size() > 1 ? size(call, 1) : LEAST;
    // Of four arguments the server does not read the third.
    long most = call.size() == 3 ? size(call, 2) : MOST;
    long cutoff = call.size() > 3 ? size(call, 3) : least;
    if (least < LEAST || most < least || cutoff < least || cutoff > most) {
      throw call.refuse(
          ErrorCode.BAD_ARGUMENTS,
          "Lengths of function "
              + call.name()
              + " must be 3 or more, and each not less than the one before");
    }
    return new long[] {least, most, cutoff};
  }

  private static long size(CallSite call, int index) {
    Column value = call.constant(index);
    long size = value == null ? 0 : ((LongColumn) value.flatten()).values()[0];
    // Negative ones are very large numbers to the server.
    return size < 0 || size > Integer.MAX_VALUE ? Integer.MAX_VALUE : size;
  }
}
