// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.format.structure;

import io.twinhouse.engine.format.text.HeaderTypes;
import io.twinhouse.engine.type.Quoting;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Columns of CSV and TSV. */
final class SeparatedStructure {

  private final String format;
  private final boolean csv;
  private final StructureSettings settings;

  SeparatedStructure(String format, boolean csv, StructureSettings settings) {
    this.format = format;
    this.csv = csv;
    this.settings = settings;
  }

  /** Of rows of which the first may be names. */
  Structure plain(List<String> lines) {
    if (lines.isEmpty()) {
      throw Structure.unknown(format, "there is no row");
    }
    List<GuessedType> first = types(fields(lines.get(0)));
    boolean texts = first.stream().allMatch(type -> type == GuessedType.TEXT);
    if (texts && lines.size() > 1 && settings.mayHaveHeader(csv)) {
      List<String> below = fields(lines.get(1)).stream().map(this::unquoted).toList();
      if (lines.size() > 2
          && below.size() == first.size()
          && below.stream().allMatch(HeaderTypes::isType)) {
        return typed(lines);
      }
      List<GuessedType> second = types(fields(lines.get(1)));
      boolean namesFirst = second.stream().anyMatch(type -> type != GuessedType.TEXT);
      boolean clear = second.stream().noneMatch(SeparatedStructure::isUnclear);
      if (namesFirst && clear) {
        return named(format + "WithNames", lines);
      }
    }
    Map<String, GuessedType> columns = new LinkedHashMap<>();
    for (int i = 0; i < first.size(); i++) {
      columns.put("c" + (i + 1), first.get(i));
    }
    merge(lines.subList(1, lines.size()), columns);
    return Structure.of(format, columns, settings);
  }

  /** Of rows behind one with names. */
  Structure named(String read, List<String> lines) {
    if (lines.isEmpty()) {
      throw Structure.unknown(format, "there is no row of names");
    }
    Map<String, GuessedType> columns = new LinkedHashMap<>();
    for (String field : fields(lines.get(0))) {
      columns.put(unquoted(field), GuessedType.NOTHING);
    }
    merge(lines.subList(1, lines.size()), columns);
    return Structure.of(read, columns, settings);
  }

  /** Of rows behind one with names and one with types. */
  Structure typed(List<String> lines) {
    if (lines.size() < 2) {
      throw Structure.unknown(format, "there are no rows of names and types");
    }
    List<String> names = fields(lines.get(0));
    List<String> types = fields(lines.get(1));
    List<String> columns = new ArrayList<>();
    for (int i = 0; i < Math.min(names.size(), types.size()); i++) {
      String type = unquoted(types.get(i));
      columns.add(
          Quoting.name(unquoted(names.get(i))) + " " + (csv ? type : type.replace("\\'", "'")));
    }
    return new Structure(String.join(", ", columns), format);
  }

  private void merge(List<String> lines, Map<String, GuessedType> columns) {
    List<String> names = List.copyOf(columns.keySet());
    for (String line : lines) {
      List<GuessedType> row = types(fields(line));
      if (row.size() != names.size()) {
        throw Structure.unknown(
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

  private List<GuessedType> types(List<String> fields) {
    return fields.stream()
        .map(
            field ->
                csv && field.startsWith("\"")
                    ? GuessedType.ofQuoted(unquoted(field))
                    : GuessedType.ofField(field))
        .map(settings::seen)
        .toList();
  }

  /** Fields as they stand in the line, quotes included. */
  private List<String> fields(String line) {
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
      throw Structure.unknown(format, "a text between quotes goes over several lines");
    }
    fields.add(line.substring(from));
    return fields;
  }

  private String unquoted(String field) {
    boolean quoted = csv && field.length() > 1 && field.startsWith("\"") && field.endsWith("\"");
    return quoted ? field.substring(1, field.length() - 1).replace("\"\"", "\"") : field;
  }
}
