// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.string;

import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.function.BoundFunction;
import io.twinhouse.engine.function.define.Bound;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.function.define.FunctionFamily;
import io.twinhouse.engine.function.define.RowKernels;
import io.twinhouse.engine.function.lane.BytesLane;
import io.twinhouse.engine.function.lane.LongLane;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.Lane;
import io.twinhouse.engine.type.Type;
import org.jspecify.annotations.Nullable;

/** Search for a string in a string: position, startsWith, countSubstrings. */
final class SearchFunctions {

  private SearchFunctions() {}

  /** Compares two whole strings, already folded. */
  @FunctionalInterface
  private interface Test {
    long of(byte[] data, int from, int to, byte[] needle);
  }

  static FunctionFamily family() {
    FunctionFamily family = new FunctionFamily("Strings: search");
    family
        .add("position", t -> t.anyCase(), call -> position(call, LetterFold.NONE, false, 0))
        .add("positionUTF8", call -> position(call, LetterFold.NONE, true, 0))
        .add(
            "positionCaseInsensitive",
            t -> t.withAliases("instr"),
            call -> position(call, LetterFold.ASCII, false, 0))
        .add("positionCaseInsensitiveUTF8", call -> position(call, LetterFold.UTF8, true, 0))
        .add("locate", t -> t.anyCase(), call -> position(call, LetterFold.NONE, false, 1));
    addTests(family, "", LetterFold.NONE);
    addTests(family, "CaseInsensitive", LetterFold.ASCII);
    family.add(
        "startsWithCaseInsensitiveUTF8",
        call ->
            test(
                call.arity(2).string(0).string(1),
                IntegerType.UINT8,
                LetterFold.UTF8,
                SearchFunctions::starts));
    family.add(
        "endsWithCaseInsensitiveUTF8",
        call ->
            test(
                call.arity(2).string(0).string(1),
                IntegerType.UINT8,
                LetterFold.UTF8,
                SearchFunctions::ends));
    family.add("startsWithUTF8", call -> whole(call, SearchFunctions::startsWhole));
    family.add("endsWithUTF8", call -> whole(call, SearchFunctions::endsWhole));
    family.add("countSubstringsCaseInsensitiveUTF8", call -> count(call, LetterFold.UTF8));
    return family;
  }

  private static void addTests(FunctionFamily family, String suffix, LetterFold fold) {
    family
        .add(
            "startsWith" + suffix,
            call -> test(call, IntegerType.UINT8, fold, SearchFunctions::starts))
        .add(
            "endsWith" + suffix, call -> test(call, IntegerType.UINT8, fold, SearchFunctions::ends))
        .add(
            "countSubstrings" + suffix,
            t -> fold == LetterFold.NONE ? t.anyCase() : t,
            call -> count(call, fold));
  }

  private static long starts(byte[] data, int from, int to, byte[] needle) {
    return to - from >= needle.length && ByteSearch.matches(data, from, needle) ? 1 : 0;
  }

  private static long startsWhole(byte[] data, int from, int to, byte[] needle) {
    int behind = from + needle.length;
    boolean cut = behind < to && isContinuation(data[behind]);
    return cut ? 0 : starts(data, from, to, needle);
  }

  private static long endsWhole(byte[] data, int from, int to, byte[] needle) {
    int at = to - needle.length;
    boolean cut = needle.length > 0 && isContinuation(needle[0]) && at > from;
    return cut ? 0 : ends(data, from, to, needle);
  }

  private static boolean isContinuation(byte sign) {
    return (sign & 0xC0) == 0x80;
  }

  private static long ends(byte[] data, int from, int to, byte[] needle) {
    int at = to - needle.length;
    return at >= from && ByteSearch.matches(data, at, needle) ? 1 : 0;
  }

  private static long count(byte[] data, int from, byte[] needle) {
    long found = 0;
    int at = needle.length == 0 ? -1 : ByteSearch.find(data, from, data.length, needle);
    while (at >= 0) {
      found++;
      at = ByteSearch.find(data, at + needle.length, data.length, needle);
    }
    return found;
  }

