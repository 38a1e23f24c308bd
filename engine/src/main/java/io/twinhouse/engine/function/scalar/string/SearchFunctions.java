// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.string;

import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.function.BoundFunction;
import io.twinhouse.engine.function.define.Bound;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.function.define.FunctionFamily;
import io.twinhouse.engine.function.lane.BytesLane;
import io.twinhouse.engine.function.lane.LongLane;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.Type;

/** Search for a string in a string: position, startsWith, countSubstrings. */
final class SearchFunctions {

  private SearchFunctions() {}

  /** How letters are compared. */
  private enum Fold {
    NONE,
    ASCII,
    UTF8;

    byte[] of(byte[] data, int from, int to) {
      return switch (this) {
        case NONE -> java.util.Arrays.copyOfRange(data, from, to);
        case ASCII -> ByteSearch.lower(data, from, to);
        case UTF8 -> ByteSearch.lowerUtf8(data, from, to);
      };
    }
  }

  /** Compares two whole strings, already folded. */
  @FunctionalInterface
  private interface Test {
    long of(byte[] data, int from, int to, byte[] needle);
  }

  static FunctionFamily family() {
    FunctionFamily family = new FunctionFamily("Strings: search");
    family
        .add("position", t -> t.anyCase(), call -> position(call, Fold.NONE, false, 0))
        .add("positionUTF8", call -> position(call, Fold.NONE, true, 0))
        .add("positionCaseInsensitive", call -> position(call, Fold.ASCII, false, 0))
        .add("positionCaseInsensitiveUTF8", call -> position(call, Fold.UTF8, true, 0))
        .add("locate", t -> t.anyCase(), call -> position(call, Fold.NONE, false, 1));
    addTests(family, "", Fold.NONE);
    addTests(family, "CaseInsensitive", Fold.ASCII);
    return family;
  }

  private static void addTests(FunctionFamily family, String suffix, Fold fold) {
    family
        .add(
            "startsWith" + suffix,
            call -> test(call, IntegerType.UINT8, fold, SearchFunctions::starts))
        .add(
            "endsWith" + suffix, call -> test(call, IntegerType.UINT8, fold, SearchFunctions::ends))
        .add(
            "countSubstrings" + suffix,
            t -> fold == Fold.NONE ? t.anyCase() : t,
            call -> test(call, IntegerType.UINT64, fold, SearchFunctions::count));
  }

  private static long starts(byte[] data, int from, int to, byte[] needle) {
    return to - from >= needle.length && ByteSearch.matches(data, from, needle) ? 1 : 0;
  }

  private static long ends(byte[] data, int from, int to, byte[] needle) {
    int at = to - needle.length;
    return at >= from && ByteSearch.matches(data, at, needle) ? 1 : 0;
  }

  private static long count(byte[] data, int from, int to, byte[] needle) {
    long found = 0;
    int at = needle.length == 0 ? -1 : ByteSearch.find(data, from, to, needle);
    while (at >= 0) {
      found++;
      at = ByteSearch.find(data, at + needle.length, to, needle);
    }
    return found;
  }

  private static BoundFunction test(CallSite call, Type result, Fold fold, Test test) {
    call.arity(2).text(0).text(1);
    return Bound.total(
        result,
        invocation -> {
          BytesLane texts = BytesLane.of(invocation.argument(0));
          BytesLane needles = BytesLane.of(invocation.argument(1));
          long[] answers = invocation.scratch().longs(invocation.rows());
          byte[] needle = new byte[0];
          for (int row = 0; row < invocation.rows(); row++) {
            if (row == 0 || !needles.isConstant()) {
              needle = fold.of(needles.data(), needles.start(row), needles.end(row));
            }
            if (fold == Fold.NONE) {
              answers[row] = test.of(texts.data(), texts.start(row), texts.end(row), needle);
            } else {
              byte[] text = fold.of(texts.data(), texts.start(row), texts.end(row));
              answers[row] = test.of(text, 0, text.length, needle);
            }
          }
          return LongColumn.of(answers, invocation.rows(), null);
        });
  }

  /**
   * Positions count from 1; 0 is not found.
   *
   * @param haystack which argument is searched: the other of the first two is looked for
   */
  private static BoundFunction position(CallSite call, Fold fold, boolean utf8, int haystack) {
    call.arity(2, 3).text(0).text(1);
    boolean offset = call.size() == 3;
    if (offset) {
      call.integer(2);
    }
    return Bound.total(
        IntegerType.UINT64,
        invocation -> {
          BytesLane texts = BytesLane.of(invocation.argument(haystack));
          BytesLane needles = BytesLane.of(invocation.argument(1 - haystack));
          LongLane starts = offset ? LongLane.of(invocation.argument(2)) : null;
          long[] positions = invocation.scratch().longs(invocation.rows());
          for (int row = 0; row < invocation.rows(); row++) {
            byte[] text = fold.of(texts.data(), texts.start(row), texts.end(row));
            byte[] needle = fold.of(needles.data(), needles.start(row), needles.end(row));
            long start = starts == null ? 1 : Math.max(1, starts.at(row));
            positions[row] = find(text, needle, start - 1, utf8);
          }
          return LongColumn.of(positions, invocation.rows(), null);
        });
  }

  private static long find(byte[] text, byte[] needle, long skip, boolean utf8) {
    int from =
        utf8
            ? Utf8.advance(text, 0, text.length, skip)
            : (int) Math.min(skip, (long) text.length + 1);
    if (from > text.length || (utf8 && skip > Utf8.count(text, 0, text.length))) {
      return 0;
    }
    int at = ByteSearch.find(text, from, text.length, needle);
    if (at < 0) {
      return 0;
    }
    return 1L + (utf8 ? Utf8.count(text, 0, at) : at);
  }
}
