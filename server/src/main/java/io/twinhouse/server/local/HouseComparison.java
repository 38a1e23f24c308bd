// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.local;

import io.twinhouse.engine.api.QueryRequest;
import io.twinhouse.engine.api.QueryResult;
import io.twinhouse.engine.api.Twinhouse;
import io.twinhouse.engine.column.Field;
import io.twinhouse.engine.column.Schema;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.type.Quoting;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Compares what two houses answer. Both sort by the same text, which the rows carry along, so that
 * one pass over both streams finds rows that only one of them has and rows that differ; memory does
 * not grow with the rows here, and each house may spill its sort.
 */
final class HouseComparison {

  private static final String KEY = "_twinhouse_key";

  private final String from;
  private final List<String> key;
  private final int shown;
  private final List<String> lines = new ArrayList<>();
  private long differences;

  /**
   * @param from a table or a query in parentheses
   * @param key columns that name a row; all if empty
   */
  HouseComparison(String from, List<String> key, int shown) {
    this.from = from;
    this.key = key;
    this.shown = shown;
  }

  /** What was found: a line each for the first differences, and one in the end. */
  record Outcome(List<String> lines, String summary, boolean equal) {}

  Outcome run(Twinhouse a, Twinhouse b) throws IOException {
    Schema columns = columns(a);
    Schema others = columns(b);
    compareColumns(columns, others);
    if (!columns.names().equals(others.names())) {
      return new Outcome(lines, "The columns differ", false);
    }
    String sql = sql(columns);
    try (QueryResult left = a.query(QueryRequest.of(sql));
        QueryResult right = b.query(QueryRequest.of(sql))) {
      SortedRows leftRows = new SortedRows(left);
      SortedRows rightRows = new SortedRows(right);
      merge(leftRows, rightRows, columns.names());
      String counts =
          leftRows.count() == rightRows.count()
              ? leftRows.count() + " rows in both"
              : leftRows.count() + " rows in A, " + rightRows.count() + " rows in B";
      String found = differences == 0 ? "no difference" : differences + " differences";
      return new Outcome(List.copyOf(lines), counts + ", " + found, differences == 0);
    }
  }

  private Schema columns(Twinhouse house) {
    try (QueryResult none = house.query(QueryRequest.of("SELECT * FROM " + from + " LIMIT 0"))) {
      return none.schema();
    }
  }

  private void compareColumns(Schema left, Schema right) {
    for (Field field : left.fields()) {
      int there = right.indexOf(field.name());
      String type = there < 0 ? "nothing" : right.type(there).name();
      if (!type.equals(field.type().name())) {
        found("column " + field.name() + ": A " + field.type().name() + ", B " + type);
      }
    }
    for (Field field : right.fields()) {
      if (left.indexOf(field.name()) < 0) {
        found("column " + field.name() + ": A nothing, B " + field.type().name());
      }
    }
  }

  private String sql(Schema columns) {
    List<String> keys = key.isEmpty() ? columns.names() : key;
    for (String name : keys) {
      if (columns.indexOf(name) < 0) {
        throw new TwinhouseException(
            ErrorCode.UNKNOWN_IDENTIFIER,
            "There is no column " + name + "; there are " + String.join(", ", columns.names()));
      }
    }
    String text =
        keys.stream()
            .map(name -> "ifNull(hex(toString(" + Quoting.name(name) + ")), '-')")
            .collect(Collectors.joining(", ',', ", "concat('', ", ")"));
    String all = columns.names().stream().map(Quoting::name).collect(Collectors.joining(", "));
    // rows of one key stand in the same order in both houses, too
    String rest =
        key.isEmpty()
            ? ""
            : columns.names().stream()
                .map(name -> ", ifNull(toString(" + Quoting.name(name) + "), '')")
                .collect(Collectors.joining());
    return "SELECT "
        + (text + " AS " + KEY + ", " + all)
        + (" FROM " + from + " ORDER BY " + KEY + rest);
  }

  private void merge(SortedRows left, SortedRows right, List<String> names) throws IOException {
    boolean here = left.next();
    boolean there = right.next();
    while (here || there) {
      int order = !here ? 1 : !there ? -1 : left.key().compareTo(right.key());
      if (order < 0) {
        found("only in A: " + named(left.cells(), names));
        here = left.next();
      } else if (order > 0) {
        found("only in B: " + named(right.cells(), names));
        there = right.next();
      } else {
        if (!left.hasSameCells(right)) {
          cells(left.cells(), right.cells(), names);
        }
        here = left.next();
        there = right.next();
      }
    }
  }

  private void cells(List<String> left, List<String> right, List<String> names) {
    List<String> row = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      if (!left.get(i).equals(right.get(i))) {
        row.add(names.get(i) + ": A " + left.get(i) + ", B " + right.get(i));
      }
    }
    found("differs: " + named(left, names) + ": " + String.join("; ", row));
  }

  /** What tells a row from others. */
  private String named(List<String> cells, List<String> names) {
    List<String> shownNames = key.isEmpty() ? names : key;
    return shownNames.stream()
        .map(name -> name + " = " + cells.get(names.indexOf(name)))
        .collect(Collectors.joining(", "));
  }

  private void found(String line) {
    differences++;
    if (lines.size() < shown) {
      lines.add(line);
    }
  }
}
