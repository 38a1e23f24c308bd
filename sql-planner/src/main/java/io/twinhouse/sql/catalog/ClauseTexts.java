// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.catalog;

import io.twinhouse.engine.spi.TableDefinition;
import io.twinhouse.sql.ast.Call;
import io.twinhouse.sql.ast.Expr;
import io.twinhouse.sql.parser.SqlParser;
import io.twinhouse.sql.print.SqlPrinter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The clauses of a table's storage as they were written, of which the server shows brackets around
 * one expression, and a primary key that is the sorting key. One thread.
 */
public final class ClauseTexts {

  static final String PARTITION_BY = "PARTITION BY";
  static final String PRIMARY_KEY = "PRIMARY KEY";
  static final String ORDER_BY = "ORDER BY";
  static final String SAMPLE_BY = "SAMPLE BY";

  private final Map<String, String> shown;

  /**
   * @param before texts of clauses that stay as they are if nothing else is said of them
   */
  public ClauseTexts(Map<String, String> before) {
    shown = new HashMap<>(before);
  }

  /** Texts that are shown in another way than what is kept. */
  public Map<String, String> all() {
    return shown;
  }

  /** Takes over a partition key. */
  public void partitionBy(@Nullable Expr written) {
    expression(PARTITION_BY, written);
  }

  /** Takes over a sampling key. */
  public void sampleBy(@Nullable Expr written) {
    expression(SAMPLE_BY, written);
  }

  /** The sampling key goes. */
  public void removeSampleBy() {
    shown.remove(SAMPLE_BY);
  }

  /**
   * Takes over a sorting key.
   *
   * @param kept its elements
   */
  public void orderBy(@Nullable Expr written, List<String> kept) {
    if (written != null) {
      put(ORDER_BY, SqlPrinter.show(written), CreateText.key(kept));
    }
  }

  /**
   * Takes over a primary key.
   *
   * @param kept its elements
   * @param sorting those of the sorting key
   */
  public void primaryKey(@Nullable Expr written, List<String> kept, List<String> sorting) {
    if (written != null) {
      String plain = kept.equals(sorting) ? "" : CreateText.key(kept);
      put(PRIMARY_KEY, SqlPrinter.show(written), plain);
    }
  }

  /** What was the sorting key stays the primary key, and is shown as it was. */
  public void keepPrimaryKey() {
    String order = shown.get(ORDER_BY);
    if (order != null) {
      shown.putIfAbsent(PRIMARY_KEY, order);
    }
  }

  private void expression(String clause, @Nullable Expr written) {
    if (written != null) {
      put(clause, SqlPrinter.show(written), ShownText.of(SqlPrinter.print(written)));
    }
  }

  private void put(String clause, String written, String plain) {
    if (written.equals(plain)) {
      shown.remove(clause);
    } else {
      shown.put(clause, written);
    }
  }

  /** A clause of a table as it is shown; null where it is shown as it is kept. */
  static @Nullable String of(TableDefinition table, String clause) {
    return table.shown().get(clause);
  }

  /** The elements of a table's primary key as they are shown. */
  public static List<String> primaryKey(TableDefinition table) {
    String text = of(table, PRIMARY_KEY);
    boolean sorting = text == null && table.primaryKey().equals(table.orderBy());
    return elements(sorting ? of(table, ORDER_BY) : text, table.primaryKey());
  }

  /** The elements of a table's sorting key as they are shown, with those that its engine adds. */
  static List<String> sortingKey(TableDefinition table) {
    List<String> key = KeyColumns.sortingKey(table);
    int written = table.orderBy().size();
    List<String> shown = new ArrayList<>(elements(of(table, ORDER_BY), table.orderBy()));
    key.subList(written, key.size()).forEach(added -> shown.add(ShownText.of(added)));
    return shown;
  }

  private static List<String> elements(@Nullable String text, List<String> kept) {
    if (text == null) {
      return kept.stream().map(ShownText::of).toList();
    }
    Expr key = SqlParser.parseExpression(text);
    return key instanceof Call tuple && tuple.name().equals("tuple")
        ? tuple.arguments().stream().map(SqlPrinter::show).toList()
        : List.of(SqlPrinter.show(key));
  }
}
