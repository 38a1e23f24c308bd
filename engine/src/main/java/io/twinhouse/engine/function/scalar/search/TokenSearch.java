// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.search;

import io.twinhouse.engine.column.ConstantColumn;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.function.BoundFunction;
import io.twinhouse.engine.function.define.Bound;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.function.define.FunctionFamily;
import io.twinhouse.engine.function.define.RowKernels;
import io.twinhouse.engine.function.lane.BytesLane;
import io.twinhouse.engine.function.scalar.string.ByteSearch;
import io.twinhouse.engine.function.scalar.string.LetterFold;
import io.twinhouse.engine.function.scalar.string.Utf8;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.NullableType;
import io.twinhouse.engine.type.StringType;
import io.twinhouse.engine.type.Type;
import java.util.Arrays;

/** Whole words in a text, and signs of a text in their order. */
final class TokenSearch {

  private TokenSearch() {}

  static FunctionFamily family() {
    FunctionFamily family = new FunctionFamily("Search: tokens");
    family.add("hasToken", call -> token(call, LetterFold.NONE, false));
    family.add("hasTokenCaseInsensitive", call -> token(call, LetterFold.ASCII, false));
    family.add("hasTokenOrNull", call -> token(call, LetterFold.NONE, true));
    family.add("hasTokenCaseInsensitiveOrNull", call -> token(call, LetterFold.ASCII, true));
    family.add(
        "hasSubsequence", t -> t.notFolded(), call -> subsequence(call, LetterFold.NONE, false));
    family.add(
        "hasSubsequenceCaseInsensitive",
        t -> t.notFolded(),
        call -> subsequence(call, LetterFold.ASCII, false));
    family.add(
        "hasSubsequenceUTF8", t -> t.notFolded(), call -> subsequence(call, LetterFold.NONE, true));
    family.add(
        "hasSubsequenceCaseInsensitiveUTF8",
        t -> t.notFolded(),
        call -> subsequence(call, LetterFold.UTF8, true));
    return family;
  }

  /** Signs that stand between words; everything beyond ASCII is part of one. */
  static boolean isSeparator(byte b) {
    boolean word =
        b < 0 || (b >= '0' && b <= '9') || (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z');
    return !word;
  }

  private static BoundFunction token(CallSite call, LetterFold fold, boolean orNull) {
    call.arity(2).text(0).string(1);
    Type result = orNull ? new NullableType(IntegerType.UINT8) : IntegerType.UINT8;
    byte[] given = call.constantBytes(1);
    if (!(call.base(0) instanceof StringType)) {
      throw call.refuse(
          ErrorCode.ILLEGAL_COLUMN,
          "Function '" + call.name() + "' doesn't support FixedString haystack argument");
    }
    byte[] token = fold.of(given, 0, given.length);
    for (byte b : token) {
      if (isSeparator(b)) {
        if (!orNull) {
          throw call.refuse(
              ErrorCode.BAD_ARGUMENTS,
              "Needle must not contain whitespace or separator characters");
        }
        LongColumn none = LongColumn.of(new long[1], 1, new boolean[] {true});
        return Bound.total(result, invocation -> ConstantColumn.of(none, invocation.rows()));
      }
    }
    return Bound.total(
        result,
        RowKernels.longs(
            invocation -> {
              BytesLane texts = BytesLane.of(invocation.argument(0));
              return row -> {
                byte[] text = fold.of(texts.data(), texts.start(row), texts.end(row));
                return hasToken(text, token) ? 1 : 0;
              };
            }));
  }

  private static boolean hasToken(byte[] text, byte[] token) {
    int at = token.length == 0 ? -1 : ByteSearch.find(text, 0, text.length, token);
    while (at >= 0) {
      int end = at + token.length;
      boolean whole =
          (at == 0 || isSeparator(text[at - 1])) && (end == text.length || isSeparator(text[end]));
      if (whole) {
        return true;
      }
      at = ByteSearch.find(text, at + 1, text.length, token);
    }
    return false;
  }

  private static BoundFunction subsequence(CallSite call, LetterFold fold, boolean utf8) {
    call.arity(2).string(0).string(1);
    return Bound.of(
        IntegerType.UINT8,
        RowKernels.longs(
            invocation -> {
              BytesLane texts = BytesLane.of(invocation.argument(0));
              BytesLane needles = BytesLane.of(invocation.argument(1));
              return row -> {
                byte[] text = fold.of(texts.data(), texts.start(row), texts.end(row));
                byte[] needle = fold.needle(needles.data(), needles.start(row), needles.end(row));
                if (needle == null) {
                  return 0;
                }
                boolean valid =
                    Utf8.isValid(text, 0, text.length) && Utf8.isValid(needle, 0, needle.length);
                if (utf8 && !valid) {
                  throw call.notImplemented("bytes that are not valid UTF-8");
                }
                return hasSubsequence(text, needle, utf8) ? 1 : 0;
              };
            }));
  }

  private static boolean hasSubsequence(byte[] text, byte[] needle, boolean utf8) {
    int wanted = 0;
    int at = 0;
    while (at < text.length && wanted < needle.length) {
      int length = utf8 ? Utf8.validLength(text, at, text.length) : 1;
      int unit = utf8 ? Utf8.validLength(needle, wanted, needle.length) : 1;
      boolean same = Arrays.equals(text, at, at + length, needle, wanted, wanted + unit);
      wanted += same ? unit : 0;
      at += length;
    }
    return wanted == needle.length;
  }
}
