// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.format.structure;

import io.twinhouse.engine.format.structure.Kind.Plain;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Columns of TSKV and Values. */
final class PairStructure {

  private PairStructure() {}

  /** Of lines of name=value. */
  static Structure ofTskv(String format, SampledInput data, StructureSettings settings)
      throws IOException {
    Map<String, Kind> columns = new LinkedHashMap<>();
    for (List<SeparatedRows.Cell> line :
        SeparatedRows.of(data, SeparatedRows.Style.ESCAPED, settings, false)) {
      for (SeparatedRows.Cell cell : line) {
        int sign = cell.text().indexOf('=');
        if (sign < 0 && cell.text().equals("tskv")) {
          continue;
        }
        if (sign < 0 || (cell.text().indexOf('\\') >= 0 && !cell.text().endsWith("=\\N"))) {
          throw Structure.unknown(format, "a field is no name=value");
        }
        Kind kind = SeparatedStructure.ofField(cell.text().substring(sign + 1), settings);
        columns.merge(cell.text().substring(0, sign), kind, PairStructure::ofField);
      }
    }
    columns.replaceAll((name, kind) -> kind.isWhole() ? kind : Plain.TEXT);
    return Structure.of(format, columns, settings);
  }

  private static Kind ofField(Kind one, Kind other) {
    if (one == Plain.NOTHING || one.equals(other)) {
      return other;
    }
    if (other == Plain.NOTHING) {
      return one;
    }
    if (one instanceof Plain left && other instanceof Plain right) {
      boolean alike = left.sql().equals(right.sql());
      return alike ? one : left == Plain.TEXT || right == Plain.TEXT ? Plain.TEXT : Plain.UNCLEAR;
    }
    return Plain.UNCLEAR;
  }

  /** Of rows in parentheses. */
  static Structure ofValues(String format, SampledInput data, StructureSettings settings)
      throws IOException {
    List<Kind> columns;
    boolean whole;
    do {
      String text = data.text();
      columns = new ArrayList<>();
      whole = readRows(text, columns, settings);
    } while (!whole && data.longer());
    if (!whole || columns.stream().anyMatch(kind -> !kind.isWhole())) {
      throw Structure.unknown(format, "its rows are not literals of one kind for each column");
    }
    List<String> names = settings.names(format, columns.size());
    Map<String, Kind> named = new LinkedHashMap<>();
    for (int i = 0; i < columns.size(); i++) {
      named.put(names.get(i), columns.get(i));
    }
    return Structure.of(format, named, settings);
  }

  /** Whether all rows, or as many as are looked at, were read. */
  private static boolean readRows(String text, List<Kind> columns, StructureSettings settings) {
    ValueKinds reader = new ValueKinds(text, 0, settings);
    for (int row = 0; row < settings.rows() && reader.take('('); row++) {
      for (int i = 0; row == 0 || i < columns.size(); i++) {
        Kind kind = reader.value();
        if (row == 0 && kind != null) {
          columns.add(Plain.NOTHING);
        }
        Kind joined = kind == null ? null : joined(columns.get(i), kind);
        if (joined == null) {
          return false;
        }
        columns.set(i, joined);
        boolean last = row == 0 ? reader.take(')') : i == columns.size() - 1;
        if (last && row > 0 && !reader.take(')')) {
          return false;
        }
        if (last) {
          break;
        }
        if (!reader.take(',')) {
          return false;
        }
      }
      reader.take(',');
    }
    reader.take(';');
    return !columns.isEmpty() && !reader.isShortOfEnd();
  }

  private static @Nullable Kind joined(Kind one, Kind other) {
    return KindUnion.FIELDS.of(one, other);
  }
}
