// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.format.custom;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import java.util.ArrayList;
import java.util.List;

/**
 * A text with places for values: {@code ${name:Rule}}, where {@code $$} is a dollar sign.
 * Immutable.
 *
 * @param delimiters one before each place and one behind the last
 */
record TemplateText(List<String> delimiters, List<Place> places) {

  /**
   * @param name a column's or a part's, or a number in its place
   * @param rule how the value is written; empty where none is told
   */
  record Place(String name, String rule) {}

  /**
   * @throws TwinhouseException INVALID_TEMPLATE_FORMAT, CANNOT_PARSE_QUOTED_STRING
   */
  static TemplateText of(String text) {
    return new Parser(text).parse();
  }

  static TwinhouseException invalid(String problem) {
    return new TwinhouseException(
        ErrorCode.INVALID_TEMPLATE_FORMAT, "Invalid format string for Template: " + problem);
  }

  private static final class Parser {
    private final String text;
    private final List<String> delimiters = new ArrayList<>();
    private final List<Place> places = new ArrayList<>();
    private int at;

    Parser(String text) {
      this.text = text;
    }

    TemplateText parse() {
      StringBuilder delimiter = new StringBuilder();
      while (at < text.length()) {
        char next = text.charAt(at++);
        if (next != '$') {
          delimiter.append(next);
        } else if (isNext('$')) {
          delimiter.append('$');
          at++;
        } else {
          pass('{', "'{' or '$' after '$'");
          delimiters.add(delimiter.toString());
          delimiter.setLength(0);
          places.add(place());
        }
      }
      delimiters.add(delimiter.toString());
      return new TemplateText(List.copyOf(delimiters), List.copyOf(places));
    }

    private Place place() {
      String name = isNext('`') ? quotedName() : plainName();
      String rule = "";
      if (isNext(':')) {
        int end = text.indexOf('}', at);
        if (end < 0) {
          throw invalid("Unbalanced parentheses");
        }
        rule = text.substring(at + 1, end);
        at = end;
      }
      if (at == text.length()) {
        throw invalid("Unbalanced parentheses");
      }
      pass('}', "':' or '}' after column name \"" + name + "\"");
      return new Place(name, rule);
    }

    private String plainName() {
      int start = at;
      while (at < text.length() && isWord(text.charAt(at))) {
        at++;
      }
      return text.substring(start, at);
    }

    private static boolean isWord(char c) {
      return c == '_' || (c < 128 && Character.isLetterOrDigit(c));
    }

    private String quotedName() {
      StringBuilder name = new StringBuilder();
      for (at++; at < text.length() && !isNext('`'); at++) {
        at += isNext('\\') ? 1 : 0;
        name.append(at < text.length() ? text.charAt(at) : ' ');
      }
      if (at >= text.length()) {
        throw new TwinhouseException(
            ErrorCode.CANNOT_PARSE_QUOTED_STRING,
            "Cannot parse quoted string: expected closing quote");
      }
      at++;
      return name.toString();
    }

    private boolean isNext(char c) {
      return at < text.length() && text.charAt(at) == c;
    }

    private void pass(char c, String expected) {
      if (!isNext(c)) {
        throw invalid(
            "At pos " + at + ": Expected " + expected + ", got \"" + text.substring(at) + "\"");
      }
      at++;
    }
  }
}
