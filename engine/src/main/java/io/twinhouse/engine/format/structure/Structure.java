// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.format.structure;

import io.twinhouse.engine.column.Schema;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.format.FormatSettings;
import io.twinhouse.engine.format.Formats;
import io.twinhouse.engine.type.Quoting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Columns of data that no one has declared.
 *
 * @param columns as in CREATE TABLE, with SQL types
 * @param format to read the data with: the one with names where the first row turned out to be
 *     names
 */
public record Structure(String columns, String format) {

  /** Formats whose columns are known before the first row. */
  private static final Set<String> WITHOUT_ROWS =
      Set.of(
          "json",
          "jsoncompact",
          "jsoncolumnswithmetadata",
          "jsonasstring",
          "jsonasobject",
          "lineasstring",
          "rawblob",
          "one",
          "native",
          "parquet",
          "arrow",
          "arrowstream",
          "avro",
          "npy");

  /**
   * What the data say of their columns.
   *
   * @throws TwinhouseException CANNOT_EXTRACT_TABLE_STRUCTURE where they leave a doubt,
   *     NOT_IMPLEMENTED for settings that might change what they say
   */
  public static Structure of(String format, SampledInput data, FormatSettings settings) {
    StructureSettings seen = new StructureSettings(settings);
    String name = format.toLowerCase(Locale.ROOT);
    try {
      if (seen.rows() == 0 && !WITHOUT_ROWS.contains(name) && !name.endsWith("types")) {
        throw unknown(format, "input_format_max_rows_to_read_for_schema_inference is 0");
      }
      Structure found = name.contains("json") ? json(format, name, data, seen) : null;
      found = found == null ? text(format, name, data, seen) : found;
      return found == null ? told(format, data) : found;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static @Nullable Structure json(
      String format, String name, SampledInput data, StructureSettings settings)
      throws IOException {
    JsonStructure json = new JsonStructure(format, data, settings);
    return switch (name) {
      case "jsoneachrow", "jsonlines", "jsonl", "jsonstringseachrow" -> json.eachRow();
      case "jsoncompacteachrow", "jsoncompactstringseachrow" -> json.compactEachRow(false);
      case "jsoncompacteachrowwithnames", "jsoncompactstringseachrowwithnames" ->
          json.compactEachRow(true);
      case "jsoncompacteachrowwithnamesandtypes", "jsoncompactstringseachrowwithnamesandtypes" ->
          json.typed();
      case "jsoncolumns" -> json.columns(true);
      case "jsoncompactcolumns" -> json.columns(false);
      case "json", "jsoncompact", "jsoncolumnswithmetadata" -> json.withMetadata();
      case "jsonobjecteachrow" -> json.objectEachRow();
      case "jsonasstring" -> new Structure("json String", format);
      case "jsonasobject" -> new Structure("json JSON", format);
      default -> null;
    };
  }

  private static @Nullable Structure text(
      String format, String name, SampledInput data, StructureSettings settings)
      throws IOException {
    return switch (name) {
      case "ndjson" -> new JsonStructure(format, data, settings).eachRow();
      case "lineasstring" -> new Structure("line String", format);
      case "rawblob" -> new Structure("raw_blob String", format);
      case "one" -> new Structure("dummy UInt8", format);
      case "tskv" -> PairStructure.ofTskv(format, data, settings);
      case "values" -> PairStructure.ofValues(format, data, settings);
      default -> separated(format, name, data, settings);
    };
  }

  private static @Nullable Structure separated(
      String format, String name, SampledInput data, StructureSettings settings)
      throws IOException {
    String base = name.replaceFirst("withnames(andtypes)?$", "");
    SeparatedRows.Style style =
        switch (base) {
          case "csv" -> SeparatedRows.Style.CSV;
          case "tsv", "tabseparated", "customseparated" -> SeparatedRows.Style.ESCAPED;
          case "tsvraw", "tabseparatedraw", "raw" -> SeparatedRows.Style.RAW;
          default -> null;
        };
    if (style == null) {
      return null;
    }
    SeparatedStructure rows = new SeparatedStructure(format, style, data, settings);
    if (name.endsWith("types")) {
      return rows.typed();
    }
    return name.endsWith("names") ? rows.named(format) : rows.plain();
  }

  /** Of a format that has its columns within. */
  private static Structure told(String format, SampledInput data) {
    Schema schema;
    try {
      schema = Formats.input(format).columnsOf(data.held());
    } catch (TwinhouseException broken) {
      throw unknown(format, String.valueOf(broken.getMessage()));
    }
    if (schema == null && format.toLowerCase(Locale.ROOT).startsWith("protobuf")) {
      throw new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED,
          "Columns of " + format + " are not taken from its schema here; give the structure");
    }
    if (schema == null) {
      throw unknown(format, "its data do not tell their columns here");
    }
    List<String> columns = new ArrayList<>();
    for (int i = 0; i < schema.size(); i++) {
      columns.add(Quoting.name(schema.field(i).name()) + " " + schema.type(i).name());
    }
    return new Structure(String.join(", ", columns), format);
  }

  static Structure of(String format, Map<String, Kind> columns, StructureSettings settings) {
    List<String> declared = new ArrayList<>();
    columns.forEach(
        (name, kind) -> {
          String hint = settings.hint(name);
          if (hint == null && kind.isUnclear()) {
            throw unknown(format, "the type of column '" + name + "' is not clear");
          }
          declared.add(Quoting.name(name) + " " + (hint == null ? settings.sql(kind) : hint));
        });
    if (declared.isEmpty()) {
      throw unknown(format, "there is no row");
    }
    return new Structure(String.join(", ", declared), format);
  }

  static TwinhouseException unknown(String format, String why) {
    return new TwinhouseException(
        ErrorCode.CANNOT_EXTRACT_TABLE_STRUCTURE,
        "The table structure cannot be extracted from "
            + format
            + " data: "
            + why
            + ". You can specify the structure manually: --structure 'name Type, ...' of the"
            + " command line, the third argument of file");
  }
}
