// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.search;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.function.BoundFunction;
import io.twinhouse.engine.function.define.Bound;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.function.define.FunctionFamily;
import io.twinhouse.engine.function.define.RowKernels;
import io.twinhouse.engine.function.lane.BytesLane;
import io.twinhouse.engine.function.scalar.string.LetterFold;
import io.twinhouse.engine.function.scalar.string.LikePattern;
import io.twinhouse.engine.function.scalar.string.TextMatcher;
import io.twinhouse.engine.type.ArrayType;
import io.twinhouse.engine.type.IntegerType;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Many patterns in one text. The server reports patterns in the order in which their first match
 * ends; where that order cannot be told the answer is refused.
 */
final class MultiMatch {

  private MultiMatch() {}

  static FunctionFamily family() {
    return new FunctionFamily("Search: many patterns")
        .add("multiMatchAny", call -> bind(call, IntegerType.UINT8))
        .add("multiMatchAnyIndex", call -> bind(call, IntegerType.UINT64))
        .add("multiMatchAllIndices", MultiMatch::all);
  }

  private static BoundFunction bind(CallSite call, IntegerType result) {
    NeedleLane.check(call);
    boolean any = result.equals(IntegerType.UINT8);
    return Bound.of(
        result,
        RowKernels.longs(
            invocation -> {
              Rows rows =
                  new Rows(
                      BytesLane.of(invocation.argument(0)),
                      new NeedleLane(invocation.argument(1), LetterFold.NONE));
              return row -> {
                List<Integer> found = rows.found(row);
                if (any) {
                  return found.isEmpty() ? 0 : 1;
                }
                return found.isEmpty() ? 0 : 1 + rows.byEnd(row, found).get(0);
              };
            }));
  }

  private static BoundFunction all(CallSite call) {
    NeedleLane.check(call);
    return Bound.of(
        new ArrayType(IntegerType.UINT64),
        RowKernels.longArrays(
            invocation -> {
              Rows rows =
                  new Rows(
                      BytesLane.of(invocation.argument(0)),
                      new NeedleLane(invocation.argument(1), LetterFold.NONE));
              return (row, out) -> {
                for (int index : rows.byEnd(row, rows.found(row))) {
                  out.add(index + 1L);
                }
              };
            }));
  }

  /** Texts and their patterns. */
  private static final class Rows {
    private final BytesLane texts;
    private final NeedleLane patterns;
    private final Map<String, Pattern> compiled = new HashMap<>();

    Rows(BytesLane texts, NeedleLane patterns) {
      this.texts = texts;
      this.patterns = patterns;
    }

    /** Places of the patterns that match. */
    List<Integer> found(int row) {
      byte[] text = LikePattern.text(texts.data(), texts.start(row), texts.end(row));
      byte[][] sources = patterns.at(row);
      List<Integer> found = new ArrayList<>();
      for (int i = 0; i < sources.length; i++) {
        if (TextMatcher.of(compiled(sources[i]), text).find()) {
          found.add(i);
        }
      }
      return found;
    }

    List<Integer> byEnd(int row, List<Integer> found) {
      if (found.size() < 2) {
        return found;
      }
      byte[] text = texts.bytes(row);
      byte[][] sources = patterns.at(row);
      Map<Integer, Integer> byEnd = new java.util.TreeMap<>();
      for (int index : found) {
        String source = new String(sources[index], StandardCharsets.UTF_8);
        boolean looksAhead = source.indexOf('$') >= 0 || source.indexOf('\\') >= 0;
        if (looksAhead || byEnd.put(firstEnd(sources[index], text), index) != null) {
          throw new TwinhouseException(
              ErrorCode.NOT_IMPLEMENTED,
              "The order of several matching patterns is not implemented for " + source);
        }
      }
      return List.copyOf(byEnd.values());
    }

    /** The shortest beginning of the text in which the pattern matches. */
    private int firstEnd(byte[] source, byte[] text) {
      int low = 0;
      int high = text.length;
      while (low < high) {
        int middle = (low + high) >>> 1;
        boolean inside = TextMatcher.of(compiled(source), Arrays.copyOf(text, middle)).find();
        high = inside ? middle : high;
        low = inside ? low : middle + 1;
      }
      return low;
    }

    private Pattern compiled(byte[] source) {
      return compiled.computeIfAbsent(
          new String(source, StandardCharsets.UTF_8), MultiMatch::compile);
    }
  }

  private static Pattern compile(String source) {
    try {
      return Pattern.compile(source, Pattern.DOTALL);
    } catch (PatternSyntaxException e) {
      throw new TwinhouseException(
          ErrorCode.BAD_ARGUMENTS,
          "Pattern '" + source + "' failed with error '" + e.getDescription() + "'",
          e);
    }
  }
}
