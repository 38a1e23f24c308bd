// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.prepare;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.frontend.PlanningContext;
import io.twinhouse.engine.frontend.Statement;
import io.twinhouse.engine.spi.ColumnDefinition;
import io.twinhouse.engine.spi.ColumnDefinition.Kind;
import io.twinhouse.engine.spi.MergeRequest;
import io.twinhouse.engine.spi.PartitionChoice;
import io.twinhouse.engine.spi.Table;
import io.twinhouse.engine.spi.TableDefinition;
import io.twinhouse.engine.spi.TableName;
import io.twinhouse.sql.ast.ColumnSet;
import io.twinhouse.sql.ast.Expr;
import io.twinhouse.sql.ast.Identifier;
import io.twinhouse.sql.catalog.KeyColumns;
import io.twinhouse.sql.print.SqlPrinter;
import io.twinhouse.sql.statement.Partition;
import io.twinhouse.sql.statement.TableCommand;
import java.util.ArrayList;
import java.util.List;

/** Plans OPTIMIZE. */
final class MergePlanner {

  private final PlanningContext context;

  MergePlanner(PlanningContext context) {
    this.context = context;
  }

  Statement plan(TableCommand.Optimize statement) {
    TableName name =
        CatalogQueries.written(CatalogQueries.name(statement.table(), context), context);
    PartitionChoice partition =
        statement.partition() == null ? null : choice(statement.partition());
    if (partition != null && partition.kind() == PartitionChoice.Kind.ALL) {
      throw new TwinhouseException(
          ErrorCode.SUPPORT_IS_DISABLED,
          "Only Support DROP/DETACH/ATTACH PARTITION ALL currently.");
    }
    List<String> uniqueBy = null;
    TableDefinition table = context.storage().table(name).map(Table::definition).orElse(null);
    if (table != null && statement.cleanup() && statement.isFinal()) {
      checkCleanup(table);
    }
    if (table != null && statement.deduplicate()) {
      uniqueBy = uniqueBy(statement.deduplicateBy(), table);
    }
    return new Statement.Optimize(
        name, new MergeRequest(statement.isFinal(), partition, statement.cleanup(), uniqueBy));
  }

  /** What a partition clause chooses. */
  static PartitionChoice choice(Partition partition) {
    if (partition instanceof Partition.Of of) {
      return new PartitionChoice(PartitionChoice.Kind.VALUE, SqlPrinter.print(of.value()));
    }
    if (partition instanceof Partition.ById id) {
      return new PartitionChoice(PartitionChoice.Kind.ID, id.id());
    }
    return partition instanceof Partition.Part part
        ? new PartitionChoice(PartitionChoice.Kind.PART, part.name())
        : PartitionChoice.ALL;
  }

  private static void checkCleanup(TableDefinition table) {
    if (!table.engine().equals("ReplacingMergeTree")) {
      throw new TwinhouseException(
          ErrorCode.CANNOT_ASSIGN_OPTIMIZE,
          "Cannot OPTIMIZE with CLEANUP table: only ReplacingMergeTree can be CLEANUP.");
    }
    String allowed = table.settings().get("allow_experimental_replacing_merge_with_cleanup");
    if (!"1".equals(allowed) && !"true".equals(allowed)) {
      throw new TwinhouseException(
          ErrorCode.SUPPORT_IS_DISABLED, "Experimental merges with CLEANUP are not allowed.");
    }
  }

  private static List<String> uniqueBy(List<Expr> listed, TableDefinition table) {
    List<String> stored =
        table.columns().stream()
            .filter(c -> c.kind() != Kind.ALIAS && c.kind() != Kind.EPHEMERAL)
            .map(ColumnDefinition::name)
            .toList();
    if (listed.isEmpty()) {
      return stored;
    }
    List<String> columns = new ArrayList<>();
    for (Expr expression : listed) {
      if (expression instanceof Identifier identifier) {
        columns.add(known(identifier.name(), stored, table));
      } else if (expression instanceof ColumnSet set && isPlain(set)) {
        table.columns().stream()
            .filter(c -> c.kind() == Kind.PLAIN || c.kind() == Kind.DEFAULT)
            .forEach(c -> columns.add(c.name()));
        set.transformers()
            .forEach(t -> ((ColumnSet.Except) t).columns().forEach(c -> columns.remove(c.name())));
      } else {
        throw StatementPreparer.notImplemented("DEDUPLICATE BY an expression");
      }
    }
    requireKeys(columns, stored, table);
    return columns;
  }

  private static boolean isPlain(ColumnSet set) {
    return SqlPrinter.print(set).startsWith("*")
        && set.transformers().stream().allMatch(t -> t instanceof ColumnSet.Except);
  }

  private static String known(String name, List<String> stored, TableDefinition table) {
    if (!stored.contains(name)) {
      throw new TwinhouseException(
          ErrorCode.NO_SUCH_COLUMN_IN_TABLE,
          "There is no column with name `" + name + "` in table " + table.name() + ".");
    }
    return name;
  }

  private static void requireKeys(
      List<String> columns, List<String> stored, TableDefinition table) {
    List<String> keys = new ArrayList<>(table.orderBy());
    if (table.partitionBy() != null) {
      keys.add(table.partitionBy());
    }
    for (String column : stored) {
      if (!columns.contains(column) && KeyColumns.isIn(column, keys)) {
        throw new TwinhouseException(
            ErrorCode.THERE_IS_NO_COLUMN,
            "DEDUPLICATE BY expression must include all columns used in table's ORDER BY, PRIMARY"
                + " KEY, or PARTITION BY but '"
                + column
                + "' is missing. Expanded DEDUPLICATE BY columns expression: "
                + columns
                + ".");
      }
    }
  }
}
