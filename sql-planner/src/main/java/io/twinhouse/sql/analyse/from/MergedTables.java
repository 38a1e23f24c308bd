// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.analyse.from;

import io.twinhouse.engine.column.Field;
import io.twinhouse.engine.column.Schema;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.frontend.Access;
import io.twinhouse.engine.spi.Storage;
import io.twinhouse.engine.spi.TableDefinition;
import io.twinhouse.engine.spi.TableName;
import io.twinhouse.engine.type.Type;
import io.twinhouse.engine.type.common.LeastSupertype;
import io.twinhouse.sql.analyse.scope.AnalysisContext;
import io.twinhouse.sql.analyse.scope.Failures;
import io.twinhouse.sql.analyse.scope.Relation;
import io.twinhouse.sql.ast.Call;
import io.twinhouse.sql.ast.ColumnSet;
import io.twinhouse.sql.ast.Expr;
import io.twinhouse.sql.ast.FromItem;
import io.twinhouse.sql.ast.Identifier;
import io.twinhouse.sql.ast.Literal;
import io.twinhouse.sql.ast.Position;
import io.twinhouse.sql.ast.Query;
import io.twinhouse.sql.ast.Select;
import io.twinhouse.sql.ast.SetOperation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** Tables that are read one after the other as if they were one, with the table of each row. */
final class MergedTables {

  /** The columns that tell the table of a row: behind the others and not in {@code *}. */
  static final int PLACE_COLUMNS = 2;

  private final AnalysisContext context;

  MergedTables(AnalysisContext context) {
    this.context = context;
  }

  /**
   * The databases that the first argument of merge or of engine Merge chooses, in order.
   *
   * @param texts what reads an argument that is a text
   * @throws io.twinhouse.engine.error.TwinhouseException BAD_ARGUMENTS, CANNOT_COMPILE_REGEXP
   */
  List<String> databases(Expr argument, Function<Expr, String> texts) {
    if (!(argument instanceof Call call) || !call.name().equals("REGEXP")) {
      return List.of(texts.apply(argument));
    }
    if (call.arguments().size() != 1) {
      throw Failures.of(ErrorCode.BAD_ARGUMENTS, "REGEXP in Merge ENGINE takes only one argument");
    }
    if (!(call.arguments().get(0) instanceof Literal.Text text) || text.value().isEmpty()) {
      throw Failures.of(
          ErrorCode.BAD_ARGUMENTS,
          "Argument for REGEXP in Merge ENGINE should be a non empty String Literal");
    }
    Pattern pattern = compiled(text.value());
    return context.storage().databases().stream()
        .filter(name -> pattern.matcher(name).find())
        .sorted()
        .toList();
  }

  /** The tables of databases whose names match, in order. */
  List<TableName> matching(List<String> databases, String regexp) {
    Access access = context.access();
    Storage storage = context.storage();
    Pattern pattern = compiled(regexp);
    List<TableName> matching = new ArrayList<>();
    for (String database : databases) {
      boolean unseen = access != null && !storage.databases().contains(database);
      (unseen ? List.<TableName>of() : storage.tables(database))
          .stream()
              .filter(name -> pattern.matcher(name.table()).find())
              .filter(name -> access == null || access.condition(name) != null)
              .sorted(Comparator.comparing(TableName::table))
              .forEach(matching::add);
    }
    return matching;
  }

  private static Pattern compiled(String regexp) {
    try {
      return Pattern.compile(regexp);
    } catch (PatternSyntaxException e) {
      throw Failures.of(
          ErrorCode.CANNOT_COMPILE_REGEXP, "Cannot compile " + regexp + ": " + e.getDescription());
    }
  }

  /**
   * The rows of tables.
   *
   * @param tables at least one
   * @param declared the columns that are wanted; null for those that any of the tables has
   */
  Relation read(List<TableName> tables, @Nullable Schema declared) {
    List<Schema> found = new ArrayList<>();
    for (TableName table : tables) {
      ColumnSet star = new ColumnSet(Position.NONE, null, new ColumnSet.All(), List.of());
      Relation whole = context.analyse(select(table, List.of(star)), null);
      found.add(schema(whole));
    }
    Schema columns = declared == null ? union(found) : declared;
    // the server tells rows by the table behind an Alias, and tables by the Alias
    boolean told = tables.stream().noneMatch(this::isAlias);
    List<Query> queries = new ArrayList<>();
    for (int i = 0; i < tables.size(); i++) {
      TableName as = told ? tables.get(i) : null;
      queries.add(read(tables.get(i), as, found.get(i), columns));
    }
    Query query =
        queries.size() == 1
            ? queries.get(0)
            : new SetOperation(
                Position.NONE, SetOperation.Kind.UNION, SetOperation.Quantifier.ALL, queries);
    return context.analyse(query, null);
  }

