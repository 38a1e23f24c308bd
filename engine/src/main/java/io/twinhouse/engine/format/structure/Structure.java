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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Columns of data that no one has declared.
 *
 * @param columns as in CREATE TABLE, with SQL types
 * @param format to read the data with: the one with names where the first row turned out to be
 *     names
 */
public record Structure(String columns, String format) {

  /**
   * What the data say of their columns.
   *
   * @throws TwinhouseException CANNOT_EXTRACT_TABLE_STRUCTURE where they leave a doubt,
   *     NOT_IMPLEMENTED for settings that might change what they say
   */
  public static Structure of(String format, SampledInput data, FormatSettings settings) {
    StructureSettings seen = new StructureSettings(settings);
    String name = format.toLowerCase(Locale.ROOT);
    String kind = name.startsWith("tabseparated") ? "tsv" + name.substring(12) : name;
    try {
      return switch (kind) {
        case "jsoneachrow", "jsonlines", "jsonl", "ndjson" ->
            json(format, data.lines(seen.rows()), seen);
        case "csv", "tsv" -> separated(format, kind, seen).plain(data.lines(seen.rows()));
        case "csvwithnames", "tsvwithnames" ->
            separated(format, kind, seen).named(format, data.lines(seen.rows() + 1));
        case "csvwithnamesandtypes", "tsvwithnamesandtypes" ->
            separated(format, kind, seen).typed(data.lines(2));
        case "lineasstring" -> new Structure("line String", format);
        case "rawblob" -> new Structure("raw_blob String", format);
        default -> told(format, data);
      };
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static SeparatedStructure separated(
      String format, String kind, StructureSettings settings) {
    return new SeparatedStructure(format, kind.startsWith("csv"), settings);
  }

  /** Of a format that has its columns within. */
  private static Structure told(String format, SampledInput data) {
    Schema schema;
    try {
      schema = Formats.input(format).columnsOf(data.held());
    } catch (TwinhouseException broken) {
      throw unknown(format, String.valueOf(broken.getMessage()));
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

  private static Structure json(String format, List<String> lines, StructureSettings settings) {
    Map<String, GuessedType> columns = new LinkedHashMap<>();
    for (String line : lines) {
      if (line.isBlank()) {
        continue;
      }
      Map<String, GuessedType> row = JsonLine.kinds(line);
      if (row == null) {
        throw unknown(format, "a row is not one line with an object of plain values");
      }
      row.forEach((name, type) -> columns.merge(name, settings.seen(type), GuessedType::with));
    }
    return of(format, columns, settings);
  }

  static Structure of(String format, Map<String, GuessedType> columns, StructureSettings settings) {
    List<String> declared = new ArrayList<>();
    columns.forEach(
        (name, type) -> {
          String hint = settings.hint(name);
          if (hint == null && type == GuessedType.UNCLEAR) {
            throw unknown(format, "the type of column '" + name + "' is not clear");
          }
          declared.add(Quoting.name(name) + " " + (hint == null ? settings.sql(type) : hint));
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
