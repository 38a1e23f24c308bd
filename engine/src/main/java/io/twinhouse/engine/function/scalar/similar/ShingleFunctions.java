// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.similar;

import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.column.TupleColumn;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.function.BoundFunction;
import io.twinhouse.engine.function.Invocation;
import io.twinhouse.engine.function.define.Bound;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.function.define.FunctionFamily;
import io.twinhouse.engine.function.define.RowKernels;
import io.twinhouse.engine.function.lane.BytesLane;
import io.twinhouse.engine.function.scalar.similar.Shingles.Unit;
import io.twinhouse.engine.function.scalar.similar.Shingles.Visitor;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.type.BoolType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.StringType;
import io.twinhouse.engine.type.TupleType;
import io.twinhouse.engine.type.Type;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * SimHash and MinHash of the n-grams or words of a text: alike for texts that are alike. The first
 * counts the bits of all hashes, the second keeps the smallest and the largest of them.
 */
public final class ShingleFunctions {

  private static final int USUAL_SIZE = 3;
  private static final int USUAL_HASHES = 6;
  private static final int MOST_HASHES = 25;

  private ShingleFunctions() {}

  public static FunctionFamily family() {
    FunctionFamily family = new FunctionFamily("Strings: shingles");
    for (boolean anyCase : new boolean[] {false, true}) {
      for (boolean utf8 : new boolean[] {false, true}) {
        String suffix = (anyCase ? "CaseInsensitive" : "") + (utf8 ? "UTF8" : "");
        add(family, "ngram", suffix, utf8 ? Unit.CHARACTER : Unit.BYTE, anyCase);
        add(family, "wordShingle", suffix, Unit.WORD, anyCase);
      }
    }
    return family;
  }

  private static void add(
      FunctionFamily family, String prefix, String suffix, Unit unit, boolean anyCase) {
    family.add(prefix + "SimHash" + suffix, call -> similarity(call, unit, anyCase));
    family.add(prefix + "MinHash" + suffix, call -> extremes(call, unit, anyCase));
    family.add(prefix + "MinHashArg" + suffix, call -> extremeTexts(call, unit, anyCase));
  }

  private static BoundFunction similarity(CallSite call, Unit unit, boolean anyCase) {
    int size = sizes(call, 2)[0];
    return Bound.total(
        IntegerType.UINT64,
        RowKernels.longs(
            invocation -> {
              BytesLane texts = BytesLane.of(invocation.argument(0));
              Shingles shingles = shingles(invocation, unit, anyCase, size);
              BitCounts counts = new BitCounts();
              return row -> {
                counts.clear();
                shingles.visit(texts.data(), texts.start(row), texts.end(row), counts);
                return counts.majority();
              };
            }));
  }

  private static BoundFunction extremes(CallSite call, Unit unit, boolean anyCase) {
    int[] sizes = sizes(call, 3);
    Type pair = TupleType.of(List.of(IntegerType.UINT64, IntegerType.UINT64));
    return Bound.total(
        pair,
        invocation -> {
          LongPairs results = invocation.scratch().keep(LongPairs.class, LongPairs::new);
          results.reserve(invocation.rows());
          BytesLane texts = BytesLane.of(invocation.argument(0));
          Shingles shingles = shingles(invocation, unit, anyCase, sizes[0]);
          Ends ends = new Ends(sizes[1]);
          for (int row = 0; row < invocation.rows(); row++) {
            ends.read(shingles, texts, row);
            results.first[row] = ends.least.folded();
            results.second[row] = ends.greatest.folded();
          }
          return results.column(invocation.rows());
        });
  }

  private static BoundFunction extremeTexts(CallSite call, Unit unit, boolean anyCase) {
    int[] sizes = sizes(call, 3);
    Type texts = TupleType.of(Collections.nCopies(sizes[1], StringType.INSTANCE));
    return Bound.total(
        TupleType.of(List.of(texts, texts)),
        invocation -> {
          TextPairs results =
              invocation
                  .scratch()
                  .keep(TextPairs.class, memory -> new TextPairs(sizes[1], memory))
                  .emptied();
          BytesLane lane = BytesLane.of(invocation.argument(0));
          Shingles shingles = shingles(invocation, unit, anyCase, sizes[0]);
          Ends ends = new Ends(sizes[1]);
          for (int row = 0; row < invocation.rows(); row++) {
            ends.read(shingles, lane, row);
            ends.least.write(lane.data(), results.first);
            ends.greatest.write(lane.data(), results.second);
          }
          return results.column(invocation.rows());
        });
  }

  private static Shingles shingles(Invocation call, Unit unit, boolean anyCase, int size) {
    return call.scratch().keep(Shingles.class, memory -> new Shingles(unit, anyCase, size, memory));
  }

