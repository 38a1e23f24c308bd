// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.analyse.scope;

import io.twinhouse.engine.error.Checkpoint;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.type.ArrayType;
import io.twinhouse.sql.analyse.scope.TableColumns.Column;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.calcite.rex.RexNode;
import org.jspecify.annotations.Nullable;

/**
 * All columns that FROM yields.
 *
 * @param tables the table expressions, left to right
 * @param merged columns of USING: what their bare names mean
 * @param added columns that ARRAY JOIN gave a name
 */
public record FromColumns(
    List<TableColumns> tables, Map<String, Merged> merged, Map<String, RexNode> added) {

  public static final FromColumns NONE = new FromColumns(List.of(), Map.of(), Map.of());

  /**
   * A column of USING.
   *
   * @param value what its bare name means
   * @param hidden the columns of the row that {@code *} leaves out for it
   * @param replaced the column in whose place {@code *} shows it
   */
  public record Merged(RexNode value, List<Integer> hidden, int replaced) {

    /** Whether it stands for column {@code index} in what {@code *} names. */
    public boolean stands(int index) {
      return index == replaced || hidden.contains(index);
    }
  }

  /**
   * What a name means.
   *
   * @param used how many parts of the name it took
   */
  public record Match(TableColumns table, Column column, int used) {}

  public FromColumns {
    tables = List.copyOf(tables);
    merged = Collections.unmodifiableMap(new LinkedHashMap<>(merged));
    added = Map.copyOf(added);
  }

  public static FromColumns of(TableColumns table) {
    return new FromColumns(List.of(table), Map.of(), Map.of());
  }

  /**
   * These columns and, to the right of them, {@code right}, whose first column is {@code width}.
   */
  public FromColumns plus(FromColumns right, int width) {
    List<TableColumns> all = new ArrayList<>(tables);
    for (TableColumns table : right.tables) {
      all.add(table.with(table.columns().stream().map(c -> c.shifted(width)).toList()));
    }
    return new FromColumns(all, merged, added);
  }

  public FromColumns withMerged(Map<String, Merged> more) {
    Map<String, Merged> all = new LinkedHashMap<>(more);
    merged.forEach(all::putIfAbsent);
    all.putAll(more);
    return new FromColumns(tables, all, added);
  }

  public FromColumns withAdded(Map<String, RexNode> more) {
    Map<String, RexNode> all = new LinkedHashMap<>(added);
    all.putAll(more);
    return new FromColumns(tables, merged, all);
  }

  /** The column that the first parts of {@code path} name, or null. */
  public @Nullable Match find(List<String> path, Scope scope) {
    Match first = null;
    for (TableColumns table : tables) {
      Match match = find(table, path);
      if (match == null) {
        continue;
      }
      if (first == null) {
        first = match;
      } else if (tables.size() > 2 && path.size() == match.used() && bare(first, match)) {
        throw Failures.of(
            ErrorCode.AMBIGUOUS_IDENTIFIER,
            "JOIN ambiguous identifier '" + path.get(0) + "'. In scope " + scope.text());
      }
    }
    return first;
  }

  private static boolean bare(Match first, Match second) {
    return first.used() == 1 && second.used() == 1;
  }

  /** A column that {@code path} leads into; one without such a part may share a table's name. */
  private static @Nullable Match find(TableColumns table, List<String> path) {
    Checkpoint.pass();
    Match bare = find(table, path, 0);
    if (bare != null && (bare.used() == path.size() || hasPart(bare, path))) {
      return bare;
    }
    int qualifier = table.qualifierLength(path);
    Match qualified = qualifier == 0 ? null : find(table, path, qualifier);
    return qualified;
  }

  private static boolean hasPart(Match match, List<String> path) {
    return SubColumns.exists(match.column().type(), path.get(match.used()));
  }

  /** The longest run of parts that is a column's name: names may have dots in them. */
  private static @Nullable Match find(TableColumns table, List<String> path, int from) {
    for (int end = path.size(); end > from; end--) {
      Column column = table.find(String.join(".", path.subList(from, end)));
      if (column != null) {
        return new Match(table, column, end);
      }
    }
    return null;
  }

  /**
   * The columns whose names are {@code path} and a dot more, which a Nested of that name declared;
   * none where the path names no Nested.
   */
  public List<Column> nested(List<String> path) {
    for (TableColumns table : tables) {
      int qualifier = table.qualifierLength(path);
      for (int from : qualifier == 0 ? new int[] {0} : new int[] {0, qualifier}) {
        String prefix = String.join(".", path.subList(from, path.size())) + ".";
        List<Column> found =
            table.columns().stream()
                .filter(c -> c.name().startsWith(prefix) && c.type() instanceof ArrayType)
                .toList();
        if (!found.isEmpty()) {
          return found;
        }
      }
    }
    return List.of();
  }

  /** The table that has column {@code index} of the row, or null. */
  public @Nullable Match owner(int index) {
    for (TableColumns table : tables) {
      for (Column column : table.columns()) {
        if (column.index() == index) {
          return new Match(table, column, 1);
        }
      }
    }
    return null;
  }
}
