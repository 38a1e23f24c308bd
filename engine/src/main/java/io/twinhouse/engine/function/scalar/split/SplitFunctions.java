// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.split;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.twinhouse.engine.column.ArrayColumn;
import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.function.BoundFunction;
import io.twinhouse.engine.function.Invocation;
import io.twinhouse.engine.function.define.Bound;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.function.define.FunctionFamily;
import io.twinhouse.engine.function.lane.BytesLane;
import io.twinhouse.engine.function.scalar.string.LikePattern;
import io.twinhouse.engine.function.scalar.string.TextMatcher;
import io.twinhouse.engine.type.ArrayType;
import io.twinhouse.engine.type.StringType;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The split functions, and all matches of a pattern. */
public final class SplitFunctions {

  private SplitFunctions() {}

  /** Receives the pieces of one text. */
  interface Pieces {
    void add(byte[] data, int from, int to);
  }

  /** Takes one text apart. */
  interface Splitter {
    void split(byte[] data, int from, int to, Pieces pieces);
  }

  public static FunctionFamily family() {
    FunctionFamily family = new FunctionFamily("Splitting text");
    family.add("splitByChar", SplitFunctions::byChar);
    family.add("splitByString", SplitFunctions::byString);
    family.add("splitByRegexp", SplitFunctions::byRegexp);
    family.add("splitByWhitespace", call -> bySign(call, Signs.WHITESPACE));
    family.add("splitByNonAlpha", call -> bySign(call, Signs.NON_ALPHA));
    family.add(
        "alphaTokens", t -> t.withAliases("splitByAlpha"), call -> bySign(call, Signs.NON_LETTER));
    family.add("extractAll", SplitFunctions::extractAll);
    return family;
  }

  private static BoundFunction bind(CallSite call, int textIndex, Splitter splitter) {
    long most = call.size() > textIndex + 1 ? call.constantLong(textIndex + 1) : 0;
    return Bound.of(
        new ArrayType(StringType.INSTANCE),
        invocation -> evaluate(invocation, textIndex, splitter, most));
  }

  private static Column evaluate(Invocation call, int textIndex, Splitter splitter, long most) {
    BytesLane lane = BytesLane.of(call.argument(textIndex));
    BytesBuffer out = call.scratch().bytes();
    int[] offsets = new int[call.rows() + 1];
    for (int row = 0; row < call.rows(); row++) {
      int first = out.size();
      splitter.split(
          lane.data(),
          lane.start(row),
          lane.end(row),
          (data, from, to) -> {
            if (most <= 0 || out.size() - first < most) {
              out.append(data, from, to - from);
            }
          });
      offsets[row + 1] = out.size();
    }
    return ArrayColumn.of(offsets, out.toColumn(null), call.rows());
  }

  private static BoundFunction byChar(CallSite call) {
    call.arity(2, 3).text(0).string(1);
    byte[] separator = call.constantText(0).getBytes(StandardCharsets.UTF_8);
    if (separator.length != 1) {
      throw call.refuse(
          ErrorCode.BAD_ARGUMENTS,
          "Illegal separator for function splitByChar. Must be exactly one byte");
    }
    return bind(call, 1, (data, from, to, pieces) -> cut(data, from, to, separator, pieces));
  }

  private static BoundFunction byString(CallSite call) {
    call.arity(2, 3).text(0).string(1);
    byte[] separator = call.constantText(0).getBytes(StandardCharsets.UTF_8);
    if (separator.length == 0) {
      return bind(call, 1, SplitFunctions::bytes);
    }
    return bind(call, 1, (data, from, to, pieces) -> cut(data, from, to, separator, pieces));
  }

  private static void bytes(byte[] data, int from, int to, Pieces pieces) {
    for (int at = from; at < to; at++) {
      pieces.add(data, at, at + 1);
    }
  }

  private static void cut(byte[] data, int from, int to, byte[] separator, Pieces pieces) {
    int start = from;
    int at = from;
    while (at + separator.length <= to) {
      boolean here = Arrays.equals(data, at, at + separator.length, separator, 0, separator.length);
      if (here) {
        pieces.add(data, start, at);
        at += separator.length;
        start = at;
      } else {
        at++;
      }
    }
    pieces.add(data, start, to);
  }

  /** Signs that stand between tokens. */
  private enum Signs {
    WHITESPACE,
    NON_ALPHA,
    NON_LETTER;

    boolean has(int sign) {
      return switch (this) {
        case WHITESPACE -> sign == ' ' || (sign >= '\t' && sign <= '\r');
        case NON_ALPHA ->
            sign == ' '
                || (sign >= '\t' && sign <= '\r')
                || (sign > ' ' && sign < 127 && !Character.isLetterOrDigit(sign));
        case NON_LETTER -> !((sign | 32) >= 'a' && (sign | 32) <= 'z');
      };
    }
  }

  private static BoundFunction bySign(CallSite call, Signs signs) {
    call.arity(1, 2).string(0);
    return bind(
        call,
        0,
        (data, from, to, pieces) -> {
          int start = from;
          for (int at = from; at <= to; at++) {
            if (at == to || signs.has(data[at])) {
              if (at > start) {
                pieces.add(data, start, at);
              }
              start = at + 1;
            }
          }
        });
  }

  private static Pattern pattern(CallSite call, int index) {
    try {
      return Pattern.compile(call.constantText(index), Pattern.DOTALL);
    } catch (PatternSyntaxException e) {
      throw new io.twinhouse.engine.error.TwinhouseException(
          ErrorCode.CANNOT_COMPILE_REGEXP,
          "Cannot compile re2: " + call.constantText(index) + ", error: " + e.getMessage(),
          e);
    }
  }

  private static BoundFunction byRegexp(CallSite call) {
    call.arity(2, 3).text(0).string(1);
    if (call.constantText(0).isEmpty()) {
      return bind(call, 1, SplitFunctions::bytes);
    }
    Pattern pattern = pattern(call, 0);
    return bind(
        call,
        1,
        (data, from, to, pieces) -> {
          byte[] text = LikePattern.text(data, from, to);
          TextMatcher matcher = TextMatcher.of(pattern, text);
          int start = 0;
          while (matcher.find()) {
            if (matcher.end() > matcher.start()) {
              pieces.add(text, start, matcher.start());
              start = matcher.end();
            }
          }
          pieces.add(text, start, text.length);
        });
  }

  private static BoundFunction extractAll(CallSite call) {
    call.arity(2).string(0).text(1);
    Pattern pattern = pattern(call, 1);
    int group = pattern.groupCount() > 0 ? 1 : 0;
    Splitter splitter =
        (data, from, to, pieces) -> {
          byte[] text = LikePattern.text(data, from, to);
          TextMatcher matcher = TextMatcher.of(pattern, text);
          while (matcher.find() && matcher.end() > matcher.start()) {
            int start = matcher.start(group);
            pieces.add(text, Math.max(start, 0), Math.max(matcher.end(group), 0));
          }
        };
    return Bound.of(
        new ArrayType(StringType.INSTANCE), invocation -> evaluate(invocation, 0, splitter, 0));
  }
}
