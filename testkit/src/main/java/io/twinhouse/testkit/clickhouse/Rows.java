// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.testkit.clickhouse;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A result as ClickHouse prints it in {@code TabSeparatedWithNamesAndTypes}: each value is the text
 * of that format, still escaped ({@code \N} is NULL, a tab is {@code \t}), so that two results are
 * equal exactly when a user would see the same.
 *
 * @param names column names, in order
 * @param types column types as the server spells them, as many as names
 * @param rows values, each row as long as names
 */
public record Rows(List<String> names, List<String> types, List<List<String>> rows) {
  /** Copies, so that a Rows is a value. */
  public Rows {
    names = List.copyOf(names);
    types = List.copyOf(types);
    rows = rows.stream().map(List::copyOf).toList();
  }

  /** Reads the text of the format {@code TabSeparatedWithNamesAndTypes}. */
  public static Rows parse(String tsvWithNamesAndTypes) {
    List<List<String>> lines = new ArrayList<>();
    int from = 0;
    for (int end = tsvWithNamesAndTypes.indexOf('\n');
        end >= 0;
        end = tsvWithNamesAndTypes.indexOf('\n', from)) {
      lines.add(List.of(tsvWithNamesAndTypes.substring(from, end).split("\t", -1)));
      from = end + 1;
    }
    if (lines.isEmpty()) {
      return new Rows(List.of(), List.of(), List.of());
    }
    return new Rows(lines.get(0), lines.get(1), lines.subList(2, lines.size()));
  }

  /** The values of one column, by its name. */
  public List<String> column(String name) {
    int index = names.indexOf(name);
    if (index < 0) {
      throw new IllegalArgumentException("no column " + name + " among " + names);
    }
    return rows.stream().map(row -> row.get(index)).toList();
  }

  /** The only value of a result of one row and one column. */
  public String single() {
    if (rows.size() != 1 || names.size() != 1) {
      throw new IllegalStateException("not a single value: " + this);
    }
    return rows.get(0).get(0);
  }

  /** The same text that {@link #parse} reads. */
  @Override
  public String toString() {
    List<List<String>> all = new ArrayList<>();
    all.add(names);
    all.add(types);
    all.addAll(rows);
    return all.stream().map(row -> String.join("\t", row)).collect(Collectors.joining("\n"));
  }
}
