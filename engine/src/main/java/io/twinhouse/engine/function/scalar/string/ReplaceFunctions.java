// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.string;

import com.google.re2j.Pattern;
import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.error.Checkpoint;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.function.BoundFunction;
import io.twinhouse.engine.function.define.Bound;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.function.define.FunctionFamily;
import io.twinhouse.engine.function.define.Kernel;
import io.twinhouse.engine.function.define.Operands;
import io.twinhouse.engine.function.lane.BytesLane;
import io.twinhouse.engine.type.StringType;
import java.nio.charset.StandardCharsets;

/** replaceOne, replaceAll and their RE2 kin. */
final class ReplaceFunctions {

  private ReplaceFunctions() {}

  static FunctionFamily family() {
    return new FunctionFamily("Strings: replacing")
        .add("replaceOne", call -> plain(call, true))
        .add("replaceAll", t -> t.withAliases("replace").anyCase(), call -> plain(call, false))
        .add("replaceRegexpOne", call -> regexp(call, true))
        .add(
            "replaceRegexpAll",
            t -> t.withAliases("REGEXP_REPLACE").anyCase(),
            call -> regexp(call, false));
  }

  /** Whether the pattern and the replacement are the same for all rows. */
  private static boolean isConstant(CallSite call) {
    return call.constant(1) != null && call.constant(2) != null;
  }

  /** The server takes a column of FixedString, but not a constant, nor beside other columns. */
  private static void checkTexts(CallSite call) {
    call.arity(3).text(0).string(1).string(2);
    if (call.constant(0) != null || !isConstant(call)) {
      call.noFixedString(0);
    }
  }

  private static BoundFunction plain(CallSite call, boolean once) {
    checkTexts(call);
    return isConstant(call)
        ? plain(call.constantBytes(1), call.constantBytes(2), once)
        : Bound.total(
            StringType.INSTANCE,
            byRow(
                (pattern, replacement) ->
                    (data, from, to, out) ->
                        replace(data, from, to, pattern, replacement, once, out)));
  }

  private static BoundFunction plain(byte[] needle, byte[] replacement, boolean once) {
    return Bound.total(
        StringType.INSTANCE,
        Operands.bytes(
            (data, from, to, out) -> replace(data, from, to, needle, replacement, once, out)));
  }

  private static void replace(
      byte[] data,
      int from,
      int to,
      byte[] needle,
      byte[] replacement,
      boolean once,
      BytesBuffer out) {
    int start = from;
    int at = needle.length == 0 ? -1 : ByteSearch.find(data, start, to, needle);
    while (at >= 0) {
      out.write(data, start, at - start);
      out.write(replacement, 0, replacement.length);
      start = at + needle.length;
      at = once ? -1 : ByteSearch.find(data, start, to, needle);
    }
    out.write(data, start, to - start);
  }

  /** Makes a replacement of a pattern; asked again only where a row has others than the last. */
  private interface Replacing {
    Operands.BytesToBytes of(byte[] pattern, byte[] replacement);
  }

  /** A kernel over columns of patterns and replacements. */
  private static Kernel byRow(Replacing replacing) {
    return call -> {
      BytesLane texts = BytesLane.of(call.argument(0));
      BytesLane patterns = BytesLane.of(call.argument(1));
      BytesLane replacements = BytesLane.of(call.argument(2));
      BytesBuffer out = call.scratch().bytes();
      Operands.BytesToBytes current = null;
      for (int row = 0; row < call.rows(); row++) {
        Checkpoint.passSometimes(row);
        boolean same =
            row > 0
                && BytesLane.equal(patterns, row, patterns, row - 1)
                && BytesLane.equal(replacements, row, replacements, row - 1);
        if (current == null || !same) {
          current = replacing.of(patterns.bytes(row), replacements.bytes(row));
        }
        current.apply(texts.data(), texts.start(row), texts.end(row), out);
        out.endRow();
      }
      return out.toColumn(null);
    };
  }

