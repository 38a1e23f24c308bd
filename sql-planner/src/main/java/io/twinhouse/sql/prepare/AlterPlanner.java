// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.prepare;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.frontend.PlanningContext;
import io.twinhouse.engine.frontend.Statement;
import io.twinhouse.engine.spi.ColumnDefinition;
import io.twinhouse.engine.spi.ColumnDefinition.Kind;
import io.twinhouse.engine.spi.Mutation;
import io.twinhouse.engine.spi.PartitionChoice;
import io.twinhouse.engine.spi.Table;
import io.twinhouse.engine.spi.TableAlteration;
import io.twinhouse.engine.spi.TableDefinition;
import io.twinhouse.engine.spi.TableName;
import io.twinhouse.engine.spi.ViewDefinition;
import io.twinhouse.sql.ast.Expr;
import io.twinhouse.sql.ast.Literal;
import io.twinhouse.sql.ast.Position;
import io.twinhouse.sql.catalog.KeyColumns;
import io.twinhouse.sql.catalog.ShownText;
import io.twinhouse.sql.print.SqlPrinter;
import io.twinhouse.sql.statement.AlterAction;
import io.twinhouse.sql.statement.AlterTable;
import io.twinhouse.sql.statement.Assignment;
import io.twinhouse.sql.statement.DefaultDatabase;
import io.twinhouse.sql.statement.Partition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns ALTER TABLE, DELETE and UPDATE into steps; changes of the definition become one step. */
final class AlterPlanner {

  /** Engines whose rows keep a place of their own, which UPDATE needs. */
  private static final Set<String> UPDATED_LIGHTLY =
      Set.of(
          "MergeTree",
          "ReplacingMergeTree",
          "CollapsingMergeTree",
          "VersionedCollapsingMergeTree",
          "CoalescingMergeTree");

  private final PlanningContext context;
  private final Map<String, String> settings;
  private final List<Statement.Alter.Step> steps = new ArrayList<>();

  /** What the server puts down as a mutation. */
  private final List<String> mutations = new ArrayList<>();

  AlterPlanner(PlanningContext context, Map<String, String> settings) {
    this.context = context;
    this.settings = settings;
  }

  Statement plan(AlterTable statement) {
    TableName name =
        CatalogQueries.followed(CatalogQueries.name(statement.table(), context), context);
    ViewDefinition view = context.storage().view(name).orElse(null);
    if (view != null) {
      return new MaterializedViews(context, settings).altered(view, statement);
    }
    TableDefinition table = definition(name, "Could not find table: " + name.table() + ".");
    DefinitionChanges changes =
        new DefinitionChanges(table, new TableDefinitions(context, settings));
    for (AlterAction action : statement.actions()) {
      if (action instanceof AlterAction.ClearColumn clear && clear.partition() != null) {
        if (changes.isClearable(clear)) {
          steps.add(PartitionPlanner.clear(name, clear.column(), clear.partition()));
          note(action);
        }
      } else if (changes.accept(action)) {
        noteChange(action, table);
      } else {
        step(name, action);
      }
    }
    if (changes.any()) {
      TableAlteration alteration = changes.alteration();
      DefinitionExpressions.check(alteration.definition(), context);
      DefinitionExpressions.checkCasts(alteration, table.columns(), context);
      steps.add(0, new Statement.Redefine(alteration));
      alteration
          .converted()
          .forEach(
              column ->
                  alteration
                      .definition()
                      .column(column)
                      .ifPresent(changed -> mutations.add(ShownText.modified(changed))));
    }
    boolean timed = statement.actions().stream().anyMatch(AlterPlanner::changesTtl);
    if (timed && !"0".equals(settings.get("materialize_ttl_after_modify"))) {
      steps.add(new Statement.MaterializeTtl(name));
      mutations.add("(MATERIALIZE TTL)");
    }
    if (!mutations.isEmpty()) {
      steps.add(noted(name, mutations));
    }
    return new Statement.Alter(steps);
  }

  /** Every part goes through a mutation, also those that it leaves as they are. */
  private static Statement.NoteMutation noted(TableName name, List<String> commands) {
    return new Statement.NoteMutation(name, commands);
  }

  private void note(AlterAction action) {
    mutations.add(ShownText.command(action));
  }

  /** Changes of the definition that the server carries out in the parts too. */
  private void noteChange(AlterAction action, TableDefinition table) {
    if (action instanceof AlterAction.DropElement drop) {
      boolean inParts =
          drop.element() == AlterAction.Element.INDEX
              || drop.element() == AlterAction.Element.PROJECTION;
      if (inParts) {
        note(action);
      }
    } else if (action instanceof AlterAction.DropColumn drop && isKept(drop.column(), table)
        || action instanceof AlterAction.RenameColumn rename && isKept(rename.from(), table)
        || action instanceof AlterAction.ClearColumn clear && isKept(clear.column(), table)) {
      note(action);
    }
  }

