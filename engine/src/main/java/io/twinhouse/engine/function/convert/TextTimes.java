// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.convert;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.type.DateTime64Type;
import io.twinhouse.engine.type.DateTimeType;
import io.twinhouse.engine.type.Type;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/** Times that are read from texts by best effort. */
public final class TextTimes {

  private static final Pattern MONTHS =
      Pattern.compile("jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec");

  private TextTimes() {}

  static boolean isTime(Type type) {
    return type instanceof DateTimeType || type instanceof DateTime64Type;
  }

  /** Refuses a text that the server may know how to read although Twinhouse does not. */
  public static void refuseUnknownForm(byte[] data, int from, int to) {
    String text =
        new String(data, from, to - from, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
    boolean empty = !text.matches(".*[0-9].*") && !MONTHS.matcher(text).find();
    boolean known =
        text.matches("[0-9]{4}-.*") && !text.matches("[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}[^0-9].*");
    if (!empty && !known) {
      throw new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED,
          "Reading a time by best effort from '" + text + "' is not implemented");
    }
  }
}
