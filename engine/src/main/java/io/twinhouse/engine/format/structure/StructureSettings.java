// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.format.structure;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.format.FormatSettings;
import io.twinhouse.engine.type.TupleType;
import io.twinhouse.engine.type.TypeParser;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The settings that columns told by data depend on. */
final class StructureSettings {

  /** What is looked at here, and what only says how the rows are read later. */
  private static final Set<String> KNOWN =
      Set.of(
          "schema_inference_make_columns_nullable",
          "schema_inference_hints",
          "schema_inference_use_cache_for_file",
          "input_format_max_rows_to_read_for_schema_inference",
          "input_format_csv_detect_header",
          "input_format_tsv_detect_header",
          "input_format_try_infer_datetimes",
          "input_format_try_infer_integers",
          "input_format_csv_empty_as_default",
          "input_format_tsv_empty_as_default",
          "input_format_skip_unknown_fields",
          "input_format_null_as_default");

  private static final Pattern TELLING =
      Pattern.compile(
          "(schema_inference|column_names_for_schema|input_format_(try_infer|max_bytes_to_read_for"
              + "|csv|tsv|json)|format_(csv|tsv)).*");

  private final FormatSettings settings;
  private final Map<String, String> hints = new HashMap<>();

  /**
   * @throws TwinhouseException NOT_IMPLEMENTED for a setting that might change what data tell
   */
  StructureSettings(FormatSettings settings) {
    this.settings = settings;
    for (String name : settings.values().keySet()) {
      if (TELLING.matcher(name).matches() && !KNOWN.contains(name)) {
        throw refusal(name);
      }
    }
    String nullable = settings.text("schema_inference_make_columns_nullable", "3");
    if (!Set.of("0", "1", "3").contains(nullable)) {
      throw refusal("schema_inference_make_columns_nullable = " + nullable);
    }
    String given = settings.text("schema_inference_hints", "");
    if (!given.isBlank()) {
      TupleType tuple = (TupleType) TypeParser.parse("Tuple(" + given + ")");
      List<String> names = tuple.names();
      for (int i = 0; i < names.size(); i++) {
        hints.put(names.get(i), tuple.elements().get(i).name());
      }
    }
  }

  private static TwinhouseException refusal(String setting) {
    return new TwinhouseException(
        ErrorCode.NOT_IMPLEMENTED,
        "Setting "
            + setting
            + " is not supported where data tell their columns; give the structure instead");
  }

  /** How many rows are looked at. */
  int rows() {
    long rows = settings.number("input_format_max_rows_to_read_for_schema_inference", 25_000);
    return (int) Math.min(rows, Integer.MAX_VALUE);
  }

  boolean mayHaveHeader(boolean csv) {
    return settings.flag(
        csv ? "input_format_csv_detect_header" : "input_format_tsv_detect_header", true);
  }

  /** The type as settings have it: without times all are texts, without integers all are floats. */
  GuessedType seen(GuessedType type) {
    boolean off =
        switch (type) {
          case INTEGER -> !settings.flag("input_format_try_infer_integers", true);
          case TIME, FINE_TIME -> !settings.flag("input_format_try_infer_datetimes", true);
          default -> false;
        };
    if (!off) {
      return type;
    }
    return type == GuessedType.INTEGER ? GuessedType.FLOAT : GuessedType.TEXT;
  }

  /** The type that somebody gave a column, or null. */
  @Nullable String hint(String column) {
    return hints.get(column);
  }

  /** The type of a column of which only {@code type} was seen. */
  String sql(GuessedType type) {
    boolean nullable = !settings.text("schema_inference_make_columns_nullable", "3").equals("0");
    return nullable ? "Nullable(" + type.sql() + ")" : type.sql();
  }
}
