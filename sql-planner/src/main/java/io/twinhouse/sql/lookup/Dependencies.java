// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.lookup;

import io.twinhouse.engine.spi.ColumnDefinition;
import io.twinhouse.engine.spi.Storage;
import io.twinhouse.engine.spi.Table;
import io.twinhouse.engine.spi.TableDefinition;
import io.twinhouse.engine.spi.TableName;
import io.twinhouse.sql.ast.Call;
import io.twinhouse.sql.ast.FromItem;
import io.twinhouse.sql.ast.Identifier;
import io.twinhouse.sql.ast.Literal;
import io.twinhouse.sql.parser.SqlParser;
import io.twinhouse.sql.statement.DictionaryBody.Parameters;
import io.twinhouse.sql.statement.TreeParts;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * What must be there before a table can be read: of a dictionary its source, of a table the
 * dictionaries that its columns are computed from.
 */
public final class Dependencies {

  private Dependencies() {}

  /** What a table depends on, in order of name. */
  public static SortedSet<TableName> of(TableDefinition table) {
    SortedSet<TableName> needed = new TreeSet<>();
    String database = table.name().database();
    if (table.isLookup()) {
      Parameters source = StoredBody.read(table).source();
      if (source != null) {
        ofSource(new SourceQuery(source, database), database, needed::add);
      }
    } else if (table.isOverLookup()) {
      needed.add(Dictionaries.behind(table));
    } else {
      for (ColumnDefinition column : table.columns()) {
        String expression = column.expression();
        if (expression != null && expression.contains("dict")) {
          TreeParts.visit(
              SqlParser.parseExpression(expression), part -> ofCall(part, database, needed::add));
        }
      }
    }
    needed.remove(table.name());
    return needed;
  }

  private static void ofSource(SourceQuery source, String database, Consumer<TableName> needed) {
    TableName table = source.readTable();
    if (table != null) {
      needed.accept(table);
    }
    String query = source.query();
    if (query != null) {
      TreeParts.visit(
          SqlParser.parseQuery(query),
          part -> {
            if (part instanceof FromItem.Named named) {
              needed.accept(name(named.name(), database));
            }
          });
    }
  }

  static TableName name(Identifier identifier, String database) {
    List<String> path = identifier.path();
    return path.size() == 1
        ? new TableName(database, path.get(0))
        : new TableName(path.get(0), String.join(".", path.subList(1, path.size())));
  }

  private static void ofCall(Object part, String database, Consumer<TableName> needed) {
    if (part instanceof Call call
        && call.name().startsWith("dict")
        && !call.arguments().isEmpty()
        && call.arguments().get(0) instanceof Literal.Text text) {
      int dot = text.value().indexOf('.');
      needed.accept(
          dot < 0
              ? new TableName(database, text.value())
              : new TableName(text.value().substring(0, dot), text.value().substring(dot + 1)));
    }
  }

  /** The tables of a house that depend on one of them, in order of name. */
  public static List<TableName> on(TableName name, Storage storage) {
    List<TableName> dependent = new ArrayList<>();
    for (String database : storage.databases()) {
      for (TableName each : storage.tables(database)) {
        TableDefinition table = storage.table(each).map(Table::definition).orElse(null);
        if (table != null && of(table).contains(name)) {
          dependent.add(each);
        }
      }
    }
    return dependent;
  }

  /** By table of a database that there is, the tables of other databases that depend on it. */
  static SortedMap<TableName, List<TableName>> on(String database, Storage storage) {
    Set<TableName> own = Set.copyOf(storage.tables(database));
    SortedMap<TableName, List<TableName>> dependent = new TreeMap<>();
    for (String other : storage.databases()) {
      for (TableName each : other.equals(database) ? List.<TableName>of() : storage.tables(other)) {
        TableDefinition table = storage.table(each).map(Table::definition).orElse(null);
        for (TableName needed : table == null ? Set.<TableName>of() : of(table)) {
          boolean view = needed.database().equals(database) && storage.view(needed).isPresent();
          if (view || own.contains(needed)) {
            dependent.computeIfAbsent(needed, name -> new ArrayList<>()).add(each);
          }
        }
      }
    }
    return dependent;
  }
}
