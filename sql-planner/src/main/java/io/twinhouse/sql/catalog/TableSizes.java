// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.catalog;

import io.twinhouse.engine.spi.Storage;
import io.twinhouse.engine.spi.Table;
import io.twinhouse.engine.spi.TableDefinition;
import io.twinhouse.engine.spi.TableName;
import io.twinhouse.engine.spi.TableStatistics;
import io.twinhouse.engine.spi.ViewDefinition;
import io.twinhouse.sql.ast.Call;
import io.twinhouse.sql.ast.Expr;
import io.twinhouse.sql.ast.Literal;
import io.twinhouse.sql.parser.SqlParser;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How many rows and bytes tables show, where that is known without reading: of one that stands for
 * others what those have. For one answer, by one thread.
 */
final class TableSizes {

  /** Rows and bytes; null where they are not known. */
  record Size(@Nullable Long rows, @Nullable Long bytes) {

    static final Size UNKNOWN = new Size(null, null);

    private Size plus(Size other) {
      return new Size(sum(rows, other.rows), sum(bytes, other.bytes));
    }

    private static @Nullable Long sum(@Nullable Long one, @Nullable Long other) {
      if (one == null || other == null) {
        return null;
      }
      return one + other;
    }
  }

  private final Storage storage;

  /** Tables whose size is asked for already: a table that stands for itself has none of its own. */
  private final Set<TableName> asked = new HashSet<>();

  TableSizes(Storage storage) {
    this.storage = storage;
  }

  Size of(Table table) {
    TableDefinition definition = table.definition();
    if (!asked.add(definition.name())) {
      return Size.UNKNOWN;
    }
    try {
      return switch (definition.engine()) {
        case "Merge" -> ofAll(definition);
        case "Buffer" -> ofBehind(definition);
        case "Alias" -> of(Objects.requireNonNull(definition.aliased()));
        // rows that come again are counted nowhere
        case "Set", "Join" -> Size.UNKNOWN;
        case "TinyLog" -> ofUncounted(table.statistics());
        default -> isRead(definition) ? ofRows(table.statistics()) : Size.UNKNOWN;
      };
    } finally {
      asked.remove(definition.name());
    }
  }

  private static boolean isRead(TableDefinition definition) {
    return !definition.engine().equals(TableDefinition.LOOKUP)
        && !definition.engine().equals("GenerateRandom");
  }

  /** Where nobody counts rows, the server knows of none only that there are none. */
  private static Size ofUncounted(TableStatistics statistics) {
    return new Size(statistics.rows() == 0 ? 0L : null, statistics.bytes());
  }

  private static Size ofRows(TableStatistics statistics) {
    return new Size(statistics.rows(), statistics.bytes());
  }

  Size of(ViewDefinition view) {
    TableName target = view.ownsTarget() ? view.target() : null;
    return target == null ? Size.UNKNOWN : of(target);
  }

  private Size of(TableName name) {
    Table table = storage.table(name).orElse(null);
    ViewDefinition view = table == null ? storage.view(name).orElse(null) : null;
    return table != null ? of(table) : view != null ? of(view) : Size.UNKNOWN;
  }

  private Size ofAll(TableDefinition merge) {
    Pattern names = Pattern.compile(argument(merge, 1));
    Expr databases = SqlParser.parseExpression(merge.engineArguments().get(0));
    Size all = new Size(0L, 0L);
    for (String database : databases(databases)) {
      if (!storage.databases().contains(database)) {
        return Size.UNKNOWN;
      }
      for (TableName name : storage.tables(database)) {
        if (names.matcher(name.table()).find() && !name.equals(merge.name())) {
          all = all.plus(of(name));
        }
      }
    }
    return all;
  }

  /** One by name, or those whose names match. */
  private List<String> databases(Expr argument) {
    if (argument instanceof Call regexp) {
      Pattern pattern = Pattern.compile(text(regexp.arguments().get(0)));
      return storage.databases().stream().filter(n -> pattern.matcher(n).find()).toList();
    }
    return List.of(text(argument));
  }

  /** Nothing is kept back: all rows are in the table behind, and all bytes. */
  private Size ofBehind(TableDefinition buffer) {
    Long rows = of(new TableName(argument(buffer, 0), argument(buffer, 1))).rows();
    return new Size(rows == null ? 0L : rows, 0L);
  }

  private static String argument(TableDefinition table, int position) {
    return text(SqlParser.parseExpression(table.engineArguments().get(position)));
  }

  private static String text(Expr argument) {
    return argument instanceof Literal.Text text ? text.value() : "";
  }
}
