// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.text;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import java.time.ZoneId;

/**
 * How values are written, as far as settings of the server change it. Immutable.
 *
 * @param zone for times whose type names no zone
 * @param times the form of DateTime and DateTime64
 * @param json what JSON quotes and names
 * @param text what all styles share
 * @param csv what stands between the elements of a tuple in CSV
 */
public record WriteOptions(ZoneId zone, Times times, Json json, Text text, Csv csv) {

  /** The forms of times: date_time_output_format. */
  public enum Times {
    SIMPLE,
    ISO,
    UNIX_TIMESTAMP
  }

  /**
   * Settings output_format_json_*.
   *
   * @param quoteIntegers of 64 bits and more
   * @param quoteFloats of 64 bits
   * @param quoteDenormals whether nan and inf are words in quotes, not null
   * @param tuplesAsObjects whether the names of a tuple's elements are written
   */
  public record Json(
      boolean quoteIntegers,
      boolean quoteFloats,
      boolean quoteDenormals,
      boolean quoteDecimals,
      boolean escapeSlashes,
      boolean tuplesAsObjects,
      boolean skipNullsInTuples) {

    static final Json DEFAULT = new Json(false, false, false, false, true, true, false);
  }

  /**
   * @param trueText and falseText of Bool, outside of Values and XML
   * @param trailingZeros whether decimals show all digits of their scale
   * @param doubledQuotes whether a quote inside quotes is doubled instead of escaped
   * @param trimFixedStrings whether zero bytes at the end of a FixedString are left out
   * @param tuplesAsJson whether a named tuple is laid out as JSON
   * @param jsonIndent blanks by which a JSON value is laid out, or 0 for one line
   */
  public record Text(
      String trueText,
      String falseText,
      boolean trailingZeros,
      boolean doubledQuotes,
      boolean trimFixedStrings,
      boolean tuplesAsJson,
      int jsonIndent) {

    static final Text DEFAULT = new Text("true", "false", false, false, false, false, 0);
  }

  /**
   * @param tuplesAsColumns whether each element of a tuple is a field of its own
   */
  public record Csv(char delimiter, boolean tuplesAsColumns, String nullText) {
    static final Csv DEFAULT = new Csv(',', true, "\\N");
  }

  /** Reads a setting by ClickHouse's name as text. */
  @FunctionalInterface
  public interface SettingText {

    /** The setting, or {@code unset} where it was not given. */
    String of(String name, String unset);

    private boolean flag(String name, boolean unset) {
      String value = of(name, unset ? "1" : "0");
      return value.equals("1") || value.equalsIgnoreCase("true");
    }
  }

  /** What a query's settings say. */
  public static WriteOptions of(ZoneId zone, SettingText settings) {
    Times times =
        switch (settings.of("date_time_output_format", "simple")) {
          case "iso" -> Times.ISO;
          case "unix_timestamp" -> Times.UNIX_TIMESTAMP;
          default -> Times.SIMPLE;
        };
    Json json =
        new Json(
            settings.flag("output_format_json_quote_64bit_integers", false),
            settings.flag("output_format_json_quote_64bit_floats", false),
            settings.flag("output_format_json_quote_denormals", false),
            settings.flag("output_format_json_quote_decimals", false),
            settings.flag("output_format_json_escape_forward_slashes", true),
            settings.flag("output_format_json_named_tuples_as_objects", true),
            settings.flag("output_format_json_skip_null_value_in_named_tuples", false));
    Text text =
        new Text(
            settings.of("bool_true_representation", "true"),
            settings.of("bool_false_representation", "false"),
            settings.flag("output_format_decimal_trailing_zeros", false),
            settings.flag("output_format_values_escape_quote_with_quote", false),
            settings.flag("output_format_trim_fixed_string", false),
            false,
            0);
    Csv csv =
        new Csv(
            csvDelimiter(settings),
            settings.flag("output_format_csv_serialize_tuple_into_separate_columns", true),
            settings.of("format_csv_null_representation", "\\N"));
    return new WriteOptions(zone, times, json, text, csv);
  }

  /** What stands between the fields of CSV. */
  public static char csvDelimiter(SettingText settings) {
    String given = settings.of("format_csv_delimiter", ",");
    return given.isEmpty() ? ',' : given.charAt(0);
  }

  /** The server's defaults. */
  public static WriteOptions of(ZoneId zone) {
    return new WriteOptions(zone, Times.SIMPLE, Json.DEFAULT, Text.DEFAULT, Csv.DEFAULT);
  }

  /**
   * Refuses to make a text of values of type JSON, which are kept as one, where settings ask for
   * another form of its parts.
   */
  public void refuseForJson() {
    if (!json.equals(Json.DEFAULT)) {
      throw new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED,
          "A text of a JSON value is not implemented under settings output_format_json_*");
    }
  }

  /** The same with all elements of named tuples by name. */
  WriteOptions withWholeTuples() {
    Json whole =
        new Json(
            json.quoteIntegers,
            json.quoteFloats,
            json.quoteDenormals,
            json.quoteDecimals,
            json.escapeSlashes,
            true,
            false);
    return new WriteOptions(zone, times, whole, text, csv);
  }

  /** The same with named tuples and JSON values on lines of their own. */
  public WriteOptions laidOut(boolean tuplesAsJson, int jsonIndent) {
    Text wider =
        new Text(
            text.trueText,
            text.falseText,
            text.trailingZeros,
            text.doubledQuotes,
            text.trimFixedStrings,
            tuplesAsJson,
            jsonIndent);
    return new WriteOptions(zone, times, json, wider, csv);
  }
}
