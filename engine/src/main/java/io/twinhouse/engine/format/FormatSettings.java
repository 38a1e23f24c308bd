// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.format;

import io.twinhouse.engine.text.ReadOptions;
import io.twinhouse.engine.text.WriteOptions;
import java.time.ZoneId;
import java.util.Map;

/**
 * The settings of a query as far as formats ask for them. Immutable.
 *
 * @param values by ClickHouse's name; what is not here has the server's default
 */
public record FormatSettings(Map<String, String> values) {

  public static final FormatSettings DEFAULT = new FormatSettings(Map.of());

  public FormatSettings {
    values = Map.copyOf(values);
  }

  /** A switch, given as 0, 1, true or false. */
  public boolean flag(String name, boolean unset) {
    String value = values.get(name);
    return value == null ? unset : value.equals("1") || value.equalsIgnoreCase("true");
  }

  /** A setting as text. */
  public String text(String name, String unset) {
    return values.getOrDefault(name, unset);
  }

  /** The zone of times whose type names none. */
  public ZoneId zone() {
    return ZoneId.of(text("session_timezone", "UTC"));
  }

  /** A whole number. */
  public long number(String name, long unset) {
    String value = values.get(name);
    return value == null ? unset : Long.parseUnsignedLong(value);
  }

  /** How values are to be written. */
  public WriteOptions writeOptions() {
    WriteOptions.Times times =
        switch (text("date_time_output_format", "simple")) {
          case "iso" -> WriteOptions.Times.ISO;
          case "unix_timestamp" -> WriteOptions.Times.UNIX_TIMESTAMP;
          default -> WriteOptions.Times.SIMPLE;
        };
    WriteOptions.Json json =
        new WriteOptions.Json(
            flag("output_format_json_quote_64bit_integers", false),
            flag("output_format_json_quote_64bit_floats", false),
            flag("output_format_json_quote_denormals", false),
            flag("output_format_json_quote_decimals", false),
            flag("output_format_json_escape_forward_slashes", true),
            flag("output_format_json_named_tuples_as_objects", true),
            flag("output_format_json_skip_null_value_in_named_tuples", false));
    WriteOptions.Text text =
        new WriteOptions.Text(
            text("bool_true_representation", "true"),
            text("bool_false_representation", "false"),
            flag("output_format_decimal_trailing_zeros", false),
            flag("output_format_values_escape_quote_with_quote", false),
            flag("output_format_trim_fixed_string", false),
            false,
            0);
    WriteOptions.Csv csv =
        new WriteOptions.Csv(
            csvDelimiter(),
            flag("output_format_csv_serialize_tuple_into_separate_columns", true),
            text("format_csv_null_representation", "\\N"));
    return new WriteOptions(zone(), times, json, text, csv);
  }

  /** How texts are to be read. */
  public ReadOptions readOptions() {
    boolean basic = text("date_time_input_format", "best_effort").equals("basic");
    return new ReadOptions(zone(), !basic, false);
  }

  /** What tables for the eye show for NULL. */
  public String nullWord() {
    String charset = text("output_format_pretty_grid_charset", "UTF-8");
    return charset.equalsIgnoreCase("ASCII") ? "NULL" : "ᴺᵁᴸᴸ";
  }

  /** What stands between the fields of CSV. */
  public char csvDelimiter() {
    String given = text("format_csv_delimiter", ",");
    return given.isEmpty() ? ',' : given.charAt(0);
  }
}
