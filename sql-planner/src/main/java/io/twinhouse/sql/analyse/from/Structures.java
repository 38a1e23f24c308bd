// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.analyse.from;

import static java.util.regex.Pattern.CASE_INSENSITIVE;
import static java.util.regex.Pattern.DOTALL;

import io.twinhouse.engine.column.Field;
import io.twinhouse.engine.column.Schema;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.type.TupleType;
import io.twinhouse.engine.type.TypeParser;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Structures of table functions, such as {@code 'a UInt8, b String'}. */
final class Structures {

  private Structures() {}

  private static final Pattern NAME_ALONE = Pattern.compile("\\s*(\\w+|`[^`]*`)\\s*(,.*)?");

  /** A default behind a type, and what goes with it; group 2 is the expression. */
  private static final Pattern DEFAULT =
      Pattern.compile(
          "\\s(DEFAULT|MATERIALIZED|ALIAS|EPHEMERAL)\\b(.*)", CASE_INSENSITIVE | DOTALL);

  /**
   * Columns and their defaults.
   *
   * @param defaults for each column its expression; null where it has none
   */
  record Declared(Schema columns, List<@Nullable String> defaults) {}

  /**
   * The columns that a structure declares, with defaults.
   *
   * @throws TwinhouseException SYNTAX_ERROR, UNKNOWN_TYPE, NOT_IMPLEMENTED
   */
  static Declared declared(String text) {
    List<String> plain = new ArrayList<>();
    List<@Nullable String> defaults = new ArrayList<>();
    for (String part : parts(text)) {
      Matcher found = DEFAULT.matcher(outsideQuotes(part));
      boolean has = found.find();
      if (has && !found.group(1).equalsIgnoreCase("DEFAULT")) {
        throw new TwinhouseException(
            ErrorCode.NOT_IMPLEMENTED,
            "A structure with " + found.group(1) + " is not supported; give names and types");
      }
      plain.add(has ? part.substring(0, found.start()) : part);
      defaults.add(has ? part.substring(found.start(2)) : null);
    }
    return new Declared(parse(String.join(",", plain)), defaults);
  }

  /** What stands between commas that are in no brackets and no quotes. */
  private static List<String> parts(String text) {
    String bare = outsideQuotes(text);
    List<String> parts = new ArrayList<>();
    int depth = 0;
    int from = 0;
    for (int i = 0; i < bare.length(); i++) {
      char c = bare.charAt(i);
      depth += c == '(' || c == '[' ? 1 : c == ')' || c == ']' ? -1 : 0;
      if (c == ',' && depth == 0) {
        parts.add(text.substring(from, i));
        from = i + 1;
      }
    }
    parts.add(text.substring(from));
    return parts;
  }

  /** The text with dots for all that stands in quotes. */
  private static String outsideQuotes(String text) {
    StringBuilder bare = new StringBuilder();
    char quote = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quote == 0) {
        quote = c == '\'' || c == '`' || c == '"' ? c : 0;
        bare.append(quote == 0 ? c : '.');
        continue;
      }
      bare.append('.');
      if (c == '\\' && i + 1 < text.length()) {
        bare.append('.');
        i++;
      } else if (c == quote) {
        quote = 0;
      }
    }
    return bare.toString();
  }

  /**
   * The columns that a structure declares.
   *
   * @throws TwinhouseException SYNTAX_ERROR, UNKNOWN_TYPE
   */
  static Schema parse(String text) {
    if (text.isBlank() || NAME_ALONE.matcher(text).matches()) {
      throw new TwinhouseException(
          ErrorCode.SYNTAX_ERROR, "Syntax error (columns declaration list): '" + text + "'");
    }
    TupleType tuple = (TupleType) TypeParser.parse("Tuple(" + text + ")");
    if (tuple.names().size() < tuple.elements().size()) {
      throw new TwinhouseException(
          ErrorCode.SYNTAX_ERROR, "Syntax error (columns declaration list): '" + text + "'");
    }
    List<Field> fields = new ArrayList<>();
    for (int i = 0; i < tuple.elements().size(); i++) {
      fields.add(new Field(tuple.names().get(i), tuple.elements().get(i)));
    }
    return new Schema(fields);
  }
}
