// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.search;

import io.twinhouse.engine.function.BoundFunction;
import io.twinhouse.engine.function.define.Bound;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.function.define.FunctionFamily;
import io.twinhouse.engine.function.define.RowKernels;
import io.twinhouse.engine.function.lane.BytesLane;
import io.twinhouse.engine.function.scalar.string.ByteSearch;
import io.twinhouse.engine.function.scalar.string.LetterFold;
import io.twinhouse.engine.function.scalar.string.Utf8;
import io.twinhouse.engine.type.ArrayType;
import io.twinhouse.engine.type.IntegerType;
import org.jspecify.annotations.Nullable;

/** Many needles in one text: whether, where, and which. */
final class MultiSearch {

  private MultiSearch() {}

  static FunctionFamily family() {
    FunctionFamily family = new FunctionFamily("Search: many needles");
    add(family, "", LetterFold.NONE, false);
    add(family, "UTF8", LetterFold.NONE, true);
    add(family, "CaseInsensitive", LetterFold.ASCII, false);
    add(family, "CaseInsensitiveUTF8", LetterFold.UTF8, true);
    return family;
  }

  private static void add(FunctionFamily family, String suffix, LetterFold fold, boolean utf8) {
    family.add("multiSearchAny" + suffix, call -> number(call, fold, MultiSearch::any));
    family.add("multiSearchFirstIndex" + suffix, call -> number(call, fold, MultiSearch::index));
    family.add(
        "multiSearchFirstPosition" + suffix,
        call -> number(call, fold, (text, needles) -> first(text, needles, utf8)));
    family.add("multiSearchAllPositions" + suffix, call -> all(call, fold, utf8));
  }

  private interface Answer {
    long of(byte[] text, byte[][] needles);
  }

  private static BoundFunction number(CallSite call, LetterFold fold, Answer answer) {
    NeedleLane.check(call);
    boolean flag = call.name().contains("Any");
    return Bound.total(
        flag ? IntegerType.UINT8 : IntegerType.UINT64,
        RowKernels.longs(
            invocation -> {
              BytesLane texts = BytesLane.of(invocation.argument(0));
              NeedleLane needles = new NeedleLane(invocation.argument(1), fold);
              return row -> {
                byte[] text = fold.of(texts.data(), texts.start(row), texts.end(row));
                return answer.of(text, needles.at(row));
              };
            }));
  }

  private static BoundFunction all(CallSite call, LetterFold fold, boolean utf8) {
    NeedleLane.check(call);
    return Bound.total(
        new ArrayType(IntegerType.UINT64),
        RowKernels.longArrays(
            invocation -> {
              BytesLane texts = BytesLane.of(invocation.argument(0));
              NeedleLane needles = new NeedleLane(invocation.argument(1), fold);
              return (row, out) -> {
                byte[] text = fold.of(texts.data(), texts.start(row), texts.end(row));
                for (byte[] needle : needles.at(row)) {
                  out.add(position(text, needle, utf8));
                }
              };
            }));
  }

  /** Nothing at all is found in an empty text, not even nothing. */
  private static int find(byte[] text, byte @Nullable [] needle) {
    return text.length == 0 || needle == null ? -1 : ByteSearch.find(text, 0, text.length, needle);
  }

  private static long position(byte[] text, byte @Nullable [] needle, boolean utf8) {
    int at = find(text, needle);
    return at < 0 ? 0 : 1L + (utf8 ? Utf8.count(text, 0, at) : at);
  }

  private static long any(byte[] text, byte[][] needles) {
    return index(text, needles) > 0 ? 1 : 0;
  }

  private static long index(byte[] text, byte[][] needles) {
    for (int i = 0; i < needles.length; i++) {
      if (find(text, needles[i]) >= 0) {
        return i + 1L;
      }
    }
    return 0;
  }

  private static long first(byte[] text, byte[][] needles, boolean utf8) {
    long first = 0;
    for (byte[] needle : needles) {
      long position = position(text, needle, utf8);
      first = position > 0 && (first == 0 || position < first) ? position : first;
    }
    return first;
  }
}
