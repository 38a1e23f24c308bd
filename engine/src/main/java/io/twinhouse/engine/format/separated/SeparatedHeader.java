// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.format.separated;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.twinhouse.engine.column.Field;
import io.twinhouse.engine.column.Schema;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.format.text.Header;
import io.twinhouse.engine.format.text.HeaderTypes;
import io.twinhouse.engine.format.text.RecordFeed;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The lines of names and types before the rows, which say what the fields of a row are. */
final class SeparatedHeader {

  /** The target of a field that the table has no column for. */
  static final int SKIPPED = -1;

  private final List<Field> columns = new ArrayList<>();
  private final List<Integer> targets = new ArrayList<>();

  private SeparatedHeader() {}

  /**
   * Reads the header at hand.
   *
   * @param table the columns that it may name
   */
  static SeparatedHeader read(
      Header header, SeparatedFields fields, Schema table, boolean skipsUnknown)
      throws IOException {
    SeparatedHeader found = new SeparatedHeader();
    found.readNames(fields, table, skipsUnknown);
    if (header.types()) {
      found.checkTypes(fields);
    }
    return found;
  }

  /** The columns of a row, without those that are skipped. */
  Schema columns() {
    return new Schema(columns);
  }

  /** For each field of a row its position in {@link #columns()}, or {@link #SKIPPED}. */
  int[] targets() {
    return targets.stream().mapToInt(Integer::intValue).toArray();
  }

  private void readNames(SeparatedFields fields, Schema table, boolean skipsUnknown)
      throws IOException {
    do {
      fields.take();
      String name = fields.text();
      int index = table.indexOf(name);
      if (index < 0 && !skipsUnknown) {
        throw new TwinhouseException(
            ErrorCode.INCORRECT_DATA,
            "Unknown field found in format header: '" + name + "' at position " + targets.size());
      }
      if (index >= 0 && columns.contains(table.field(index))) {
        throw new TwinhouseException(
            ErrorCode.INCORRECT_DATA, "Duplicate field found while parsing format header: " + name);
      }
      targets.add(index < 0 ? SKIPPED : columns.size());
      if (index >= 0) {
        columns.add(table.field(index));
      }
    } while (fields.passEnd());
  }

  private void checkTypes(SeparatedFields fields) throws IOException {
    int field = 0;
    do {
      fields.take();
      int target = field < targets.size() ? targets.get(field) : SKIPPED;
      if (target != SKIPPED) {
        HeaderTypes.check(columns.get(target), fields.text());
      }
      field++;
    } while (fields.passEnd());
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
