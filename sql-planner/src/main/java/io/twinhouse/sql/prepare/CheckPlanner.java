// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.prepare;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.frontend.PlanningContext;
import io.twinhouse.engine.frontend.Statement;
import io.twinhouse.engine.spi.PartitionChoice;
import io.twinhouse.engine.spi.Storage;
import io.twinhouse.engine.spi.TableName;
import io.twinhouse.sql.ast.Identifier;
import io.twinhouse.sql.catalog.SystemCatalog;
import io.twinhouse.sql.statement.Partition;
import io.twinhouse.sql.statement.TableCommand;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns CHECK TABLE into the tables and parts that are looked at. */
final class CheckPlanner {

  private final PlanningContext context;

  CheckPlanner(PlanningContext context) {
    this.context = context;
  }

  /**
   * The statement to be run.
   *
   * @param single whether the answer is one value
   */
  Statement plan(
      TableCommand.Check statement,
      boolean single,
      @Nullable String format,
      Map<String, String> settings) {
    Partition partition = statement.partition();
    PartitionChoice which =
        partition == null ? PartitionChoice.ALL : MergePlanner.choice(partition);
    if (partition instanceof Partition.All) {
      throw new TwinhouseException(
          ErrorCode.SUPPORT_IS_DISABLED,
          "Only Support DROP/DETACH/ATTACH PARTITION ALL currently.");
    }
    Identifier table = statement.table();
    List<TableName> names =
        table == null
            ? checkable()
            : List.of(
                checked(CatalogQueries.followed(CatalogQueries.name(table, context), context)));
    return new Statement.Check(names, which, table == null, single, format, settings);
  }

  private TableName checked(TableName name) {
    CatalogQueries.requireDatabase(name.database(), context);
    if (context.storage().view(name).isPresent()) {
      throw new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED, "Check query is not supported for View storage");
    }
    if (SystemCatalog.isOwn(name.database())) {
      throw StatementPreparer.notImplemented("CHECK of a table of the server itself");
    }
    if (context.storage().table(name).isEmpty()) {
      throw new TwinhouseException(ErrorCode.UNKNOWN_TABLE, "Table " + name + " does not exist.");
    }
    return name;
  }

  /** All tables that keep parts. */
  private List<TableName> checkable() {
    Storage storage = context.storage();
    List<TableName> names = new ArrayList<>();
    for (String database : storage.databases()) {
      for (TableName name : storage.tables(database)) {
        boolean parts =
            storage
                .table(name)
                .filter(t -> t.definition().engine().endsWith("MergeTree"))
                .isPresent();
        if (parts) {
          names.add(name);
        }
      }
    }
    return names;
  }
}
