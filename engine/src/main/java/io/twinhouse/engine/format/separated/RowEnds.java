// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.format.separated;

import io.twinhouse.engine.format.FormatSettings;

/**
 * Where rows may end, as settings have it.
 *
 * @param varied whether a row may have more or fewer fields than there are columns
 * @param returned whether a carriage return may stand before the line feed of TSV
 * @param byReturn whether a carriage return alone ends a line of CSV
 * @param trailing whether empty lines behind the last row are passed over
 */
record RowEnds(boolean varied, boolean returned, boolean byReturn, boolean trailing) {

  static RowEnds of(boolean csv, FormatSettings settings) {
    return csv
        ? new RowEnds(
            settings.flag("input_format_csv_allow_variable_number_of_columns", false),
            false,
            settings.flag("input_format_csv_allow_cr_end_of_line", false),
            settings.flag("input_format_csv_skip_trailing_empty_lines", false))
        : new RowEnds(
            settings.flag("input_format_tsv_allow_variable_number_of_columns", false),
            settings.flag("input_format_tsv_crlf_end_of_line", false),
            false,
            settings.flag("input_format_tsv_skip_trailing_empty_lines", false));
  }
}