  private static BoundFunction regexp(CallSite call, boolean once) {
    checkTexts(call);
    if (!isConstant(call)) {
      return Bound.of(
          StringType.INSTANCE,
          byRow((source, replacement) -> substitutingRows(source, replacement, once)));
    }
    byte[] source = call.constantBytes(1);
    byte[] replacement = call.constantBytes(2);
    Operands.BytesToBytes substitution = substituting(source, replacement, once, true);
    if (source.length == 0) {
      return Bound.of(StringType.INSTANCE, invocation -> invocation.argument(0));
    }
    if (call.constant(0) == null && isPlain(source)) {
      // The server looks for such a text as it is, and then puts the replacement in as it is.
      return plain(source, replacement, once);
    }
    return Bound.of(StringType.INSTANCE, Operands.bytes(substitution));
  }

  private static Operands.BytesToBytes substitutingRows(
      byte[] source, byte[] replacement, boolean once) {
    try {
      return substituting(source, replacement, once, once);
    } catch (TwinhouseException e) {
      throw e.is(ErrorCode.CANNOT_COMPILE_REGEXP)
          ? new TwinhouseException(
              ErrorCode.BAD_ARGUMENTS,
              "The pattern argument is not a valid re2 pattern: " + e.getMessage())
          : e;
    }
  }

  /**
   * A replacement by a pattern.
   *
   * @param mayBeEmpty whether matches of no character are replaced: all of them in a text, by a
   *     pattern that is a column, the server finds otherwise
   */
  private static Operands.BytesToBytes substituting(
      byte[] source, byte[] replacement, boolean once, boolean mayBeEmpty) {
    Pattern pattern = LikePattern.regexp(new String(source, StandardCharsets.UTF_8));
    checkGroups(replacement, pattern.groupCount());
    if (source.length == 0) {
      return (data, from, to, out) -> out.write(data, from, to - from);
    }
    OpenPattern open = OpenPattern.of(pattern);
    return (data, from, to, out) -> {
      byte[] text = LikePattern.text(data, from, to);
      TextMatcher matcher = open.matcher(text);
      int copied = 0;
      int at = 0;
      while (matcher != null && at <= text.length && matcher.find(at)) {
        out.write(text, copied, matcher.start() - copied);
        substitute(matcher, text, replacement, out);
        copied = matcher.end();
        boolean empty = matcher.end() == matcher.start();
        if (empty && !mayBeEmpty) {
          throw new TwinhouseException(
              ErrorCode.NOT_IMPLEMENTED,
              "Replacing empty matches of patterns that are no constants is not implemented");
        }
        at = empty ? copied + 1 : copied;
        if (empty && copied < text.length) {
          checkSingle(text[copied], once);
          out.write(text[copied++]);
        }
        if (once || copied >= text.length) {
          break;
        }
      }
      out.write(text, Math.min(copied, text.length), Math.max(0, text.length - copied));
    };
  }

  /** The server looks for further empty matches within the bytes of one character. */
  private static void checkSingle(byte first, boolean once) {
    if (first < 0 && !once) {
      throw new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED,
          "Replacing empty matches beside characters beyond ASCII is not implemented");
    }
  }

  private static boolean isPlain(byte[] pattern) {
    for (byte b : pattern) {
      if (b <= 0 || "\\|()^$.[?*+{".indexOf(b) >= 0) {
        return false;
      }
    }
    return pattern.length > 0;
  }

  private static void checkGroups(byte[] replacement, int groups) {
    for (int i = 0; i + 1 < replacement.length; i++) {
      if (replacement[i] == '\\') {
        int next = replacement[++i];
        if (next >= '0' && next <= '9' && next - '0' > groups) {
          throw new TwinhouseException(
              ErrorCode.BAD_ARGUMENTS,
              "Substitution '\\"
                  + (char) next
                  + "' in replacement argument is invalid, regexp has only "
                  + groups
                  + " capturing groups");
        }
      }
    }
  }

  /** Writes the replacement with {@code \0} to {@code \9} as groups. */
  private static void substitute(
      TextMatcher matcher, byte[] text, byte[] replacement, BytesBuffer out) {
    for (int i = 0; i < replacement.length; i++) {
      boolean escape = replacement[i] == '\\' && i + 1 < replacement.length;
      int next = escape ? replacement[i + 1] : 0;
      if (next >= '0' && next <= '9') {
        int group = next - '0';
        if (group <= matcher.groupCount() && matcher.start(group) >= 0) {
          out.write(text, matcher.start(group), matcher.end(group) - matcher.start(group));
        }
        i++;
      } else {
        out.write(replacement[i]);
        i += next == '\\' ? 1 : 0;
      }
    }
  }
}
