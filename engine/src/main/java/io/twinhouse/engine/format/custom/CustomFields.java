// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.format.custom;

import io.twinhouse.engine.column.Schema;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.format.text.RecordFeed;
import io.twinhouse.engine.text.TextStyle;
import io.twinhouse.engine.type.TupleType;
import java.io.IOException;

/** Finds where a field of CustomSeparated ends, by the style its values have. */
final class CustomFields {

  private final TextStyle style;

  CustomFields(TextStyle style) {
    this.style = style;
  }

  /**
   * Refuses tuples in CSV, where each of their elements would be a field between the delimiters of
   * CSV.
   *
   * @throws TwinhouseException NOT_IMPLEMENTED
   */
  static void refuseTuplesOfCsv(TextStyle style, Schema columns) {
    if (style == TextStyle.CSV && columns.types().stream().anyMatch(TupleType.class::isInstance)) {
      throw new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED,
          "Tuples are not read by the escaping rule CSV; use format CSV or another rule");
    }
  }

  /**
   * Bytes of the field ahead.
   *
   * @param behind what stands behind it; empty if that is not known
   */
  int length(RecordFeed in, String behind) throws IOException {
    int first = in.peek(0);
    boolean begins = first == '[' || first == '{' || first == '(';
    return switch (style) {
      case ESCAPED -> plainLength(in, "\t\n", true);
      case RAW -> plainLength(in, "\t\n", false);
      case CSV -> first == '"' ? quotedLength(in, '"') : plainLength(in, ends(behind), false);
      case JSON, QUOTED -> {
        int quote = style == TextStyle.JSON ? '"' : '\'';
        if (begins) {
          yield nestedLength(in, quote);
        }
        yield first == quote ? quotedLength(in, quote) : plainLength(in, ends(behind), false);
      }
    };
  }

  private static String ends(String behind) {
    return behind.isEmpty() ? "\r\n" : behind.charAt(0) + "\r\n";
  }

  private static int plainLength(RecordFeed in, String ends, boolean escapes) throws IOException {
    int length = 0;
    for (int next = in.peek(0); next >= 0 && ends.indexOf(next) < 0; next = in.peek(length)) {
      length += escapes && next == '\\' && in.peek(length + 1) >= 0 ? 2 : 1;
    }
    return length;
  }

  /** From a quote to behind its fellow; CSV doubles quotes inside, the others escape them. */
  private int quotedLength(RecordFeed in, int quote) throws IOException {
    int length = 1;
    while (true) {
      int next = in.peek(length);
      if (next < 0) {
        throw new TwinhouseException(
            ErrorCode.CANNOT_PARSE_QUOTED_STRING,
            "Cannot parse quoted string: expected closing quote '" + (char) quote + "'");
      }
      boolean doubled = style != TextStyle.JSON && next == quote && in.peek(length + 1) == quote;
      if (next == quote && !doubled) {
        return length + 1;
      }
      length += doubled || (next == '\\' && style != TextStyle.CSV) ? 2 : 1;
    }
  }

  private static int nestedLength(RecordFeed in, int quote) throws IOException {
    int depth = 0;
    boolean inQuotes = false;
    for (int i = 0; ; i++) {
      int next = in.peek(i);
      if (next < 0) {
        return i;
      }
      if (next == quote) {
        inQuotes = !inQuotes;
      } else if (inQuotes) {
        i += next == '\\' ? 1 : 0;
      } else if (next == '[' || next == '{' || next == '(') {
        depth++;
      } else if (next == ']' || next == '}' || next == ')') {
        depth--;
        if (depth == 0) {
          return i + 1;
        }
      }
    }
  }
}
