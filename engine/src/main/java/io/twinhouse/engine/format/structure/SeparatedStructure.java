// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.format.structure;

import io.twinhouse.engine.format.structure.Kind.Listed;
import io.twinhouse.engine.format.structure.Kind.Mapped;
import io.twinhouse.engine.format.structure.Kind.Plain;
import io.twinhouse.engine.format.structure.SeparatedRows.Cell;
import io.twinhouse.engine.format.text.HeaderTypes;
import io.twinhouse.engine.type.Quoting;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/** Columns of CSV, TSV and CustomSeparated. */
final class SeparatedStructure {

  /** The server may take the letter for a Bool and read on. */
  private static final Pattern LETTERED = Pattern.compile("(?s)[tTfF][0-9].*");

  private static final Set<String> ENDLESS = Set.of("inf", "-inf", "Inf", "infinity");

  private final String format;
  private final boolean csv;
  private final StructureSettings settings;
  private final List<List<Cell>> rows;

  SeparatedStructure(
      String format, SeparatedRows.Style style, SampledInput data, StructureSettings settings)
      throws IOException {
    this.format = format;
    this.csv = style == SeparatedRows.Style.CSV;
    this.settings = settings;
    this.rows =
        SeparatedRows.of(
            data, style, settings, !format.toLowerCase(Locale.ROOT).startsWith("custom"));
    if (rows.isEmpty()) {
      throw Structure.unknown(format, "there is no row");
    }
  }

  /** Of rows of which the first may be names, and the second types. */
  Structure plain() {
    List<Kind> first = kinds(rows.get(0));
    boolean texts = first.stream().allMatch(kind -> kind == Plain.TEXT);
    if (texts && rows.size() > 1 && settings.mayHaveHeader(format, csv)) {
      List<String> below = rows.get(1).stream().map(Cell::text).toList();
      if (rows.size() > 2
          && below.size() == first.size()
          && below.stream().allMatch(HeaderTypes::isType)) {
        return typed();
      }
      List<Kind> second = kinds(rows.get(1));
      boolean namesFirst =
          second.stream().anyMatch(kind -> kind != Plain.TEXT && kind != Plain.NOTHING);
      if (namesFirst && second.stream().noneMatch(Kind::isUnclear)) {
        return named(format + "WithNames");
      }
      if (namesFirst && second.stream().allMatch(k -> k == Plain.TEXT || k.isUnclear())) {
        throw Structure.unknown(format, "whether the first row is one of names is not clear");
      }
    }
    List<String> names = settings.names(format, first.size());
    Map<String, Kind> columns = new LinkedHashMap<>();
    for (int i = 0; i < first.size(); i++) {
      columns.put(names.get(i), first.get(i));
    }
    merge(settings.rows() - 1, columns);
    return of(format, columns);
  }

  /** Of rows behind one with names. */
  Structure named(String read) {
    if (rows.size() < 2) {
      throw Structure.unknown(format, "there is no row behind the names");
    }
    Map<String, Kind> columns = new LinkedHashMap<>();
    for (Cell field : rows.get(0)) {
      if (field.text().isEmpty() || columns.put(field.text(), Plain.NOTHING) != null) {
        throw Structure.unknown(format, "the name '" + field.text() + "' is empty or stands twice");
      }
    }
    merge(settings.rows(), columns);
    return of(read, columns);
  }

  /** Of rows behind one with names and one with types. */
  Structure typed() {
    if (rows.size() < 2) {
      throw Structure.unknown(format, "there are no rows of names and types");
    }
    List<Cell> names = rows.get(0);
    List<Cell> types = rows.get(1);
    List<String> columns = new ArrayList<>();
    for (int i = 0; i < Math.min(names.size(), types.size()); i++) {
      String type = types.get(i).text();
      columns.add(
          Quoting.name(names.get(i).text()) + " " + (csv ? type : type.replace("\\'", "'")));
    }
    return new Structure(String.join(", ", columns), format);
  }

  private Structure of(String read, Map<String, Kind> columns) {
    columns.replaceAll((name, kind) -> kind.isWhole() || kind == Plain.NOTHING ? kind : Plain.TEXT);
    return Structure.of(read, columns, settings);
  }

  /** Looks at as many rows behind the first. */
  private void merge(int most, Map<String, Kind> columns) {
    List<String> names = List.copyOf(columns.keySet());
    for (List<Cell> line : rows.subList(1, Math.min(rows.size() - 1, Math.max(most, 0)) + 1)) {
      List<Kind> row = kinds(line);
      if (row.size() != names.size()) {
        throw Structure.unknown(
            format, "a row has " + row.size() + " fields where " + names.size() + " are expected");
      }
      for (int i = 0; i < row.size(); i++) {
        Kind other = row.get(i);
        columns.computeIfPresent(
            names.get(i),
            (name, kind) ->
                Objects.requireNonNullElse(KindUnion.FIELDS.of(kind, other), Plain.TEXT));
      }
    }
  }

  private List<Kind> kinds(List<Cell> fields) {
    return fields.stream().map(field -> csv ? ofCsv(field) : ofField(field.text())).toList();
  }

  private Kind ofCsv(Cell cell) {
    if (!settings.looksInside(true)) {
      return Plain.TEXT;
    }
    String text = cell.text();
    if (cell.quoted()) {
      return ofQuoted(text);
    }
    if (text.isEmpty() || text.equals(settings.nullText(true))) {
      return Plain.NOTHING;
    }
    if (settings.isBool(text)) {
      return Plain.BOOL;
    }
    if (text.length() > 1 && text.startsWith("'") && text.endsWith("'")) {
      return ofQuoted(text.substring(1, text.length() - 1)) == Plain.TEXT
          ? Plain.TEXT
          : Plain.UNCLEAR;
    }
    Plain number = NumberKind.of(text, settings.infersPowers());
    if (number != null) {
      return settings.seen(number);
    }
    if (NumberKind.isInteger(text) || ENDLESS.contains(text)) {
      return Plain.FLOAT;
    }
    Plain dated = DatedText.of(text, settings);
    return dated == null ? Plain.TEXT : dated;
  }

  /** A text, unless it is a time, an array or a map. */
  private Kind ofQuoted(String text) {
    Plain dated = DatedText.of(text, settings);
    if (dated != null) {
      return dated;
    }
    if (text.startsWith("'")) {
      return Plain.UNCLEAR;
    }
    if (text.equalsIgnoreCase("null")) {
      return Plain.NOTHING;
    }
    boolean nested = text.startsWith("[") || text.startsWith("{");
    Kind kind = nested ? ValueKinds.ofWhole(text, settings) : null;
    return kind instanceof Listed || kind instanceof Mapped || kind == Plain.UNCLEAR
        ? kind
        : Plain.TEXT;
  }

  private Kind ofField(String text) {
    return ofField(text, settings);
  }

  /** What a field of the escaped texts is. */
  static Kind ofField(String text, StructureSettings settings) {
    if (!settings.looksInside(false)) {
      return Plain.TEXT;
    }
    if (text.isEmpty() || text.equals(settings.nullText(false))) {
      return Plain.NOTHING;
    }
    if (settings.isBool(text)) {
      return Plain.BOOL;
    }
    Plain dated = DatedText.of(text, settings);
    if (dated != null) {
      return dated;
    }
    if (text.length() > 1 && text.charAt(0) == '0') {
      return Plain.TEXT; // digits of an identifier, so the server has it
    }
    if (LETTERED.matcher(text).matches()) {
      return Plain.UNCLEAR;
    }
    Kind kind = ValueKinds.ofWhole(text, settings);
    return kind == null ? Plain.TEXT : kind;
  }
}
