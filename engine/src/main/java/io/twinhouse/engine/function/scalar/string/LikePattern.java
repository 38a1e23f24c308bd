// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.string;

import com.google.re2j.Pattern;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.function.pattern.Automaton;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Patterns of LIKE and of RE2, compiled to RE2; a dot matches a line break, as on the server. */
public final class LikePattern {

  private LikePattern() {}

  /** An RE2 pattern that may match anywhere. */
  public static Pattern regexp(String pattern) {
    return regexp(pattern, Pattern.DOTALL);
  }

  static Pattern regexp(String pattern, int flags) {
    try {
      return Pattern.compile(pattern, flags);
    } catch (com.google.re2j.PatternSyntaxException e) {
      throw new TwinhouseException(
          ErrorCode.CANNOT_COMPILE_REGEXP,
          "OptimizedRegularExpression: cannot compile re2: "
              + pattern
              + ", error: "
              + e.getDescription(),
          e);
    }
  }

  /** {@code %}, {@code _} and backslash escapes as an RE2 pattern over the whole string. */
  public static Pattern like(String pattern, boolean ignoreCase) {
    StringBuilder re = new StringBuilder("^");
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      if (c == '%') {
        re.append(".*");
      } else if (c == '_') {
        re.append('.');
      } else if (c == '\\' && i + 1 < pattern.length()) {
        appendEscaped(re, pattern.charAt(++i));
      } else if (c == '\\') {
        throw new TwinhouseException(
            ErrorCode.CANNOT_PARSE_ESCAPE_SEQUENCE,
            "Invalid escape sequence at the end of LIKE pattern '" + pattern + "'");
      } else {
        appendLiteral(re, c);
      }
    }
    int flags = Pattern.DOTALL | (ignoreCase ? Pattern.CASE_INSENSITIVE : 0);
    return Pattern.compile(re.append('$').toString(), flags);
  }

  /** A pattern with another escape character, as one with backslashes. */
  static String backslashed(String pattern, char escape) {
    StringBuilder made = new StringBuilder();
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      if (c != escape) {
        made.append(c == '\\' ? "\\\\" : String.valueOf(c));
        continue;
      }
      if (++i == pattern.length()) {
        throw new TwinhouseException(
            ErrorCode.CANNOT_PARSE_ESCAPE_SEQUENCE,
            "Invalid escape sequence at the end of LIKE pattern '" + pattern + "'");
      }
      char next = pattern.charAt(i);
      if (next != '%' && next != '_' && next != escape) {
        throw new TwinhouseException(
            ErrorCode.CANNOT_PARSE_ESCAPE_SEQUENCE,
            "Invalid escape sequence '"
                + escape
                + next
                + "' in LIKE pattern '"
                + pattern
                + "': the escape character must be followed by '%', '_', or the escape character"
                + " itself");
      }
      made.append(next == '%' || next == '_' ? "\\" : "").append(next);
    }
    return made.toString();
  }

  /** A backslash before anything but a wildcard and itself stands for itself. */
  private static void appendEscaped(StringBuilder re, char c) {
    if (c != '%' && c != '_' && c != '\\') {
      appendLiteral(re, '\\');
    }
    appendLiteral(re, c);
  }

  private static void appendLiteral(StringBuilder re, char c) {
    if ("\\^$.|?*+()[]{}".indexOf(c) >= 0) {
      re.append('\\');
    }
    re.append(c);
  }

  /** The bytes that {@code %text%} looks for, or null if the pattern is anything else. */
  public static byte @Nullable [] plainInfix(String pattern) {
    if (pattern.length() < 2 || !pattern.startsWith("%") || !pattern.endsWith("%")) {
      return null;
    }
    String inner = pattern.substring(1, pattern.length() - 1);
    boolean plain = inner.indexOf('%') < 0 && inner.indexOf('_') < 0 && inner.indexOf('\\') < 0;
    return plain ? inner.getBytes(StandardCharsets.UTF_8) : null;
  }

  /**
   * A copy of the bytes to be matched.
   *
   * @throws TwinhouseException NOT_IMPLEMENTED for bytes that are no UTF-8, which RE2 matches by
   *     rules of its own
   */
  public static byte[] text(byte[] data, int from, int to) {
    checkText(data, from, to);
    return Arrays.copyOfRange(data, from, to);
  }

  /** Refuses bytes that are no UTF-8. */
  static void checkText(byte[] data, int from, int to) {
    if (!Utf8.isValid(data, from, to)) {
      throw new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED,
          "Regular expressions over bytes that are not valid UTF-8 are not implemented");
    }
  }

  /** The table of a pattern, null if it needs RE2 itself. */
  static @Nullable Automaton automaton(Pattern pattern) {
    return pattern.flags() == Pattern.DOTALL ? Automaton.of(pattern.pattern()) : null;
  }
}
