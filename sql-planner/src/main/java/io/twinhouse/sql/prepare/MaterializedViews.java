// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.prepare;

import io.twinhouse.engine.column.Schema;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.frontend.PlanningContext;
import io.twinhouse.engine.frontend.Statement;
import io.twinhouse.engine.plan.QueryPlan;
import io.twinhouse.engine.spi.ColumnDefinition;
import io.twinhouse.engine.spi.Table;
import io.twinhouse.engine.spi.TableDefinition;
import io.twinhouse.engine.spi.TableName;
import io.twinhouse.engine.spi.ViewDefinition;
import io.twinhouse.engine.type.Type;
import io.twinhouse.sql.analyse.from.StandInTables;
import io.twinhouse.sql.ast.FromItem;
import io.twinhouse.sql.ast.Identifier;
import io.twinhouse.sql.ast.Query;
import io.twinhouse.sql.ast.Select;
import io.twinhouse.sql.prepare.column.ZonesOfColumns;
import io.twinhouse.sql.print.SqlPrinter;
import io.twinhouse.sql.statement.AlterAction;
import io.twinhouse.sql.statement.AlterTable;
import io.twinhouse.sql.statement.Create;
import io.twinhouse.sql.statement.DefaultDatabase;
import io.twinhouse.sql.statement.TableElements;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Plans CREATE MATERIALIZED VIEW: its source, its target, the rows it begins with. */
final class MaterializedViews {

  private final PlanningContext context;
  private final Map<String, String> settings;

  MaterializedViews(PlanningContext context, Map<String, String> settings) {
    this.context = context;
    this.settings = settings;
  }

  Statement plan(Create.View statement, boolean ifNotExists) {
    Identifier to = statement.to();
    if (to != null && statement.populate()) {
      throw new TwinhouseException(
          ErrorCode.SYNTAX_ERROR,
          "When creating a materialized view you can't declare both 'TO [db].[table]' and"
              + " 'POPULATE'.");
    }
    TableName name = CatalogQueries.name(statement.name(), context);
    TableName source = source(statement.query());
    QueryPlanner planner = new QueryPlanner(context, settings);
    Schema schema = planner.schema(statement.query());
    TableElements elements = to == null ? statement.elements() : statement.toElements();
    List<ColumnDefinition> columns =
        elements == null || elements.columns().isEmpty()
            ? new TableDefinitions(context, settings).yielded(schema)
            : new TableDefinitions(context, settings).declared(elements.columns());
    if (!columns.stream().map(ColumnDefinition::name).toList().equals(schema.names())) {
      throw StatementPreparer.notImplemented(
          "A materialized view whose columns are named otherwise than those of its query");
    }
    TableName target = to == null ? innerName(name) : CatalogQueries.name(to, context);
    refuseAlias(target);
    if (to != null) {
      checkTarget(target, schema);
    }
    ViewDefinition view =
        new ViewDefinition(
            name,
            SqlPrinter.keep(statement.query()),
            statement.comment() == null ? "" : statement.comment(),
            ZonesOfColumns.dropped(columns),
            target,
            to == null,
            source);
    TableDefinition inner =
        to == null ? inner(statement, target, ZonesOfColumns.dropped(columns)) : null;
    QueryPlan fill = null;
    if (statement.populate()) {
      List<Type> types = columns.stream().map(ColumnDefinition::type).toList();
      fill = planner.plan(statement.query(), types).plan();
    }
    return new Statement.CreateMaterialized(view, inner, fill, ifNotExists);
  }

  /**
   * A view as ALTER TABLE makes it, ordinary ones too.
   *
   * @throws TwinhouseException NOT_IMPLEMENTED for what views do not take, and what is wrong with a
   *     new query
   */
  Statement altered(ViewDefinition view, AlterTable statement) {
    ViewDefinition changed = view;
    for (AlterAction action : statement.actions()) {
      changed = altered(changed, action);
    }
    return new Statement.CreateView(changed, false, true);
  }

  private ViewDefinition altered(ViewDefinition view, AlterAction action) {
    if (action instanceof AlterAction.ModifyComment comment) {
      return new ViewDefinition(
          view.name(),
          view.query(),
          comment.comment(),
          view.columns(),
          view.target(),
          view.ownsTarget(),
          view.source());
    }
    if (action instanceof AlterAction.ModifyQuery modify && view.isMaterialized()) {
      return withQuery(view, DefaultDatabase.qualify(modify.query(), context.bind().database()));
    }
    throw new TwinhouseException(
        ErrorCode.NOT_IMPLEMENTED,
        action.getClass().getSimpleName()
            + " is not supported by storage "
            + (view.isMaterialized() ? "MaterializedView" : "View"));
  }

  /**
   * A view with another query, by which rows come from then on.
   *
   * @throws TwinhouseException NO_SUCH_COLUMN_IN_TABLE for a column that the view's own table
   *     lacks, NOT_IMPLEMENTED for one that another target lacks
   */
  private ViewDefinition withQuery(ViewDefinition view, Query query) {
    TableName source = source(query);
    List<ColumnDefinition> columns = plain(new QueryPlanner(context, settings).schema(query));
    TableName target = Objects.requireNonNull(view.target());
    TableDefinition table = context.storage().table(target).map(Table::definition).orElse(null);
    for (ColumnDefinition column : columns) {
      if (table != null && table.column(column.name()).isPresent()) {
        continue;
      }
      if (view.ownsTarget()) {
        throw new TwinhouseException(
            ErrorCode.NO_SUCH_COLUMN_IN_TABLE,
            "Column " + column.name() + " does not exist in the materialized view's inner table.");
      }
      throw StatementPreparer.notImplemented(
          "A materialized view with column " + column.name() + ", which its target lacks,");
    }
    if (view.ownsTarget()) {
      requireAll(view.columns(), columns);
    }
    return new ViewDefinition(
        view.name(),
        SqlPrinter.keep(query),
        view.comment(),
        view.ownsTarget() ? view.columns() : columns, // a table of its own stays as it is
        target,
        view.ownsTarget(),
        source);
  }

