// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.format.text;

import io.twinhouse.engine.column.Schema;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.format.FormatSettings;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** What the names of a header say: the column that each field of a row goes to. */
public final class HeaderFields {

  /** The target of a field that the table has no column for. */
  public static final int SKIPPED = -1;

  private HeaderFields() {}

  /** The columns of rows without a header: one for each field. */
  public static int[] inOrder(Schema table) {
    return IntStream.range(0, table.size()).toArray();
  }

  /** As {@link #named(List, Schema, boolean)}, unless settings say that names mean nothing. */
  public static int[] named(List<String> names, Schema table, FormatSettings settings) {
    return settings.flag("input_format_with_names_use_header", true)
        ? named(names, table, settings.flag("input_format_skip_unknown_fields", true))
        : inOrder(table);
  }

  /** As {@link #check(int[], List, Schema)}, unless settings say that types mean nothing. */
  public static void check(
      int[] columns, List<String> types, Schema table, FormatSettings settings) {
    if (settings.flag("input_format_with_types_use_header", true)) {
      check(columns, types, table);
    }
  }

  /**
   * For each name its column, whatever its case if none is spelt so, or {@link #SKIPPED}.
   *
   * @throws TwinhouseException INCORRECT_DATA for names given twice, and unknown ones unless they
   *     are skipped
   */
  public static int[] named(List<String> names, Schema table, boolean skipsUnknown) {
    int[] columns = new int[names.size()];
    for (int i = 0; i < columns.length; i++) {
      int column = table.find(names.get(i));
      if (column < 0 && !skipsUnknown) {
        throw refused(
            "Unknown field found in format header: '" + names.get(i) + "' at position " + i);
      }
      if (column >= 0 && Arrays.stream(columns, 0, i).anyMatch(other -> other == column)) {
        throw refused("Duplicate field found while parsing format header: " + names.get(i));
      }
      columns[i] = column < 0 ? SKIPPED : column;
    }
    return columns;
  }

  /**
   * Checks the types that stand below the names.
   *
   * @throws TwinhouseException INCORRECT_DATA unless there is one for each name, that of its column
   */
  public static void check(int[] columns, List<String> types, Schema table) {
    if (types.size() != columns.length) {
      throw refused(
          "The number of data types differs from the number of column names in input data");
    }
    for (int i = 0; i < columns.length; i++) {
      if (columns[i] != SKIPPED) {
        HeaderTypes.check(table.field(columns[i]), types.get(i));
      }
    }
  }

  private static TwinhouseException refused(String message) {
    return new TwinhouseException(ErrorCode.INCORRECT_DATA, message);
  }
}
