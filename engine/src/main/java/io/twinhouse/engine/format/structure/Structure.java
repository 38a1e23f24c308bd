// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.local;

import io.twinhouse.engine.column.Schema;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.type.Quoting;
import io.twinhouse.server.arrow.ArrowStructure;
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
record Structure(String columns, String format) {

  /**
   * What the data say of their columns.
   *
   * @throws TwinhouseException CANNOT_EXTRACT_TABLE_STRUCTURE where they leave a doubt
   */
  static Structure of(String format, SampledInput data) {
    String name = format.toLowerCase(Locale.ROOT);
    String kind = name.startsWith("tabseparated") ? "tsv" + name.substring(12) : name;
    return switch (kind) {
      case "jsoneachrow", "jsonlines", "jsonl", "ndjson" -> json(format, data.lines());
      case "csv", "tsv" -> separated(format, data.lines(), kind.equals("csv"));
      case "csvwithnames", "tsvwithnames" -> named(format, data.lines(), kind.startsWith("csv"));
      case "csvwithnamesandtypes", "tsvwithnamesandtypes" ->
          typed(format, data.lines(), kind.startsWith("csv"));
      case "arrow", "arrowstream" -> arrow(format, kind.equals("arrow"), data);
      case "lineasstring" -> new Structure("line String", format);
      case "rawblob" -> new Structure("raw_blob String", format);
      default -> throw unknown(format, "its data do not tell their columns here");
    };
  }

  private static Structure arrow(String format, boolean file, SampledInput data) {
    try {
      Schema schema = ArrowStructure.of(file, data.sample());
      List<String> columns = new ArrayList<>();
      for (int i = 0; i < schema.size(); i++) {
        columns.add(Quoting.name(schema.field(i).name()) + " " + schema.type(i).name());
      }
      return new Structure(String.join(", ", columns), format);
    } catch (TwinhouseException broken) {
      throw unknown(format, String.valueOf(broken.getMessage()));
    }
  }

  private static Structure json(String format, List<String> lines) {
    Map<String, GuessedType> columns = new LinkedHashMap<>();
    for (String line : lines) {
      if (line.isBlank()) {
        continue;
      }
      Map<String, GuessedType> row = JsonLine.kinds(line);
      if (row == null) {
        throw unknown(format, "a row is not one line with an object of plain values");
      }
      row.forEach((name, type) -> columns.merge(name, type, GuessedType::with));
    }
    return new Structure(sql(format, columns), format);
  }

  private static Structure separated(String format, List<String> lines, boolean csv) {
    if (lines.isEmpty()) {
      throw unknown(format, "there is no row");
    }
    List<GuessedType> first = types(fields(lines.get(0), csv, format), csv);
    if (first.stream().allMatch(type -> type == GuessedType.TEXT) && lines.size() > 1) {
      List<GuessedType> second = types(fields(lines.get(1), csv, format), csv);
      boolean namesFirst = second.stream().anyMatch(type -> type != GuessedType.TEXT);
      boolean clear = second.stream().noneMatch(Structure::isUnclear);
      if (namesFirst && clear) {
        return named(format + "WithNames", lines, csv);
      }
    }
    Map<String, GuessedType> columns = new LinkedHashMap<>();
    for (int i = 0; i < first.size(); i++) {
      columns.put("c" + (i + 1), first.get(i));
    }
    merge(lines.subList(1, lines.size()), columns, csv, format);
    return new Structure(sql(format, columns), format);
  }

  private static Structure named(String format, List<String> lines, boolean csv) {
    if (lines.isEmpty()) {
      throw unknown(format, "there is no row of names");
    }
    Map<String, GuessedType> columns = new LinkedHashMap<>();
    for (String field : fields(lines.get(0), csv, format)) {
      columns.put(unquoted(field, csv), GuessedType.NOTHING);
    }
    merge(lines.subList(1, lines.size()), columns, csv, format);
    return new Structure(sql(format, columns), format);
  }

  private static Structure typed(String format, List<String> lines, boolean csv) {
    if (lines.size() < 2) {
      throw unknown(format, "there are no rows of names and types");
    }
    List<String> names = fields(lines.get(0), csv, format);
    List<String> types = fields(lines.get(1), csv, format);
    List<String> columns = new ArrayList<>();
    for (int i = 0; i < Math.min(names.size(), types.size()); i++) {
      String type = unquoted(types.get(i), csv);
      columns.add(
          Quoting.name(unquoted(names.get(i), csv))
              + " "
              + (csv ? type : type.replace("\\'", "'")));
    }
    return new Structure(String.join(", ", columns), format);
  }

  private static void merge(
      List<String> lines, Map<String, GuessedType> columns, boolean csv, String format) {
    List<String> names = List.copyOf(columns.keySet());
    for (String line : lines) {
      List<GuessedType> row = types(fields(line, csv, format), csv);
      if (row.size() != names.size()) {
        throw unknown(
            format, "a row has " + row.size() + " fields where " + names.size() + " are expected");
      }
      for (int i = 0; i < row.size(); i++) {
        columns.merge(names.get(i), row.get(i), GuessedType::with);
      }
    }
  }

  private static boolean isUnclear(GuessedType type) {
    return type == GuessedType.UNCLEAR || type == GuessedType.NOTHING;
  }

  private static List<GuessedType> types(List<String> fields, boolean csv) {
    return fields.stream()
        .map(
            field ->
                csv && field.startsWith("\"")
                    ? GuessedType.ofQuoted(unquoted(field, true))
                    : GuessedType.ofField(field))
        .toList();
  }

  /** Fields as they stand in the line, quotes included. */
  private static List<String> fields(String line, boolean csv, String format) {
    List<String> fields = new ArrayList<>();
    int from = 0;
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char next = line.charAt(i);
      if (csv && next == '"') {
        quoted = !quoted;
      } else if (next == (csv ? ',' : '\t') && !quoted) {
        fields.add(line.substring(from, i));
        from = i + 1;
      }
    }
    if (quoted) {
      throw unknown(format, "a text between quotes goes over several lines");
    }
    fields.add(line.substring(from));
    return fields;
  }

  private static String unquoted(String field, boolean csv) {
    boolean quoted = csv && field.length() > 1 && field.startsWith("\"") && field.endsWith("\"");
    return quoted ? field.substring(1, field.length() - 1).replace("\"\"", "\"") : field;
  }

  private static String sql(String format, Map<String, GuessedType> columns) {
    List<String> declared = new ArrayList<>();
    columns.forEach(
        (name, type) -> {
          if (type == GuessedType.UNCLEAR) {
            throw unknown(format, "the type of column '" + name + "' is not clear");
          }
          declared.add(Quoting.name(name) + " Nullable(" + type.sql() + ")");
        });
    if (declared.isEmpty()) {
      throw unknown(format, "there is no row");
    }
    return String.join(", ", declared);
  }

  private static TwinhouseException unknown(String format, String why) {
    return new TwinhouseException(
        ErrorCode.CANNOT_EXTRACT_TABLE_STRUCTURE,
        "The table structure cannot be extracted from "
            + format
            + " data: "
            + why
            + ". You can specify the structure manually: --structure 'name Type, ...'");
  }
}
