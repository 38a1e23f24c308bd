// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.text;

import java.nio.charset.StandardCharsets;

/**
 * A value of type Dynamic in flight: the name of its own type, a zero byte and its text, which is
 * JSON for arrays and what toString prints for all others, times in UTC. No bytes at all are NULL,
 * so that a Dynamic column has no null mask and NULL is its default.
 */
public final class DynamicText {

  private static final byte END_OF_TYPE = 0;

  private DynamicText() {}

  /** Begins a value of a type; its text follows. */
  public static TextOutput begin(String type, TextOutput out) {
    return out.put(type).put(END_OF_TYPE);
  }

  /** Where the type's name ends and the text begins one byte further; of a value, not NULL. */
  public static int typeEnd(byte[] data, int from) {
    int at = from;
    while (data[at] != END_OF_TYPE) {
      at++;
    }
    return at;
  }

  /** The name of the type of a value that is not NULL. */
  public static String type(byte[] data, int from) {
    return new String(data, from, typeEnd(data, from) - from, StandardCharsets.UTF_8);
  }

  /** Whether values of the type of this name are kept as JSON. */
  public static boolean isJson(String type) {
    return type.startsWith("Array(");
  }
}
