// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.format.structure;

import static java.util.stream.Collectors.joining;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.format.FormatSettings;
import io.twinhouse.engine.format.structure.Kind.Listed;
import io.twinhouse.engine.format.structure.Kind.Mapped;
import io.twinhouse.engine.format.structure.Kind.Named;
import io.twinhouse.engine.format.structure.Kind.Plain;
import io.twinhouse.engine.format.structure.Kind.Tupled;
import io.twinhouse.engine.type.Quoting;
import io.twinhouse.engine.type.TupleType;
import io.twinhouse.engine.type.TypeParser;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
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
          "column_names_for_schema_inference",
          "input_format_max_rows_to_read_for_schema_inference",
          "input_format_csv_detect_header",
          "input_format_tsv_detect_header",
          "input_format_csv_skip_first_lines",
          "input_format_tsv_skip_first_lines",
          "input_format_csv_use_best_effort_in_schema_inference",
          "input_format_tsv_use_best_effort_in_schema_inference",
          "input_format_try_infer_dates",
          "input_format_try_infer_datetimes",
          "input_format_try_infer_datetimes_only_datetime64",
          "input_format_try_infer_exponent_floats",
          "input_format_try_infer_integers",
          "input_format_csv_empty_as_default",
          "input_format_tsv_empty_as_default",
          "format_csv_delimiter",
          "format_csv_null_representation",
          "format_tsv_null_representation",
          "input_format_skip_unknown_fields",
          "input_format_null_as_default");

  private static final Pattern TELLING =
      Pattern.compile(
          "(schema_inference|column_names_for_schema|input_format_(try_infer|max_bytes_to_read_for"
              + "|csv|tsv|json|custom)|format_(csv|tsv|custom)|date_time_input).*");

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

  boolean mayHaveHeader(String format, boolean csv) {
    if (format.toLowerCase(Locale.ROOT).startsWith("custom")) {
      return true;
    }
    return settings.flag(
        csv ? "input_format_csv_detect_header" : "input_format_tsv_detect_header", true);
  }

  long skippedLines(boolean csv) {
    return settings.number(
        csv ? "input_format_csv_skip_first_lines" : "input_format_tsv_skip_first_lines", 0);
  }

  char csvDelimiter() {
    return settings.csvDelimiter();
  }

  String nullText(boolean csv) {
    return settings.text(
        csv ? "format_csv_null_representation" : "format_tsv_null_representation", "\\N");
  }

  boolean isBool(String text) {
    return text.equals(settings.text("bool_true_representation", "true"))
        || text.equals(settings.text("bool_false_representation", "false"));
  }

  /** Whether anything but texts is looked for. */
  boolean looksInside(boolean csv) {
    return settings.flag(
        csv
            ? "input_format_csv_use_best_effort_in_schema_inference"
            : "input_format_tsv_use_best_effort_in_schema_inference",
        true);
  }

  /** Whether 1e5 is a number outside of JSON. */
  boolean infersPowers() {
    return settings.flag("input_format_try_infer_exponent_floats", false);
  }

  /** Names for columns that have none. */
  List<String> names(String format, int columns) {
    String given = settings.text("column_names_for_schema_inference", "");
    List<String> names = new ArrayList<>();
    if (given.isBlank()) {
      for (int i = 1; i <= columns; i++) {
        names.add("c" + i);
      }
      return names;
    }
    for (String name : given.split(",")) {
      names.add(name.strip());
    }
    if (names.size() < columns) {
      throw Structure.unknown(
          format,
          "column_names_for_schema_inference has "
              + names.size()
              + " names for "
              + columns
              + " columns");
    }
    return names;
  }

  /** The kind as settings have it: without times all are texts, without integers all are floats. */
  Plain seen(Plain kind) {
    return switch (kind) {
      case INTEGER, NEGATIVE, UNSIGNED ->
          settings.flag("input_format_try_infer_integers", true) ? kind : Plain.FLOAT;
      case DATE -> settings.flag("input_format_try_infer_dates", true) ? kind : seen(Plain.TIME);
      case TIME, FINE_TIME -> {
        if (!settings.flag("input_format_try_infer_datetimes", true)) {
          yield Plain.TEXT;
        }
        boolean fine = settings.flag("input_format_try_infer_datetimes_only_datetime64", false);
        yield fine ? Plain.FINE_TIME : kind;
      }
      default -> kind;
    };
  }

  /** The type that somebody gave a column, or null. */
  @Nullable String hint(String column) {
    return hints.get(column);
  }

  /** The type of a column of which only {@code kind} was seen. */
  String sql(Kind kind) {
    if (kind instanceof Listed list) {
      return "Array(" + sql(list.element()) + ")";
    }
    if (kind instanceof Mapped map) {
      String key = map.key() instanceof Plain plain ? plain.sql() : sql(map.key());
      return "Map(" + key + ", " + sql(map.value()) + ")";
    }
    if (kind instanceof Tupled tuple) {
      return tuple.elements().stream().map(this::sql).collect(joining(", ", "Tuple(", ")"));
    }
    if (kind instanceof Named object && !object.parts().isEmpty()) {
      return object.parts().entrySet().stream()
          .map(part -> Quoting.name(part.getKey()) + " " + sql(part.getValue()))
          .collect(joining(", ", "Tuple(", ")"));
    }
    String type = kind instanceof Plain plain ? plain.sql() : Plain.NOTHING.sql();
    boolean nullable = !settings.text("schema_inference_make_columns_nullable", "3").equals("0");
    return nullable && kind != Plain.DYNAMIC ? "Nullable(" + type + ")" : type;
  }
}