  private boolean isAlias(TableName name) {
    return context
        .table(name)
        .filter(table -> table.definition().engine().equals(TableDefinition.ALIAS))
        .isPresent();
  }

  /**
   * The rows of a table under the name of another.
   *
   * @throws io.twinhouse.engine.error.TwinhouseException NO_SUCH_COLUMN_IN_TABLE
   */
  Relation shown(TableName table, TableName as, Schema declared) {
    ColumnSet star = new ColumnSet(Position.NONE, null, new ColumnSet.All(), List.of());
    Schema found = schema(context.analyse(select(table, List.of(star)), null));
    for (Field field : declared.fields()) {
      if (found.indexOf(field.name()) < 0) {
        throw Failures.of(
            ErrorCode.NO_SUCH_COLUMN_IN_TABLE,
            "No such column name " + field.name() + " in dictionary " + table);
      }
    }
    return context.analyse(read(table, as, found, declared), null);
  }

  private static Schema schema(Relation relation) {
    List<Field> fields = new ArrayList<>();
    for (int i = 0; i < relation.names().size(); i++) {
      fields.add(new Field(relation.names().get(i), relation.types().get(i)));
    }
    return new Schema(fields);
  }

  /**
   * Columns, each of a type that holds the values of all. As on the server one that the tables
   * before lack comes behind its neighbour to the left, the first one of a table at the end.
   */
  private static Schema union(List<Schema> found) {
    Map<String, List<Type>> types = new HashMap<>();
    List<String> names = new ArrayList<>();
    for (Schema schema : found) {
      int place = -1;
      for (Field field : schema.fields()) {
        types.computeIfAbsent(field.name(), name -> new ArrayList<>()).add(field.type());
        int known = names.indexOf(field.name());
        if (known < 0) {
          known = place < 0 ? names.size() : place + 1;
          names.add(known, field.name());
        }
        place = known;
      }
    }
    return new Schema(
        names.stream()
            .map(name -> new Field(name, common(name, types.getOrDefault(name, List.of()))))
            .toList());
  }

  /** Where the server makes a Variant of several types, there is none here. */
  private static Type common(String column, List<Type> types) {
    try {
      return LeastSupertype.of(types);
    } catch (TwinhouseException e) {
      if (e.is(ErrorCode.NO_COMMON_TYPE)) {
        throw Failures.notImplemented("merge over tables whose columns " + column + " differ so");
      }
      throw e;
    }
  }

  /**
   * @param as where rows say that they come from; null where that cannot be asked
   */
  private Select read(TableName table, @Nullable TableName as, Schema found, Schema wanted) {
    List<Expr> columns = new ArrayList<>();
    for (Field field : wanted.fields()) {
      int index = found.indexOf(field.name());
      Expr name = Identifier.of(field.name());
      Expr type = new Literal.Text(Position.NONE, field.type().name());
      Expr value =
          index < 0
              ? new Call(Position.NONE, "defaultValueOfTypeName", List.of(type))
              : found.type(index).equals(field.type())
                  ? name
                  : new Call(Position.NONE, "CAST", List.of(name, type));
      columns.add(new Expr.Aliased(Position.NONE, value, field.name()));
    }
    String untold = as == null ? " of Alias" : "";
    columns.add(constant("_database" + untold, as == null ? "" : as.database()));
    columns.add(constant("_table" + untold, as == null ? "" : as.table()));
    return select(table, columns);
  }

  private static Select select(TableName name, List<Expr> columns) {
    FromItem.Source source = new FromItem.Named(Identifier.of(name.database(), name.table()));
    FromItem.Table table = new FromItem.Table(Position.NONE, source, null, List.of(), false, null);
    return Select.builder().projections(columns).from(table).build();
  }

  private static Expr constant(String column, String value) {
    Expr text = new Literal.Text(Position.NONE, value);
    Call low = new Call(Position.NONE, "toLowCardinality", List.of(text));
    return new Expr.Aliased(Position.NONE, low, column);
  }
}