  /** Units of a run, and how many hashes are kept. */
  private static int[] sizes(CallSite call, int most) {
    if (call.size() == 0) {
      throw call.refuse(
          ErrorCode.TOO_FEW_ARGUMENTS_FOR_FUNCTION,
          "Function " + call.name() + " expects at least one argument");
    }
    call.string(0);
    int size = call.size() > 1 ? size(call, 1) : USUAL_SIZE;
    if (call.size() > most) {
      throw call.refuse(
          ErrorCode.TOO_MANY_ARGUMENTS_FOR_FUNCTION,
          "Function " + call.name() + " expects no more than " + most + " arguments");
    }
    int hashes = call.size() > 2 ? size(call, 2) : USUAL_HASHES;
    check(call, "shingle size", size, Shingles.LARGEST);
    check(call, "num hashes", hashes, MOST_HASHES);
    return new int[] {size, hashes};
  }

  private static int size(CallSite call, int index) {
    Type type = call.base(index);
    boolean unsigned =
        type instanceof BoolType || type instanceof IntegerType integer && !integer.signed();
    Column value = call.constant(index);
    if (!unsigned || value == null) {
      throw call.illegal(index);
    }
    if (!(value.flatten() instanceof LongColumn number)) {
      throw call.notImplemented("sizes of type " + type.name());
    }
    long size = number.values()[0];
    return size < 0 || size > Integer.MAX_VALUE ? Integer.MAX_VALUE : (int) size;
  }

  private static void check(CallSite call, String what, int size, int most) {
    if (size == 0 || size > most) {
      throw call.refuse(
          ErrorCode.ARGUMENT_OUT_OF_BOUND,
          "Argument (" + what + ") of function " + call.name() + " must be from 1 to " + most);
    }
  }

  /** How often each bit is set, less how often it is not. */
  private static final class BitCounts implements Visitor {
    private final int[] counts = new int[Long.SIZE];
    private boolean isWhole;
    private long whole;

    void clear() {
      Arrays.fill(counts, 0);
      isWhole = false;
    }

    @Override
    public void whole(long hash, int from, int to) {
      isWhole = true;
      whole = hash;
    }

    @Override
    public void shingle(long hash, int from, int to) {
      for (int bit = 0; bit < Long.SIZE; bit++) {
        counts[bit] += (int) (hash >>> bit & 1) * 2 - 1;
      }
    }

    long majority() {
      long bits = 0;
      for (int bit = 0; bit < Long.SIZE; bit++) {
        if (counts[bit] > 0) {
          bits |= 1L << bit;
        }
      }
      return isWhole ? whole : bits;
    }
  }

  /** Both ends of the order of a text's hashes. */
  private static final class Ends implements Visitor {
    private final LeastHashes least;
    private final LeastHashes greatest;

    Ends(int limit) {
      least = new LeastHashes(limit, true);
      greatest = new LeastHashes(limit, false);
    }

    void read(Shingles shingles, BytesLane texts, int row) {
      least.clear();
      greatest.clear();
      shingles.visit(texts.data(), texts.start(row), texts.end(row), this);
    }

    @Override
    public void whole(long hash, int from, int to) {
      shingle(hash, from, to);
    }

    @Override
    public void shingle(long hash, int from, int to) {
      least.add(hash, from, to);
      greatest.add(hash, from, to);
    }
  }

  /** A column of pairs of numbers in the making. */
  private static final class LongPairs {
    private final Reservation memory;
    private long[] first = {};
    private long[] second = {};

    LongPairs(Reservation memory) {
      this.memory = memory;
    }

    void reserve(int rows) {
      if (first.length < rows) {
        memory.grow(2L * Long.BYTES * (rows - first.length));
        first = new long[rows];
        second = new long[rows];
      }
    }

    Column column(int rows) {
      return TupleColumn.of(
          List.of(LongColumn.of(first, rows, null), LongColumn.of(second, rows, null)), rows);
    }
  }

  /** A column of pairs of tuples of texts in the making. */
  private static final class TextPairs {
    private final BytesBuffer[] first;
    private final BytesBuffer[] second;

    TextPairs(int width, Reservation memory) {
      first = new BytesBuffer[width];
      second = new BytesBuffer[width];
      Arrays.setAll(first, i -> new BytesBuffer(memory));
      Arrays.setAll(second, i -> new BytesBuffer(memory));
    }

    TextPairs emptied() {
      for (int i = 0; i < first.length; i++) {
        first[i].reset();
        second[i].reset();
      }
      return this;
    }

    Column column(int rows) {
      return TupleColumn.of(List.of(tuple(first, rows), tuple(second, rows)), rows);
    }

    private static Column tuple(BytesBuffer[] texts, int rows) {
      return TupleColumn.of(
          Arrays.stream(texts).map(text -> (Column) text.toColumn(null)).toList(), rows);
    }
  }
}
