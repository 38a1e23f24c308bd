// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.prepare;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.file.FileNames;
import io.twinhouse.engine.file.Infile;
import io.twinhouse.engine.frontend.PlanningContext;
import io.twinhouse.engine.frontend.Statement;
import io.twinhouse.engine.plan.QueryPlan;
import io.twinhouse.engine.spi.Capability;
import io.twinhouse.engine.spi.ColumnDefinition;
import io.twinhouse.engine.spi.ColumnDefinition.Kind;
import io.twinhouse.engine.spi.Table;
import io.twinhouse.engine.spi.TableDefinition;
import io.twinhouse.engine.spi.TableName;
import io.twinhouse.engine.spi.ViewDefinition;
import io.twinhouse.engine.type.Type;
import io.twinhouse.engine.type.common.CarriedZones;
import io.twinhouse.sql.analyse.expression.StarExpander;
import io.twinhouse.sql.analyse.from.StandInTables;
import io.twinhouse.sql.analyse.scope.SettingTexts;
import io.twinhouse.sql.ast.ColumnSet;
import io.twinhouse.sql.ast.Expr;
import io.twinhouse.sql.ast.Identifier;
import io.twinhouse.sql.ast.Query;
import io.twinhouse.sql.ast.Select;
import io.twinhouse.sql.statement.Insert;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Plans INSERT: which columns, and where their values come from. */
final class InsertPlanner {

  private final String text;
  private final PlanningContext context;
  private final Map<String, String> settings;

  InsertPlanner(String text, PlanningContext context, Map<String, String> settings) {
    this.text = text;
    this.context = context;
    this.settings = settings;
  }

