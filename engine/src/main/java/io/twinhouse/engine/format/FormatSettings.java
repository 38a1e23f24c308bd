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
    String zone = text("session_timezone", "");
    return ZoneId.of(zone.isEmpty() ? "UTC" : zone);
  }

  /** A whole number. */
  public long number(String name, long unset) {
    String value = values.get(name);
    return value == null ? unset : Long.parseUnsignedLong(value);
  }

  /** How values are to be written. */
  public WriteOptions writeOptions() {
    return WriteOptions.of(zone(), this::text);
  }

  /** How texts are to be read. */
  public ReadOptions readOptions() {
    String times = text("date_time_input_format", "best_effort");
    ReadOptions.Words words =
        new ReadOptions.Words(
            text("bool_true_representation", "true"),
            text("bool_false_representation", "false"),
            text("format_tsv_null_representation", "\\N"),
            text("format_csv_null_representation", "\\N"));
    return new ReadOptions(
        zone(), !times.equals("basic"), false, times.equals("best_effort_us"), false, words, true);
  }

  /** What tables for the eye show for NULL. */
  public String nullWord() {
    String charset = text("output_format_pretty_grid_charset", "UTF-8");
    return charset.equalsIgnoreCase("ASCII") ? "NULL" : "ᴺᵁᴸᴸ";
  }

  /** What stands between the fields of CSV. */
  public char csvDelimiter() {
    return WriteOptions.csvDelimiter(this::text);
  }
}
