// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.format.separated;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.twinhouse.engine.column.Schema;
import io.twinhouse.engine.format.FormatSettings;
import io.twinhouse.engine.format.text.Header;
import io.twinhouse.engine.format.text.HeaderFields;
import io.twinhouse.engine.format.text.HeaderTypes;
import io.twinhouse.engine.format.text.RecordFeed;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The lines of names and types before the rows, which say what the fields of a row are. */
final class SeparatedHeader {

  private SeparatedHeader() {}

  /** Reads the header at hand; for each field of a row its column, as HeaderFields says it. */
  static int[] read(Header header, SeparatedFields fields, Schema table, FormatSettings settings)
      throws IOException {
    int[] columns = HeaderFields.named(line(fields), table, settings);
    if (header.types()) {
      HeaderFields.check(columns, line(fields), table, settings);
    }
    return columns;
  }

  private static List<String> line(SeparatedFields fields) throws IOException {
    List<String> texts = new ArrayList<>();
    do {
      fields.take();
      texts.add(fields.text());
    } while (fields.passEnd());
    return texts;
  }

  /** The header that the lines ahead are, without passing them. */
  static Header detect(RecordFeed in, SeparatedFields fields, Schema table) throws IOException {
    List<String> names = new ArrayList<>();
    int end = in.peek(0) < 0 ? 0 : look(in, fields, 0, names);
    if (names.isEmpty() || !table.names().containsAll(names)) {
      return Header.NONE;
    }
    List<String> types = new ArrayList<>();
    if (in.peek(end) >= 0) {
      look(in, fields, end, types);
    }
    boolean typed = types.size() == names.size() && types.stream().allMatch(HeaderTypes::isType);
    return typed ? Header.NAMES_AND_TYPES : Header.NAMES;
  }

  /** Adds the fields of the line at {@code offset}; returns where the next line begins. */
  private static int look(RecordFeed in, SeparatedFields fields, int offset, List<String> texts)
      throws IOException {
    int at = offset;
    while (true) {
      int length = fields.length(at);
      byte[] field = new byte[length];
      for (int i = 0; i < length; i++) {
        field[i] = (byte) in.peek(at + i);
      }
      texts.add(fields.text(new String(field, UTF_8)));
      at += length;
      int next = in.peek(at);
      if (!fields.isSeparator(next)) {
        return next < 0 ? at : at + (next == '\r' ? 2 : 1);
      }
      at++;
    }
  }
}