  private static BoundFunction count(CallSite call, LetterFold fold) {
    call.arity(2, 3).string(0).text(1);
    boolean offset = call.size() == 3;
    if (offset && !(call.base(2) instanceof IntegerType type && !type.signed())) {
      throw call.illegal(2);
    }
    if (offset && call.base(2).lane() != Lane.LONG) {
      throw call.notImplemented(call.base(2).name());
    }
    return Bound.total(
        IntegerType.UINT64,
        RowKernels.longs(
            invocation -> {
              BytesLane texts = BytesLane.of(invocation.argument(0));
              BytesLane needles = BytesLane.of(invocation.argument(1));
              LongLane starts = offset ? LongLane.of(invocation.argument(2)) : null;
              return row -> {
                byte[] text = fold.of(texts.data(), texts.start(row), texts.end(row));
                byte[] needle = fold.needle(needles.data(), needles.start(row), needles.end(row));
                long skip = starts == null ? 0 : skipped(starts.at(row), true);
                int from =
                    fold == LetterFold.UTF8
                        ? Utf8.advance(text, 0, text.length, skip)
                        : (int) Math.min(skip, text.length);
                return needle == null ? 0 : count(text, from, needle);
              };
            }));
  }

  /** A test by code points, for Strings alone. */
  private static BoundFunction whole(CallSite call, Test test) {
    return test(call.arity(2).string(0).string(1), IntegerType.UINT8, LetterFold.NONE, test);
  }

  private static BoundFunction test(CallSite call, Type result, LetterFold fold, Test test) {
    call.arity(2).text(0).text(1);
    return Bound.total(
        result,
        invocation -> {
          BytesLane texts = BytesLane.of(invocation.argument(0));
          BytesLane needles = BytesLane.of(invocation.argument(1));
          long[] answers = invocation.scratch().longs(invocation.rows());
          byte @Nullable [] needle = null;
          for (int row = 0; row < invocation.rows(); row++) {
            if (row == 0 || !needles.isConstant()) {
              needle = fold.needle(needles.data(), needles.start(row), needles.end(row));
            }
            if (needle == null) {
              answers[row] = 0;
            } else if (fold == LetterFold.NONE) {
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
  private static BoundFunction position(
      CallSite call, LetterFold fold, boolean utf8, int haystack) {
    call.arity(2, 3).text(0).text(1);
    boolean offset = call.size() == 3;
    if (call.constant(haystack) == null) {
      call.noFixedString(haystack);
    }
    if (offset && call.integer(2).base(2) instanceof IntegerType start && start.signed()) {
      throw call.illegal(2);
    }
    boolean unsigned = offset && call.base(2).equals(IntegerType.UINT64);
    // of two constants the bytes are compared, even those of no code point
    boolean known = call.constant(0) != null && call.constant(1) != null;
    return Bound.total(
        IntegerType.UINT64,
        invocation -> {
          BytesLane texts = BytesLane.of(invocation.argument(haystack));
          BytesLane needles = BytesLane.of(invocation.argument(1 - haystack));
          LongLane starts = offset ? LongLane.of(invocation.argument(2)) : null;
          long[] positions = invocation.scratch().longs(invocation.rows());
          for (int row = 0; row < invocation.rows(); row++) {
            byte[] text = fold.of(texts.data(), texts.start(row), texts.end(row));
            byte[] needle =
                known
                    ? fold.of(needles.data(), needles.start(row), needles.end(row))
                    : fold.needle(needles.data(), needles.start(row), needles.end(row));
            long skip = starts == null ? 0 : skipped(starts.at(row), unsigned);
            positions[row] = needle == null ? 0 : find(text, needle, skip, utf8);
          }
          return LongColumn.of(positions, invocation.rows(), null);
        });
  }

  /** How many bytes or letters are before the start, which counts from 1. */
  private static long skipped(long start, boolean unsigned) {
    return unsigned && start < 0 ? Long.MAX_VALUE : Math.max(0, start - 1);
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
