// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.layout;

import io.twinhouse.engine.column.Schema;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.expression.Expression;
import io.twinhouse.engine.spi.ColumnDefinition;
import io.twinhouse.engine.spi.ExpressionCompiler;
import io.twinhouse.engine.spi.TableDefinition;
import io.twinhouse.engine.type.DateTime64Type;
import io.twinhouse.engine.type.DateTimeType;
import io.twinhouse.engine.type.DateType;
import io.twinhouse.engine.type.JsonType;
import io.twinhouse.engine.type.Type;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * TTL of a table, bound: when its rows are deleted, and when values of columns turn into their
 * default. Immutable.
 *
 * @param rows rules for rows; one of them deletes
 * @param columns by position of a column, when its value goes
 */
public record Lifetimes(List<RowRule> rows, Map<Integer, Expression> columns) {

  private static final Pattern CHANGING =
      Pattern.compile("\\b(rand|rand32|rand64|now|now64|today|yesterday|generateUUIDv4)\\(");

  /**
   * When rows are deleted.
   *
   * @param time seconds since 1970 as Int64; 0 is never
   * @param where which rows; null for all
   */
  public record RowRule(Expression time, @Nullable Expression where) {}

  public Lifetimes {
    rows = List.copyOf(rows);
    columns = Map.copyOf(columns);
  }

  public boolean isEmpty() {
    return rows.isEmpty() && columns.isEmpty();
  }

  static Lifetimes of(
      TableDefinition table,
      List<ColumnDefinition> columns,
      Schema schema,
      ExpressionCompiler compiler) {
    List<RowRule> rows = new ArrayList<>();
    String rules = table.ttl();
    for (String rule : rules == null ? new String[0] : rules.split("\n")) {
      String[] parts = rule.split("\t", 3);
      Expression time = seconds(parts[0], schema, compiler);
      if (parts.length > 2) {
        continue; // other codecs are for later: values are compressed here as they come
      }
      String where = parts.length < 2 ? null : "(" + parts[1] + ") != 0";
      rows.add(
          new RowRule(
              time, where == null ? null : compiler.compile("ifNull(" + where + ", 0)", schema)));
    }
    Map<Integer, Expression> values = new TreeMap<>();
    for (int c = 0; c < columns.size(); c++) {
      String time = columns.get(c).ttl();
      if (time != null) {
        values.put(c, seconds(time, schema, compiler));
      }
    }
    return new Lifetimes(rows, values);
  }

  private static Expression seconds(String time, Schema schema, ExpressionCompiler compiler) {
    Expression bound = compiler.compile(time, schema);
    if (Inputs.of(bound).isEmpty()) {
      throw new TwinhouseException(
          ErrorCode.BAD_ARGUMENTS,
          "TTL expression " + time + " does not depend on any of the columns of the table.");
    }
    Matcher changing = CHANGING.matcher(time);
    if (changing.find()) {
      throw new TwinhouseException(
          ErrorCode.BAD_ARGUMENTS,
          "TTL expression cannot contain non-deterministic functions, but contains function "
              + changing.group(1)
              + ".");
    }
    Type type = bound.type();
    if (!(type instanceof DateType
        || type instanceof DateTimeType
        || type instanceof DateTime64Type)) {
      throw new TwinhouseException(
          ErrorCode.BAD_TTL_EXPRESSION,
          "TTL expression result column should have Date, Date32, DateTime or DateTime64 type,"
              + " but has "
              + type.name()
              + ".");
    }
    return compiler.compile("toInt64(toDateTime64((" + time + "), 0, 'UTC'))", schema);
  }

  /** Checks what engine and key have to say. */
  void check(TableLayout layout) {
    BitSet keys = Inputs.of(layout.partitionKey());
    layout.sortingKey().forEach(key -> Inputs.collect(key, keys));
    for (int column : columns.keySet()) {
      String name = layout.columns().get(column).name();
      if (keys.get(column)) {
        throw new TwinhouseException(
            ErrorCode.ILLEGAL_COLUMN, "Trying to set TTL for key column " + name + ".");
      }
      boolean special = column == layout.versionColumn() || column == layout.deletedColumn();
      if (special || layout.engine().folds() || layout.type(column).base() instanceof JsonType) {
        throw new TwinhouseException(
            ErrorCode.NOT_IMPLEMENTED,
            "TTL of column "
                + name
                + " is not supported by the embedded store: it is folded, a version, or JSON");
      }
    }
    for (RowRule rule : rows) {
      BitSet inputs = Inputs.of(rule.time());
      Inputs.collectIfThere(rule.where(), inputs);
      for (int c = inputs.nextSetBit(0); c >= 0; c = inputs.nextSetBit(c + 1)) {
        if ((layout.engine().folds() && !keys.get(c)) || columns.containsKey(c)) {
          throw new TwinhouseException(
              ErrorCode.NOT_IMPLEMENTED,
              "A TTL that looks at column "
                  + layout.columns().get(c).name()
                  + ", which changes in merges, is not supported by the embedded store");
        }
      }
    }
  }
}
