// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.json.column;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.text.DynamicText;
import io.twinhouse.engine.text.TextOutput;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An array that a format has read as the value of a Dynamic. Its type is that of an array at a path
 * of JSON, but its elements are Nullable only where one of them is NULL.
 */
final class ReceivedArray {

  private static final String MIXED = "Array(Dynamic)";

  /** Arrays of numbers, words and texts, perhaps in arrays. */
  private static final Pattern KNOWN =
      Pattern.compile("((?:Array\\()+)Nullable\\((Int64|Float64|Bool|String)\\)(\\)+)");

  private ReceivedArray() {}

  /**
   * Gives a value in flight its type in a Dynamic.
   *
   * @throws TwinhouseException NOT_IMPLEMENTED where the server's choice is not known
   */
  static void settle(TextOutput value) {
    int end = DynamicText.typeEnd(value.data(), 0);
    String type = DynamicText.type(value.data(), 0);
    String text =
        new String(value.data(), end + 1, value.length() - end - 1, StandardCharsets.ISO_8859_1);
    Matcher known = KNOWN.matcher(type);
    String bare = withoutTexts(text);
    boolean nested = bare.indexOf('[', 1) >= 0;
    boolean absent = bare.contains("null");
    boolean mixed = type.equals(MIXED) && !nested && bare.indexOf('{') < 0;
    if (mixed) {
      return;
    }
    if (!known.matches() || bare.contains("[]") || (nested && absent)) {
      throw new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED,
          "Arrays of unlike values and objects in a column of type Dynamic are not supported; use"
              + " the type JSON");
    }
    if (!absent) {
      byte[] kept = text.getBytes(StandardCharsets.ISO_8859_1);
      value.reset();
      DynamicText.begin(known.group(1) + known.group(2) + known.group(3), value)
          .put(kept, 0, kept.length);
    }
  }

  /** What is not within quotes, of text without blanks. */
  private static String withoutTexts(String text) {
    StringBuilder out = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char next = text.charAt(i);
      if (quoted && next == '\\') {
        i++;
      } else if (next == '"') {
        quoted = !quoted;
        out.append(next);
      } else if (!quoted) {
        out.append(next);
      }
    }
    return out.toString();
  }
}