  /** A view with a table of its own keeps its columns, and rows for it come with all of them. */
  private static void requireAll(List<ColumnDefinition> kept, List<ColumnDefinition> found) {
    for (ColumnDefinition column : kept) {
      if (found.stream().noneMatch(other -> other.name().equals(column.name()))) {
        throw StatementPreparer.notImplemented(
            "MODIFY QUERY that leaves out column " + column.name() + " of the view's own table");
      }
    }
  }

  /** The table that a view brings with it. */
  private static TableName innerName(TableName view) {
    return new TableName(view.database(), ".inner." + view.table());
  }

  private static List<ColumnDefinition> plain(Schema schema) {
    return schema.fields().stream()
        .map(field -> ColumnDefinition.plain(field.name(), field.type()))
        .toList();
  }

  private TableDefinition inner(
      Create.View statement, TableName target, List<ColumnDefinition> columns) {
    TableElements elements = statement.elements();
    Create.Table table =
        new Create.Table(
            statement.position(),
            Create.Mode.CREATE,
            false,
            statement.name(),
            null,
            null,
            elements != null && !elements.columns().isEmpty() ? elements : null,
            statement.storage(),
            new Create.LikeQuery(statement.query(), true),
            null);
    TableDefinitions definitions = new TableDefinitions(context, settings);
    TableDefinition inner = definitions.of(table).toBuilder().name(target).columns(columns).build();
    return definitions.zones().of(inner);
  }

  private void checkTarget(TableName target, Schema schema) {
    TableDefinition table =
        context
            .storage()
            .table(target)
            .orElseThrow(
                () ->
                    new TwinhouseException(
                        ErrorCode.UNKNOWN_TABLE, "Table " + target + " does not exist."))
            .definition();
    for (String column : schema.names()) {
      if (table.column(column).isEmpty()) {
        throw new TwinhouseException(
            ErrorCode.THERE_IS_NO_COLUMN,
            "SELECT query outputs column with name '"
                + column
                + "', which is not found in the target table. Use 'AS' to assign alias that"
                + " matches a column name.");
      }
    }
  }

  /** The table whose inserts the view sees: the leftmost that it reads; null if there is none. */
  private @Nullable TableName source(Query query) {
    if (!(query instanceof Select select)) {
      throw StatementPreparer.notImplemented("A materialized view over UNION");
    }
    FromItem from = select.from();
    while (from != null && !(from instanceof FromItem.Table)) {
      from = from instanceof FromItem.Join join ? join.left() : ((FromItem.ArrayJoin) from).left();
    }
    if (from == null) {
      return null;
    }
    FromItem.Table leftmost = (FromItem.Table) from;
    if (leftmost.source() instanceof FromItem.Derived derived) {
      return source(derived.query());
    }
    if (!(leftmost.source() instanceof FromItem.Named named)) {
      throw new TwinhouseException(
          ErrorCode.QUERY_IS_NOT_SUPPORTED_IN_MATERIALIZED_VIEW,
          "StorageMaterializedView cannot be created from table functions ("
              + SqlPrinter.print(leftmost)
              + ")");
    }
    if (leftmost.isFinal() || leftmost.sample() != null) {
      throw StatementPreparer.notImplemented("A materialized view that reads FINAL or SAMPLE");
    }
    return seen(named.name(), select);
  }

  private void refuseAlias(TableName name) {
    boolean alias =
        context
            .storage()
            .table(name)
            .filter(table -> table.definition().aliased() != null)
            .isPresent();
    if (alias) {
      throw StatementPreparer.notImplemented(
          "A materialized view of the table of engine Alias "
              + name
              + " (name the table that it stands for)");
    }
  }

  private TableName seen(Identifier identifier, Select select) {
    TableName name = CatalogQueries.name(identifier, context);
    boolean views = context.storage().view(name).map(ViewDefinition::isMaterialized).orElse(false);
    if (views) {
      throw StatementPreparer.notImplemented(
          "A materialized view over the materialized view " + name + "; read its target table");
    }
    boolean standsIn =
        context.storage().table(name).map(t -> StandInTables.isOne(t.definition())).orElse(false);
    if (standsIn) {
      throw StatementPreparer.notImplemented("A materialized view over a table of Merge or Buffer");
    }
    refuseAlias(name);
    String last = Pattern.quote(SqlPrinter.name(name.table()));
    Pattern read =
        Pattern.compile("\\b(FROM|JOIN|IN|,)\\s*\\(?\\s*([\\w`]+\\.)?" + last + "(?![\\w`.(])");
    if (read.matcher(SqlPrinter.print(select)).results().count() > 1) {
      throw StatementPreparer.notImplemented(
          "A materialized view that reads " + name + " more than once");
    }
    return name;
  }
}
