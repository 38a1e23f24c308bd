// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.string;

import com.google.re2j.Pattern;
import io.twinhouse.engine.error.Checkpoint;
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
import io.twinhouse.engine.type.BoolType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.Lane;
import io.twinhouse.engine.type.Type;
import org.jspecify.annotations.Nullable;

/**
 * regexpPosition: where the n-th match of a pattern, or a group of it, begins or ends, in bytes.
 */
final class PatternPositions {

  private static final int FLAGS = 5;
  private static final int GROUP = 6;

  private PatternPositions() {}

  static FunctionFamily family() {
    return new FunctionFamily("Strings: patterns")
        .add(
            "regexpPosition",
            t -> t.withAliases("regexpInstr", "regexp_instr", "REGEXP_INSTR"),
            PatternPositions::bind);
  }

  private static BoundFunction bind(CallSite call) {
    call.arity(2, GROUP + 1).string(0).string(1);
    for (int i = 2; i < call.size(); i++) {
      if (i == FLAGS) {
        call.string(i);
      } else {
        whole(call, i);
      }
    }
    String written = call.constantText(1);
    int flags = call.size() > FLAGS ? flags(call.constantText(FLAGS)) : 0;
    Pattern pattern = LikePattern.regexp(written, flags);
    return Bound.of(
        IntegerType.UINT64,
        RowKernels.longs(
            invocation -> {
              Arguments given = new Arguments(invocation, pattern, written);
              return given::position;
            }));
  }

  private static void whole(CallSite call, int index) {
    Type type = call.base(index);
    if (type instanceof IntegerType && type.lane() == Lane.WIDE) {
      throw call.notImplemented(type.name());
    }
    if (!(type instanceof IntegerType) && !(type instanceof BoolType)) {
      throw call.illegal(index);
    }
  }

  private static int flags(String letters) {
    int flags = 0;
    for (int i = 0; i < letters.length(); i++) {
      switch (letters.charAt(i)) {
        case 'i' -> flags |= Pattern.CASE_INSENSITIVE;
        case 'c' -> flags &= ~Pattern.CASE_INSENSITIVE;
        case 'm', 'n' -> flags |= Pattern.MULTILINE;
        case 's' -> flags |= Pattern.DOTALL;
        default ->
            throw new TwinhouseException(
                ErrorCode.BAD_ARGUMENTS,
                "Unknown regex flag '"
                    + letters.charAt(i)
                    + "' for function regexpPosition. Supported flags are 'i', 'c', 'm', 'n', 's'");
      }
    }
    return flags;
  }

  /** The arguments of one batch. */
  private static final class Arguments {

    private final Pattern pattern;
    private final String written;
    private final BytesLane texts;
    private final @Nullable LongLane from;
    private final @Nullable LongLane occurrence;
    private final @Nullable LongLane side;
    private final @Nullable LongLane group;

    Arguments(Invocation call, Pattern pattern, String written) {
      this.pattern = pattern;
      this.written = written;
      texts = BytesLane.of(call.argument(0));
      from = lane(call, 2);
      occurrence = lane(call, 3);
      side = lane(call, 4);
      group = lane(call, GROUP);
    }

    private static @Nullable LongLane lane(Invocation call, int index) {
      return index < call.argumentCount() ? LongLane.of(call.argument(index)) : null;
    }

    private static long at(@Nullable LongLane lane, int row, long otherwise) {
      return lane == null ? otherwise : lane.at(row);
    }

    long position(int row) {
      Checkpoint.passSometimes(row);
      long start = positive("position", at(from, row, 1)) - 1;
      long left = positive("occurrence", at(occurrence, row, 1));
      long end = at(side, row, 0);
      if (end != 0 && end != 1) {
        throw new TwinhouseException(
            ErrorCode.BAD_ARGUMENTS,
            "Argument 'return_option' for function regexpPosition must be 0 or 1, got " + end);
      }
      long wanted = at(group, row, 0);
      if (wanted < 0 || wanted > pattern.groupCount()) {
        throw new TwinhouseException(
            ErrorCode.INDEX_OF_POSITIONAL_ARGUMENT_IS_OUT_OF_RANGE,
            "Argument 'subexpression' value "
                + wanted
                + " for regexp pattern `"
                + written
                + "` in function regexpPosition is out-of-range, should be in [0, "
                + pattern.groupCount()
                + "]");
      }
      int length = texts.length(row);
      if (written.isEmpty()) {
        // The empty text is found before each byte, and behind the last one.
        return start <= length && left <= length - start + 1 ? start + left : 0;
      }
      byte[] text = LikePattern.text(texts.data(), texts.start(row), texts.end(row));
      return found(text, start, left, (int) wanted, end == 1);
    }

    private long found(byte[] text, long start, long occurrence, int wanted, boolean end) {
      TextMatcher matcher = TextMatcher.of(pattern, text);
      long left = occurrence;
      long at = start;
      while (at < text.length && matcher.find((int) at)) {
        at = matcher.end();
        if (at == matcher.start()) {
          return 0; // an empty match ends the search
        }
        if (--left == 0) {
          int place = matcher.start(wanted);
          boolean empty = place < 0 || place == matcher.end(wanted);
          return empty ? 0 : (end ? matcher.end(wanted) : place) + 1L;
        }
      }
      return 0;
    }

    private static long positive(String name, long value) {
      if (value < 1) {
        throw new TwinhouseException(
            ErrorCode.BAD_ARGUMENTS,
            "Argument '" + name + "' for function regexpPosition must be >= 1, got " + value);
      }
      return value;
    }
  }
}
