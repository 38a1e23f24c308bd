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
import org.jspecify.annotations.Nullable;

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
    Limits limits = Limits.of(call);
    boolean any = result.equals(IntegerType.UINT8);
    return Bound.of(
        result,
        RowKernels.longs(
            invocation -> {
              Rows rows =
                  new Rows(
                      BytesLane.of(invocation.argument(0)),
                      new NeedleLane(invocation.argument(1), LetterFold.NONE),
                      limits);
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
    Limits limits = Limits.of(call);
    return Bound.of(
        new ArrayType(IntegerType.UINT64),
        RowKernels.longArrays(
            invocation -> {
              Rows rows =
                  new Rows(
                      BytesLane.of(invocation.argument(0)),
                      new NeedleLane(invocation.argument(1), LetterFold.NONE),
                      limits);
              return (row, out) -> {
                for (int index : rows.byEnd(row, rows.found(row))) {
                  out.add(index + 1L);
                }
              };
            }));
  }

  /** Bytes that patterns may have, one and all of them; 0 for any. */
  private record Limits(long one, long all) {

    static Limits of(CallSite call) {
      return new Limits(
          number(call, "max_hyperscan_regexp_length"),
          number(call, "max_hyperscan_regexp_total_length"));
    }

    private static long number(CallSite call, String setting) {
      String value = call.context().settings().value(setting);
      return value.isEmpty() ? 0 : Long.parseUnsignedLong(value);
    }

    void require(byte[][] patterns) {
      long total = 0;
      for (byte[] pattern : patterns) {
        require("Regexp length", pattern.length, one);
        total += pattern.length;
        require("Total regexp lengths", total, all);
      }
    }

    private static void require(String what, long length, long most) {
      if (most > 0 && length > most) {
        throw new TwinhouseException(
            ErrorCode.BAD_ARGUMENTS, what + " too large (" + length + " > " + most + ")");
      }
    }
  }

  /** Texts and their patterns. */
  private static final class Rows {
    private final BytesLane texts;
    private final NeedleLane patterns;
    private final Map<String, Pattern> compiled = new HashMap<>();

    private final Limits limits;

    /** The patterns whose lengths were checked last. */
    private byte @Nullable [][] checked;

    Rows(BytesLane texts, NeedleLane patterns, Limits limits) {
      this.texts = texts;
      this.patterns = patterns;
      this.limits = limits;
    }

    /** Places of the patterns that match. */
    List<Integer> found(int row) {
      byte[] text = LikePattern.text(texts.data(), texts.start(row), texts.end(row));
      byte[][] sources = patterns.at(row);
      if (sources != checked) {
        limits.require(sources);
        checked = sources;
      }
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
