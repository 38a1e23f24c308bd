// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.string;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * RE2 over well-formed UTF-8, all positions in bytes. Over bytes beyond ASCII the library takes
 * places behind such a character for the start of the text, so those are matched as UTF-16.
 */
public final class TextMatcher {

  private final Matcher matcher;

  /** The first byte of each UTF-16 unit, and the length; null where units are bytes. */
  private final int @Nullable [] bytes;

  /** Where matches end if not where the matcher says so; else negative. */
  private final int end;

  private TextMatcher(Matcher matcher, int @Nullable [] bytes, int end) {
    this.matcher = matcher;
    this.bytes = bytes;
    this.end = end;
  }

  /** A matcher of a whole text. */
  public static TextMatcher of(Pattern pattern, byte[] text) {
    return of(pattern, text, false);
  }

  /**
   * A matcher of a whole text.
   *
   * @param toEnd whether matches go on to the end of the text, which the pattern does not say
   */
  static TextMatcher of(Pattern pattern, byte[] text, boolean toEnd) {
    int end = toEnd ? text.length : -1;
    for (byte b : text) {
      if (b < 0) {
        String units = new String(text, StandardCharsets.UTF_8);
        return new TextMatcher(pattern.matcher(units), firstBytes(units), end);
      }
    }
    return new TextMatcher(pattern.matcher(text), null, end);
  }

  private static int[] firstBytes(String units) {
    int[] bytes = new int[units.length() + 1];
    int at = 0;
    for (int i = 0; i < units.length(); i++) {
      bytes[i] = at;
      char unit = units.charAt(i);
      boolean half = Character.isSurrogate(unit);
      at += half ? 2 : unit < 0x80 ? 1 : unit < 0x800 ? 2 : 3;
    }
    bytes[units.length()] = at;
    return bytes;
  }

  public boolean find() {
    return matcher.find();
  }

  /** The first match at or behind a byte. */
  public boolean find(int from) {
    if (bytes == null) {
      return matcher.find(from);
    }
    int unit = Arrays.binarySearch(bytes, from);
    return matcher.find(unit >= 0 ? unit : -unit - 1);
  }

  public int groupCount() {
    return matcher.groupCount();
  }

  public int start() {
    return start(0);
  }

  public int end() {
    return end(0);
  }

  /** Where a group begins; -1 if it takes no part in the match. */
  public int start(int group) {
    return byteOf(matcher.start(group));
  }

  /** Where a group ends; -1 if it takes no part in the match. */
  public int end(int group) {
    return group == 0 && end >= 0 ? end : byteOf(matcher.end(group));
  }

  private int byteOf(int unit) {
    return bytes == null || unit < 0 ? unit : bytes[unit];
  }
}
