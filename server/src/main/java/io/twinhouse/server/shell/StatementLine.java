// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.shell;

import java.util.List;
import org.jline.reader.CompletingParsedLine;
import org.jline.reader.EOFError;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;

/**
 * Tells JLine where a statement ends: with its line, unless a quote, a comment or a bracket is open
 * or the line ends with a backslash; in multi-line mode with a semicolon.
 */
final class StatementLine implements Parser {

  private final boolean multiline;

  StatementLine(boolean multiline) {
    this.multiline = multiline;
  }

  @Override
  public ParsedLine parse(String line, int cursor, ParseContext context) {
    if (context == ParseContext.ACCEPT_LINE && !isComplete(line)) {
      throw new EOFError(-1, cursor, "the statement goes on");
    }
    return new Word(line, cursor);
  }

  boolean isComplete(String text) {
    String line = text.strip();
    if (line.isEmpty() || Shell.isCommand(line)) {
      return true;
    }
    if (isOpen(line)) {
      return false;
    }
    boolean ended = line.endsWith(";") || line.endsWith("\\G");
    return ended || (!multiline && !line.endsWith("\\"));
  }

  private static boolean isOpen(String text) {
    int depth = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\'' || c == '"' || c == '`') {
        i = quoteEnd(text, i);
        if (i >= text.length()) {
          return true;
        }
      } else if (text.startsWith("--", i)) {
        int end = text.indexOf('\n', i);
        i = end < 0 ? text.length() : end;
      } else if (text.startsWith("/*", i)) {
        int end = text.indexOf("*/", i);
        if (end < 0) {
          return true;
        }
        i = end + 1;
      } else {
        depth += "([{".indexOf(c) >= 0 ? 1 : ")]}".indexOf(c) >= 0 ? -1 : 0;
      }
    }
    return depth > 0;
  }

  private static int quoteEnd(String text, int quote) {
    int at = quote + 1;
    while (at < text.length() && text.charAt(at) != text.charAt(quote)) {
      at += text.charAt(at) == '\\' ? 2 : 1;
    }
    return at;
  }

  /** The identifier in front of the cursor is what completion works on. */
  private record Word(String line, int cursor) implements CompletingParsedLine {

    private int start() {
      int start = Math.min(cursor, line.length());
      while (start > 0
          && (Character.isLetterOrDigit(line.charAt(start - 1)) || line.charAt(start - 1) == '_')) {
        start--;
      }
      return start;
    }

    @Override
    public String word() {
      return line.substring(start(), Math.min(cursor, line.length()));
    }

    @Override
    public int wordCursor() {
      return word().length();
    }

    @Override
    public CharSequence escape(CharSequence candidate, boolean complete) {
      return candidate;
    }

    @Override
    public int rawWordCursor() {
      return wordCursor();
    }

    @Override
    public int rawWordLength() {
      return wordCursor();
    }

    @Override
    public int wordIndex() {
      return 0;
    }

    @Override
    public List<String> words() {
      return List.of(word());
    }
  }
}