  private static boolean isKept(String column, TableDefinition table) {
    return table
        .column(column)
        .filter(c -> c.kind() != Kind.ALIAS && c.kind() != Kind.EPHEMERAL)
        .isPresent();
  }

  private TableDefinition definition(TableName name, String unknown) {
    CatalogQueries.requireDatabase(name.database(), context);
    if (context.storage().view(name).isPresent()) {
      throw StatementPreparer.notImplemented("ALTER of a view");
    }
    TableDefinition found =
        context
            .storage()
            .table(name)
            .map(Table::definition)
            .orElseThrow(() -> new TwinhouseException(ErrorCode.UNKNOWN_TABLE, unknown));
    if (found.isLookup()) {
      throw new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED,
          "ALTER is not supported by storage Dictionary; use CREATE OR REPLACE DICTIONARY");
    }
    return found;
  }

  private void step(TableName name, AlterAction action) {
    Statement.ChangePartition partition =
        new PartitionPlanner(context, settings).step(name, action);
    if (partition != null) {
      steps.add(partition);
    } else if (action instanceof AlterAction.Update written) {
      AlterAction.Update update = qualified(written, name.database());
      steps.add(mutation(name, update.where(), update.assignments(), true, update.partition()));
      note(update);
    } else if (action instanceof AlterAction.Delete delete) {
      Expr where = DefaultDatabase.qualify(delete.where(), name.database());
      steps.add(mutation(name, where, List.of(), false, delete.partition()));
      note(new AlterAction.Delete(delete.position(), delete.partition(), where));
    } else if (action instanceof AlterAction.Materialize materialize
        && materialize.element() == AlterAction.Element.TTL) {
      requireTtl(name);
      refuse(materialize.partition());
      steps.add(new Statement.MaterializeTtl(name));
      note(action);
    } else if (action instanceof AlterAction.Materialize materialize) {
      materialize(name, materialize);
      note(action);
    } else if (action instanceof AlterAction.Apply) {
      note(action); // what else there is to do was done before
    } else {
      throw StatementPreparer.notImplemented(
          "ALTER TABLE with " + action.getClass().getSimpleName());
    }
  }

  /**
   * Indexes are always complete here: of them what is left are the server's checks. A default that
   * rows read is not theirs until it is written down, and an expression that was changed counts for
   * the rows of before from then on.
   */
  private void materialize(TableName name, AlterAction.Materialize materialize) {
    TableDefinition table = mutable(name);
    if (materialize.element() != AlterAction.Element.COLUMN) {
      return;
    }
    String column = String.valueOf(materialize.name());
    ColumnDefinition found =
        table
            .column(column)
            .orElseThrow(
                () ->
                    new TwinhouseException(
                        ErrorCode.NO_SUCH_COLUMN_IN_TABLE,
                        "There is no column " + column + " in table."));
    if (KeyColumns.isIn(column, table.orderBy())) {
      throw new TwinhouseException(
          ErrorCode.CANNOT_UPDATE_COLUMN,
          "Refused to materialize column `"
              + column
              + "` because it's in the sort key. Doing so could break the sort order.");
    }
    if (found.expression() == null) {
      throw new TwinhouseException(
          ErrorCode.BAD_ARGUMENTS,
          "Cannot materialize column `" + column + "` because it doesn't have default expression.");
    }
    if (found.kind() == Kind.DEFAULT || found.kind() == Kind.MATERIALIZED) {
      String own = found.kind() == Kind.DEFAULT ? SqlPrinter.name(column) : found.expression();
      Partition partition = materialize.partition();
      PartitionChoice only = partition == null ? null : MergePlanner.choice(partition);
      steps.add(new Statement.Mutate(name, Mutation.materialize(column, own, only), false));
    }
  }

  private TableDefinition mutable(TableName name) {
    TableDefinition table = definition(name, "Table " + name + " does not exist.");
    if (table.engine().equals("Null") || table.engine().endsWith("Log")) {
      throw new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED,
          "Table engine " + table.engine() + " doesn't support mutations.");
    }
    return table;
  }

  private void requireTtl(TableName name) {
    TableDefinition table = mutable(name);
    if (table.ttl() == null && table.columns().stream().allMatch(c -> c.ttl() == null)) {
      throw new TwinhouseException(
          ErrorCode.INCORRECT_QUERY,
          "Cannot MATERIALIZE TTL as there is no TTL set for table " + name);
    }
  }

  /** As on the server, tables of sub-queries are those of the database of the table. */
  private static AlterAction.Update qualified(AlterAction.Update update, String database) {
    List<Assignment> assignments =
        update.assignments().stream()
            .map(
                a ->
                    new Assignment(
                        a.position(), a.column(), DefaultDatabase.qualify(a.value(), database)))
            .toList();
    return new AlterAction.Update(
        update.position(),
        assignments,
        update.partition(),
        DefaultDatabase.qualify(update.where(), database));
  }

  private static boolean changesTtl(AlterAction action) {
    return (action instanceof AlterAction.ModifyTtl modify && !modify.ttl().isEmpty())
        || (action instanceof AlterAction.ModifyColumn column && column.column().ttl() != null);
  }

  private static void refuse(@Nullable Partition partition) {
    if (partition != null) {
      throw StatementPreparer.notImplemented("MATERIALIZE TTL IN PARTITION");
    }
  }

  /** DELETE FROM. */
  Statement delete(TableName name, Expr written, @Nullable Partition partition) {
    TableDefinition table = definition(name, "Table " + name + " does not exist.");
    if (!table.engine().endsWith("MergeTree")) {
      throw new TwinhouseException(
          ErrorCode.BAD_ARGUMENTS, "DELETE query is not supported for table " + name + ".");
    }
    String mode = table.settings().getOrDefault("lightweight_mutation_projection_mode", "throw");
    if (!table.projections().isEmpty() && mode.equals("throw")) {
      throw new TwinhouseException(
          ErrorCode.SUPPORT_IS_DISABLED,
          "DELETE query is not allowed for table "
              + name
              + " because as it has projections and setting lightweight_mutation_projection_mode is"
              + " set to THROW. User should change lightweight_mutation_projection_mode OR drop all"
              + " the projections manually before running the query");
    }
    Assignment hidden =
        new Assignment(Position.NONE, "_row_exists", new Literal.Number(Position.NONE, "0"));
    Expr where = DefaultDatabase.qualify(written, name.database());
    AlterAction action = new AlterAction.Update(Position.NONE, List.of(hidden), partition, where);
    return new Statement.Alter(
        List.of(
            mutation(name, where, List.of(), true, partition),
            noted(name, List.of(ShownText.command(action)))));
  }

  /** UPDATE, which the server has for tables that number their blocks. */
  Statement update(
      TableName name, List<Assignment> assignments, Expr where, @Nullable Partition partition) {
    TableDefinition table = definition(name, "Table " + name + " does not exist.");
    if (!UPDATED_LIGHTLY.contains(table.engine())) {
      throw new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED,
          "Lightweight updates are not supported for tables with " + table.engine() + " engine.");
    }
    if (!"1".equals(table.settings().get("enable_block_number_column"))) {
      throw new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED,
          "Lightweight updates are not supported. Lightweight updates are supported only for"
              + " tables with materialized _block_number column. Run 'MODIFY SETTING"
              + " enable_block_number_column = 1' command to enable it.");
    }
    AlterAction.Update update =
        qualified(
            new AlterAction.Update(Position.NONE, assignments, partition, where), name.database());
    return new Statement.Alter(
        List.of(mutation(name, update.where(), update.assignments(), true, partition)));
  }

  private Statement.Mutate mutation(
      TableName name,
      Expr where,
      List<Assignment> assignments,
      boolean lightweight,
      @Nullable Partition partition) {
    Map<String, String> texts = new LinkedHashMap<>();
    for (Assignment assignment : assignments) {
      if (texts.put(assignment.column(), SqlPrinter.print(assignment.value())) != null) {
        throw new TwinhouseException(
            ErrorCode.MULTIPLE_ASSIGNMENTS_TO_COLUMN,
            "Multiple assignments in the single statement to column `"
                + assignment.column()
                + "`.");
      }
    }
    String condition = SqlPrinter.print(where);
    context
        .storage()
        .table(name)
        .ifPresent(
            table ->
                new TableDefinitions(context, settings)
                    .zones()
                    .requireNoTexts(table.definition(), condition, texts));
    PartitionChoice only = partition == null ? null : MergePlanner.choice(partition);
    boolean queries =
        DefaultDatabase.reads(where)
            || assignments.stream().anyMatch(a -> DefaultDatabase.reads(a.value()));
    Mutation mutation = new Mutation(condition, texts, lightweight, only, false);
    return new Statement.Mutate(name, mutation, queries);
  }
}