  // NullAway does not see that the array of a record in another module is @Nullable.
  @SuppressWarnings("NullAway")
  Statement plan(Insert insert, Map<String, String> outer) {
    if (!(insert.target() instanceof Insert.Table target)) {
      throw StatementPreparer.notImplemented("INSERT INTO FUNCTION");
    }
    TableName said = CatalogQueries.followed(CatalogQueries.name(target.name(), context), context);
    TableName name = written(said);
    TableDefinition table =
        context.storage().table(name).map(Table::definition).orElseThrow(() -> missing(name));
    if (table.engine().equals(TableDefinition.LOOKUP)) {
      throw new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED, "Method write is not supported by storage Dictionary.");
    }
    List<String> columns =
        name.equals(said)
            ? columns(insert.columns(), table)
            : throughView(said, insert.columns(), table);
    if (table.engine().equals("Merge")) {
      throw new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED, "Method write is not supported by storage Merge.");
    }
    Map<String, String> own = SettingTexts.merged(outer, SettingTexts.of(insert.settings()));
    if (insert.source() instanceof Insert.Selected selected) {
      // what stands behind the query is said of the whole statement
      own =
          SettingTexts.merged(own, SettingTexts.of(StatementPreparer.settingsOf(selected.query())));
    }
    requireFolding(table, SettingTexts.merged(settings, own));
    if (insert.source() instanceof Insert.Data data) {
      byte[] inline = data.span().isEmpty() ? null : inline(data.span());
      return new Statement.Insert(name, columns, null, null, data.format(), inline, own, true);
    }
    if (insert.source() instanceof Insert.Selected selected) {
      QueryPlanner planner = new QueryPlanner(context, SettingTexts.merged(settings, own));
      QueryPlan source = planner.plan(selected.query(), types(columns, table)).plan();
      boolean repeatable = isInOneOrder(selected.query());
      Insert.Data data = selected.data();
      if (data == null && Insert.Selected.readsInput(selected.query())) {
        throw new TwinhouseException(
            ErrorCode.UNKNOWN_FORMAT, "Unknown format: input() needs a FORMAT behind the query");
      }
      byte[] inline = data == null || data.span().isEmpty() ? null : inline(data.span());
      String format = data == null ? null : data.format();
      return new Statement.Insert(name, columns, source, null, format, inline, own, repeatable);
    }
    Insert.Infile file = (Insert.Infile) insert.source();
    context.files().requireInfile();
    String format = file.format() == null ? FileNames.requireFormat(file.path()) : file.format();
    Infile files = new Infile(file.path(), file.compression());
    return new Statement.Insert(name, columns, null, files, format, null, own, true);
  }

  /** Rows of one key come together when they arrive; the server can be told to wait for a merge. */
  private static void requireFolding(TableDefinition table, Map<String, String> settings) {
    String folds = settings.getOrDefault("optimize_on_insert", "1");
    boolean waits = folds.equals("0") || folds.equalsIgnoreCase("false");
    if (waits && table.supportsFinal() && !table.orderBy().isEmpty()) {
      throw StatementPreparer.notImplemented(
          "Setting optimize_on_insert = 0 for a table of engine " + table.engine());
    }
  }

  /** What the server takes for a query that gives the same rows in the same order each time. */
  private static boolean isInOneOrder(Query query) {
    return query instanceof Select select && select.orderBy() != null && select.orderBy().all();
  }

  /** Where rows for a table go. */
  private TableName written(TableName said) {
    boolean here = context.storage().capabilities().contains(Capability.SCAN);
    TableName behind =
        here
            ? context
                .storage()
                .table(said)
                .map(table -> StandInTables.behind(table.definition()))
                .orElse(null)
            : null;
    return CatalogQueries.written(behind == null ? said : behind, context);
  }

  private TwinhouseException missing(TableName name) {
    boolean view =
        context.storage().databases().contains(name.database())
            && context.storage().view(name).isPresent();
    return view
        ? new TwinhouseException(
            ErrorCode.NOT_IMPLEMENTED, "Method write is not supported by storage View.")
        : new TwinhouseException(ErrorCode.UNKNOWN_TABLE, "Table " + name + " does not exist.");
  }

  /** The columns of an insert into a view or buffer, which its target must have alike. */
  private List<String> throughView(
      TableName name, @Nullable List<Expr> listed, TableDefinition target) {
    List<ColumnDefinition> seen =
        context
            .storage()
            .view(name)
            .map(ViewDefinition::columns)
            .or(() -> context.storage().table(name).map(table -> table.definition().columns()))
            .orElse(List.of());
    List<String> columns = columns(listed, target.toBuilder().name(name).columns(seen).build());
    if (listed != null) {
      columns.forEach(column -> known(column, target));
    }
    for (ColumnDefinition column : seen) {
      Type there = target.column(column.name()).map(ColumnDefinition::type).orElse(column.type());
      boolean same = CarriedZones.dropped(there).equals(CarriedZones.dropped(column.type()));
      if (columns.contains(column.name()) && !same) {
        throw new TwinhouseException(
            ErrorCode.TYPE_MISMATCH,
            "Column "
                + column.name()
                + " is "
                + column.type().name()
                + " in "
                + name
                + " and "
                + there.name()
                + " in the table that it writes to; insert into that");
      }
    }
    return columns;
  }

  private byte[] inline(Insert.Span span) {
    return text.substring(span.start(), span.end()).getBytes(StandardCharsets.UTF_8);
  }

  private static List<String> columns(@Nullable List<Expr> listed, TableDefinition table) {
    if (listed == null) {
      return insertable(table);
    }
    List<String> columns = new ArrayList<>();
    for (Expr expression : listed) {
      if (expression instanceof Identifier identifier) {
        columns.add(known(identifier.name(), table));
      } else if (expression instanceof ColumnSet set) {
        columns.addAll(matching(set, table));
      } else {
        throw new TwinhouseException(
            ErrorCode.BAD_ARGUMENTS, "The columns of INSERT must be names");
      }
    }
    return columns;
  }

  private static List<String> insertable(TableDefinition table) {
    return table.columns().stream()
        .filter(c -> c.kind() == Kind.PLAIN || c.kind() == Kind.DEFAULT)
        .map(ColumnDefinition::name)
        .toList();
  }

  private static List<String> matching(ColumnSet set, TableDefinition table) {
    List<String> columns = new ArrayList<>(selected(set.selection(), table));
    for (ColumnSet.Transformer transformer : set.transformers()) {
      if (!(transformer instanceof ColumnSet.Except except)) {
        throw StatementPreparer.notImplemented("INSERT into columns by REPLACE or APPLY");
      }
      except.columns().forEach(name -> columns.remove(name.name()));
    }
    return columns;
  }

  private static List<String> selected(ColumnSet.Selection selection, TableDefinition table) {
    if (selection instanceof ColumnSet.Listed listed) {
      return listed.columns().stream().map(name -> known(name.name(), table)).toList();
    }
    if (selection instanceof ColumnSet.Matching matching) {
      Predicate<String> wanted = StarExpander.pattern(matching.regexp());
      return insertable(table).stream().filter(wanted).toList();
    }
    return insertable(table);
  }

  private static String known(String name, TableDefinition table) {
    for (ColumnDefinition column : table.columns()) {
      if (column.name().equals(name) && column.kind() == Kind.MATERIALIZED) {
        throw new TwinhouseException(
            ErrorCode.ILLEGAL_COLUMN,
            "Cannot insert column " + name + ", because it is " + column.kind() + " column");
      }
      if (column.name().equals(name) && column.kind() != Kind.ALIAS) {
        return name;
      }
    }
    throw new TwinhouseException(
        ErrorCode.NO_SUCH_COLUMN_IN_TABLE, "No such column " + name + " in table " + table.name());
  }

  private static List<Type> types(List<String> columns, TableDefinition table) {
    List<Type> types = new ArrayList<>();
    for (String name : columns) {
      table.columns().stream()
          .filter(c -> c.name().equals(name))
          .findFirst()
          .ifPresent(c -> types.add(c.type()));
    }
    return types;
  }
}
