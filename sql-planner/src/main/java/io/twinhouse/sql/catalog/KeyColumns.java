// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.catalog;

import io.twinhouse.engine.spi.TableDefinition;
import io.twinhouse.sql.ast.Call;
import io.twinhouse.sql.ast.Expr;
import io.twinhouse.sql.parser.SqlParser;
import io.twinhouse.sql.print.SqlPrinter;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells which columns a table's expressions name. */
public final class KeyColumns {

  private KeyColumns() {}

  /** Whether the sorting, partition or sampling key, or the engine's arguments, name a column. */
  public static boolean isKey(String column, TableDefinition table) {
    List<String> texts = new ArrayList<>(table.orderBy());
    texts.addAll(table.engineArguments());
    add(table.partitionBy(), texts);
    add(table.sampleBy(), texts);
    return isIn(column, texts);
  }

  /** What rows are sorted by: the declared key and, in pairs that go by version, the version. */
  static List<String> sortingKey(TableDefinition table) {
    List<String> keys = new ArrayList<>(table.orderBy());
    if (table.engine().equals("VersionedCollapsingMergeTree")) {
      String version = table.engineArguments().get(1);
      if (!keys.contains(version)) {
        keys.add(version);
      }
    }
    return keys;
  }

  /** Whether the engine's arguments name a column that is in no key. */
  public static boolean isArgument(String column, TableDefinition table) {
    return isIn(column, table.engineArguments()) && !isIn(column, sortingKey(table));
  }

  private static void add(@Nullable String text, List<String> texts) {
    if (text != null) {
      texts.add(text);
    }
  }

  /** A key's elements, without the brackets around several. */
  public static List<String> elements(String key) {
    Expr expression = SqlParser.parseExpression(key);
    boolean several = expression instanceof Call call && call.name().equals("tuple");
    return several
        ? ((Call) expression).arguments().stream().map(SqlPrinter::keep).toList()
        : List.of(key);
  }

  /** Whether one of some expressions names the column. */
  public static boolean isIn(String column, List<String> expressions) {
    Pattern word = Pattern.compile("(?<![\\w.'])" + Pattern.quote(column) + "(?![\\w('])");
    return expressions.stream().anyMatch(expression -> word.matcher(expression).find());
  }
}
