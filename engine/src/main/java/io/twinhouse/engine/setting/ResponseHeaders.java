// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.setting;

import io.twinhouse.engine.column.ArrayColumn;
import io.twinhouse.engine.column.BytesColumn;
import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.column.TupleColumn;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.text.ReadOptions;
import io.twinhouse.engine.text.TextStyle;
import io.twinhouse.engine.text.ValueReader;
import io.twinhouse.engine.type.MapType;
import io.twinhouse.engine.type.StringType;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Headers that a query asks for by its setting {@code http_response_headers}. */
public final class ResponseHeaders {

  public static final String SETTING = "http_response_headers";

  private static final MapType TYPE = new MapType(StringType.INSTANCE, StringType.INSTANCE);

  /** Those that say where an answer ends belong to the connection. */
  private static final Set<String> FRAMING = Set.of("content-length", "transfer-encoding");

  private ResponseHeaders() {}

  /**
   * The headers by name, in the setting's order.
   *
   * @throws TwinhouseException BAD_ARGUMENTS for control characters and names that come twice, in
   *     any case
   */
  public static Map<String, String> of(String setting) {
    if (setting.equals("{}")) {
      return Map.of();
    }
    ColumnBuilder out = ColumnBuilder.of(TYPE);
    byte[] text = setting.getBytes(StandardCharsets.UTF_8);
    ValueReader.of(TYPE, TextStyle.ESCAPED, ReadOptions.strict(ZoneOffset.UTC))
        .readWhole(text, 0, text.length, out);
    TupleColumn pairs = (TupleColumn) ((ArrayColumn) out.build()).elements();
    BytesColumn names = (BytesColumn) pairs.elements().get(0);
    BytesColumn values = (BytesColumn) pairs.elements().get(1);
    Map<String, String> headers = new LinkedHashMap<>();
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < pairs.size(); i++) {
      String name = checked(text(names, i));
      if (FRAMING.contains(name.toLowerCase(Locale.ROOT))) {
        throw new TwinhouseException(
            ErrorCode.NOT_IMPLEMENTED, "The header " + name + " is the server's own to set");
      }
      headers.put(name, checked(text(values, i)));
      if (!seen.add(name.toLowerCase(Locale.ROOT))) {
        throw new TwinhouseException(
            ErrorCode.BAD_ARGUMENTS, "The header " + name + " is twice in " + SETTING);
      }
    }
    return headers;
  }

  /** A header's characters are the bytes that are sent. */
  private static String text(BytesColumn texts, int row) {
    return new String(texts.bytes(row), StandardCharsets.ISO_8859_1);
  }

  /** A line break in a value would begin a header, or an answer, of its own. */
  private static String checked(String text) {
    if (text.chars().anyMatch(c -> c < ' ' || c == 127)) {
      throw new TwinhouseException(
          ErrorCode.BAD_ARGUMENTS, "Control characters in the headers of " + SETTING);
    }
    return text;
  }
}
