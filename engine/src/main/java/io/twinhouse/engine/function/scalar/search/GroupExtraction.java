// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.search;

import com.google.re2j.Pattern;
import io.twinhouse.engine.column.ArrayColumn;
import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.function.BoundFunction;
import io.twinhouse.engine.function.Invocation;
import io.twinhouse.engine.function.define.Bound;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.function.define.FunctionFamily;
import io.twinhouse.engine.function.define.RowKernels;
import io.twinhouse.engine.function.lane.BytesLane;
import io.twinhouse.engine.function.lane.LongLane;
import io.twinhouse.engine.function.scalar.string.LikePattern;
import io.twinhouse.engine.function.scalar.string.TextMatcher;
import io.twinhouse.engine.type.ArrayType;
import io.twinhouse.engine.type.StringType;
import java.util.ArrayList;
import java.util.List;

/** What the groups of a pattern hold: of the first match, or of all of them. */
final class GroupExtraction {

  private GroupExtraction() {}

  static FunctionFamily family() {
    return new FunctionFamily("Search: groups")
        .add("extractGroups", GroupExtraction::first)
        .add(
            "regexpExtract",
            t -> t.withAliases("REGEXP_EXTRACT", "REGEXP_SUBSTR"),
            GroupExtraction::one)
        .add("extractAllGroupsHorizontal", call -> all(call, true))
        .add(
            "extractAllGroupsVertical",
            t -> t.withAliases("extractAllGroups"),
            call -> all(call, false));
  }

  private static Pattern pattern(CallSite call) {
    call.arity(2).text(0).text(1);
    String source = call.constantText(1);
    if (source.isEmpty()) {
      throw call.refuse(
          ErrorCode.BAD_ARGUMENTS, "Length of 'needle' argument must be greater than 0");
    }
    Pattern pattern = LikePattern.regexp(source);
    if (pattern.groupCount() == 0) {
      throw call.refuse(ErrorCode.BAD_ARGUMENTS, "There are no groups in regexp: " + source);
    }
    return pattern;
  }

  private static BoundFunction first(CallSite call) {
    Pattern pattern = pattern(call);
    return Bound.of(
        new ArrayType(StringType.INSTANCE),
        RowKernels.texts(
            invocation -> {
              BytesLane texts = BytesLane.of(invocation.argument(0));
              return (row, out) -> {
                byte[] text = LikePattern.text(texts.data(), texts.start(row), texts.end(row));
                TextMatcher matcher = TextMatcher.of(pattern, text);
                if (matcher.find()) {
                  for (int group = 1; group <= matcher.groupCount(); group++) {
                    write(text, matcher.start(group), matcher.end(group), out);
                  }
                }
              };
            }));
  }

  /** One group of the first match: the first one unless told otherwise, 0 for all of it. */
  private static BoundFunction one(CallSite call) {
    call.arity(2, 3).string(0).string(1);
    if (call.constant(1) == null) {
      throw call.refuse(ErrorCode.ILLEGAL_COLUMN, "The pattern of regexpExtract must be constant");
    }
    if (call.size() == 3) {
      call.integer(2);
    }
    String source = call.constantText(1);
    Pattern pattern = LikePattern.regexp(source);
    int usual = Math.min(1, pattern.groupCount());
    return Bound.of(
        StringType.INSTANCE,
        RowKernels.bytes(
            invocation -> {
              BytesLane texts = BytesLane.of(invocation.argument(0));
              LongLane groups = call.size() == 3 ? LongLane.of(invocation.argument(2)) : null;
              return (row, out) -> {
                long group = groups == null ? usual : groups.at(row);
                checkGroup(call, group, pattern);
                byte[] text = LikePattern.text(texts.data(), texts.start(row), texts.end(row));
                TextMatcher matcher = TextMatcher.of(pattern, text);
                if (!source.isEmpty() && matcher.find()) {
                  int from = Math.max(0, matcher.start((int) group));
                  out.write(text, from, Math.max(0, matcher.end((int) group) - from));
                }
              };
            }));
  }

  private static void checkGroup(CallSite call, long group, Pattern pattern) {
    if (group < 0 || group > pattern.groupCount()) {
      throw call.refuse(
          ErrorCode.INDEX_OF_POSITIONAL_ARGUMENT_IS_OUT_OF_RANGE,
          "Index value "
              + group
              + " for regexp pattern `"
              + pattern.pattern()
              + "` in function regexpExtract is out-of-range, should be in [0, "
              + (pattern.groupCount() + 1)
              + ")");
    }
  }

  private static void write(byte[] text, int from, int to, BytesBuffer out) {
    out.append(text, Math.max(0, from), Math.max(0, to - from));
  }

  private static BoundFunction all(CallSite call, boolean horizontal) {
    Pattern pattern = pattern(call);
    return Bound.of(
        new ArrayType(new ArrayType(StringType.INSTANCE)),
        invocation -> evaluate(invocation, pattern, horizontal));
  }

  private static Column evaluate(Invocation call, Pattern pattern, boolean horizontal) {
    BytesLane texts = BytesLane.of(call.argument(0));
    BytesBuffer out = call.scratch().bytes();
    List<Integer> inner = new ArrayList<>(List.of(0));
    int[] outer = call.scratch().ints(call.rows() + 1);
    outer[0] = 0;
    int groups = pattern.groupCount();
    for (int row = 0; row < call.rows(); row++) {
      byte[] text = LikePattern.text(texts.data(), texts.start(row), texts.end(row));
      List<int[]> matches = matches(pattern, text);
      int lines = horizontal ? groups : matches.size();
      int cells = horizontal ? matches.size() : groups;
      for (int line = 0; line < lines; line++) {
        for (int cell = 0; cell < cells; cell++) {
          int[] match = matches.get(horizontal ? cell : line);
          int group = horizontal ? line : cell;
          write(text, match[2 * group], match[2 * group + 1], out);
        }
        inner.add(out.size());
      }
      outer[row + 1] = inner.size() - 1;
    }
    int[] offsets = inner.stream().mapToInt(Integer::intValue).toArray();
    return ArrayColumn.of(
        outer, ArrayColumn.of(offsets, out.toColumn(null), offsets.length - 1), call.rows());
  }

  /** Beginning and end of each group of each match; after a match of nothing one sign is left. */
  private static List<int[]> matches(Pattern pattern, byte[] text) {
    List<int[]> matches = new ArrayList<>();
    TextMatcher matcher = TextMatcher.of(pattern, text);
    int at = 0;
    while (at < text.length && matcher.find(at)) {
      int[] groups = new int[2 * matcher.groupCount()];
      for (int group = 1; group <= matcher.groupCount(); group++) {
        groups[2 * group - 2] = matcher.start(group);
        groups[2 * group - 1] = matcher.end(group);
      }
      boolean inside = matcher.end() < text.length && text[matcher.end()] < 0;
      if (matcher.end() == matcher.start() && inside) {
        throw new TwinhouseException(
            ErrorCode.NOT_IMPLEMENTED,
            "Groups of a match of nothing before a sign of several bytes are not implemented");
      }
      matches.add(groups);
      if (matcher.end() == matcher.start() && text[matcher.end()] < 0) {
        throw new TwinhouseException(
            ErrorCode.NOT_IMPLEMENTED,
            "Empty matches within characters beyond ASCII are not implemented");
      }
      at = matcher.end() > matcher.start() ? matcher.end() : matcher.end() + 1;
    }
    return matches;
  }
}
