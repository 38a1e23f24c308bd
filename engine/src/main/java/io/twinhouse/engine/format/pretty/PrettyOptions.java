// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.format.pretty;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.format.FormatSettings;
import java.util.Locale;

/** The settings output_format_pretty_*. */
final class PrettyOptions {

  private static final String PREFIX = "output_format_pretty_";

  final boolean ascii;
  final boolean rowNumbers;
  final boolean multiLine;
  final boolean tuplesAsJson;
  final boolean singleValueCut;
  final long maxRows;
  final int padWidth;
  final int maxValueWidth;

  /** Rows from which on the names are repeated at the bottom. */
  final long footerRows;

  private final boolean vertical;
  private final long verticalRows;
  private final long verticalColumns;
  private final long verticalWidth;

  PrettyOptions(FormatSettings settings) {
    refuse(settings, "color", "1", "true");
    refuse(settings, "use_nbsp_for_padding", "1", "true");
    ascii =
        settings.text(PREFIX + "grid_charset", "UTF-8").toUpperCase(Locale.ROOT).equals("ASCII");
    rowNumbers = settings.flag(PREFIX + "row_numbers", true);
    multiLine = settings.flag(PREFIX + "multiline_fields", true);
    tuplesAsJson = settings.flag(PREFIX + "named_tuples_as_json", true);
    singleValueCut = settings.flag(PREFIX + "max_value_width_apply_for_single_value", false);
    maxRows = positive(settings, "max_rows", Long.MAX_VALUE);
    padWidth = (int) positive(settings, "max_column_pad_width", 250);
    maxValueWidth = (int) positive(settings, "max_value_width", 10_000);
    boolean footer = settings.number(PREFIX + "display_footer_column_names", 1) != 0;
    footerRows =
        footer ? positive(settings, "display_footer_column_names_min_rows", 50) : Long.MAX_VALUE;
    vertical = settings.flag(PREFIX + "fallback_to_vertical", true);
    verticalRows = positive(settings, "fallback_to_vertical_max_rows_per_chunk", 10);
    verticalColumns = positive(settings, "fallback_to_vertical_min_columns", 5);
    verticalWidth = positive(settings, "fallback_to_vertical_min_table_width", 250);
  }

  private static long positive(FormatSettings settings, String name, long unset) {
    long value = settings.number(PREFIX + name, unset);
    return value < 0 ? Long.MAX_VALUE : Math.min(value, Integer.MAX_VALUE - 8);
  }

  private static void refuse(FormatSettings settings, String name, String... values) {
    String given = settings.text(PREFIX + name, "");
    for (String value : values) {
      if (given.equalsIgnoreCase(value)) {
        throw new TwinhouseException(
            ErrorCode.NOT_IMPLEMENTED,
            "Setting '" + PREFIX + name + "' cannot be '" + given + "' here; leave it as it is");
      }
    }
  }

  boolean mayFallBack(long rows, int columns) {
    return vertical && rows <= verticalRows && columns >= verticalColumns;
  }

  boolean fallsBack(boolean multiLineValue, int width) {
    return (multiLine && multiLineValue) || width >= verticalWidth;
  }

  /** The most rows that {@link #mayFallBack} accepts. */
  long verticalRows() {
    return vertical ? verticalRows : 0;
  }
}
