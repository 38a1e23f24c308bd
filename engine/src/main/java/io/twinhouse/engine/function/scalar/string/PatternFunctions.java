// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.string;

import com.google.re2j.Pattern;
import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.error.Checkpoint;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.function.BoundFunction;
import io.twinhouse.engine.function.define.Bound;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.function.define.Composition;
import io.twinhouse.engine.function.define.FunctionFamily;
import io.twinhouse.engine.function.define.Operands;
import io.twinhouse.engine.function.define.RowKernels;
import io.twinhouse.engine.function.lane.BytesLane;
import io.twinhouse.engine.function.pattern.Automaton;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.StringType;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;

/** LIKE and RE2: like, ilike, match, extract, countMatches. */
final class PatternFunctions {

  private PatternFunctions() {}

  static FunctionFamily family() {
    return new FunctionFamily("Strings: patterns")
        .add("like", call -> like(call, false, false))
        .add("notLike", call -> like(call, false, true))
        .add("ilike", call -> like(call, true, false))
        .add("notILike", call -> like(call, true, true))
        .add(
            "match",
            t -> t.withAliases("REGEXP_MATCHES").anyCase(),
            call -> test(call, LikePattern::regexp, false))
        .add("extract", PatternFunctions::extract)
        .add("countMatches", call -> countMatches(call, false))
        .add("countMatchesCaseInsensitive", call -> countMatches(call, true));
  }

  private static BoundFunction like(CallSite call, boolean ignoreCase, boolean negated) {
    call.arity(2, 3).text(0).text(1);
    if (call.size() == 3) {
      return escaped(call);
    }
    if (call.constant(1) != null && !ignoreCase) {
      byte[] infix = LikePattern.plainInfix(call.constantText(1));
      if (infix != null) {
        return Bound.total(
            IntegerType.UINT8,
            Operands.bytesToLong(
                (data, from, to) ->
                    ByteSearch.find(data, from, to, infix) >= 0 != negated ? 1 : 0));
      }
    }
    return test(call, text -> LikePattern.like(text, ignoreCase), negated);
  }

  /** With an escape character of its own: the same with the pattern that backslashes make of it. */
  private static BoundFunction escaped(CallSite call) {
    byte[] given = call.constantBytes(2);
    if (given.length != 1 || given[0] < 0) {
      throw call.refuse(
          ErrorCode.BAD_ARGUMENTS,
          "The ESCAPE argument of function "
              + call.name()
              + " must be a single ASCII character, got '"
              + call.constantText(2)
              + "'");
    }
    char escape = (char) given[0];
    Composition composition = new Composition(call);
    Composition.Part pattern = composition.argument(1);
    if (escape != '\\') {
      pattern =
          call.constant(1) == null
              ? composition.call(List.of(pattern), arguments -> translated(escape))
              : composition.text(LikePattern.backslashed(call.constantText(1), escape));
    }
    return composition.bound(composition.call(call.name(), composition.argument(0), pattern));
  }

  private static BoundFunction translated(char escape) {
    return Bound.of(
        StringType.INSTANCE,
        RowKernels.bytes(
            invocation -> {
              BytesLane patterns = BytesLane.of(invocation.argument(0));
              return (row, out) -> {
                byte[] made =
                    LikePattern.backslashed(patterns.latin1(row), escape)
                        .getBytes(StandardCharsets.ISO_8859_1);
                out.write(made, 0, made.length);
              };
            }));
  }

  private static BoundFunction test(
      CallSite call, Function<String, Pattern> compiler, boolean negated) {
    call.arity(2).text(0).text(1);
    Pattern constant = call.constant(1) == null ? null : compiler.apply(call.constantText(1));
    Automaton table = constant == null ? null : LikePattern.automaton(constant);
    if (table != null) {
      return Bound.of(
          IntegerType.UINT8,
          Operands.bytesToLong(
              (data, from, to) -> {
                LikePattern.checkText(data, from, to);
                return table.matches(data, from, to) != negated ? 1 : 0;
              }));
    }
    return Bound.of(
        IntegerType.UINT8,
        invocation -> {
          BytesLane texts = BytesLane.of(invocation.argument(0));
          BytesLane patterns = BytesLane.of(invocation.argument(1));
          long[] answers = invocation.scratch().longs(invocation.rows());
          for (int row = 0; row < invocation.rows(); row++) {
            Checkpoint.pass();
            Pattern pattern = constant == null ? compiler.apply(patterns.string(row)) : constant;
            boolean found =
                TextMatcher.of(
                        pattern, LikePattern.text(texts.data(), texts.start(row), texts.end(row)))
                    .find();
            answers[row] = found != negated ? 1 : 0;
          }
          return LongColumn.of(answers, invocation.rows(), null);
        });
  }

  /** The first group of the first match, or the whole match where there is no group. */
  private static BoundFunction extract(CallSite call) {
    call.arity(2).string(0);
    Pattern pattern = LikePattern.regexp(call.constantText(1));
    return Bound.of(
        StringType.INSTANCE,
        Operands.bytes(
            (data, from, to, out) -> {
              TextMatcher matcher = TextMatcher.of(pattern, LikePattern.text(data, from, to));
              if (matcher.find()) {
                int group = matcher.groupCount() > 0 ? 1 : 0;
                write(matcher, group, data, from, out);
              }
            }));
  }

  private static void write(
      TextMatcher matcher, int group, byte[] data, int base, BytesBuffer out) {
    int start = matcher.start(group);
    if (start >= 0) {
      out.write(data, base + start, matcher.end(group) - start);
    }
  }

  private static BoundFunction countMatches(CallSite call, boolean ignoreCase) {
    call.arity(2).text(0);
    Pattern pattern =
        LikePattern.regexp((ignoreCase ? "(?i)" : "") + call.string(1).constantText(1));
    return Bound.of(
        IntegerType.UINT64,
        Operands.bytesToLong(
            (data, from, to) -> {
              TextMatcher matcher = TextMatcher.of(pattern, LikePattern.text(data, from, to));
              long found = 0;
              int at = 0;
              while (at < to - from && matcher.find(at)) {
                int end = matcher.end();
                found += end > matcher.start() ? 1 : 0;
                at = Math.max(end, at + 1);
              }
              return found;
            }));
  }
}
