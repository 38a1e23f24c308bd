// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.analyse.expression;

import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.spi.ColumnDefinition;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.TupleType;
import io.twinhouse.sql.analyse.scope.Failures;
import io.twinhouse.sql.analyse.scope.FromColumns;
import io.twinhouse.sql.analyse.scope.Scope;
import io.twinhouse.sql.analyse.scope.TableColumns;
import io.twinhouse.sql.analyse.scope.TableColumns.Column;
import io.twinhouse.sql.ast.Call;
import io.twinhouse.sql.ast.ColumnSet;
import io.twinhouse.sql.ast.Expr;
import io.twinhouse.sql.ast.Identifier;
import io.twinhouse.sql.rel.RexFactory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.apache.calcite.rex.RexNode;
import org.jspecify.annotations.Nullable;

/** The columns that {@code *}, {@code t.*} and {@code COLUMNS(...)} stand for. */
public final class StarExpander {

  private static final String APPLIED = "__applied";

  private final ExpressionBinder binder;
  private final Scope scope;
  private final RexFactory rex;
  private final ColumnNames names;

  /**
   * A column found.
   *
   * @param column its name in its table, which EXCEPT and REPLACE go by
   * @param name what the result calls it
   * @param text what a function of APPLY calls it
   * @param inner what a lambda of APPLY calls it; null for the name of its parameter
   * @param changed by REPLACE or APPLY: a later EXCEPT or REPLACE passes over it
   */
  public record Found(
      RexNode value,
      String column,
      String name,
      String text,
      @Nullable String inner,
      boolean changed) {
    Found(RexNode value, String column, String name) {
      this(value, column, name, name, name, false);
    }

    /** A column of USING. */
    private static Found merged(RexNode value, String column, String name) {
      return new Found(value, column, name, name, null, false);
    }

    private Found applied(@Nullable String alias) {
      return alias == null ? this : new Found(value, column, name, alias, inner, changed);
    }

    boolean isCalled(String name) {
      return !changed && column.equals(name);
    }
  }

  public StarExpander(ExpressionBinder binder) {
    this.binder = binder;
    this.scope = binder.scope();
    this.rex = scope.context().rex();
    this.names = new ColumnNames(scope);
  }

  public List<Found> expand(ColumnSet columns) {
    List<Found> found = select(columns);
    boolean strict = false;
    for (ColumnSet.Transformer transformer : columns.transformers()) {
      strict |= isStrict(transformer);
      found = transform(found, transformer, strict);
    }
    return found;
  }

  /** STRICT holds for what follows it, too. */
  private static boolean isStrict(ColumnSet.Transformer transformer) {
    return transformer instanceof ColumnSet.Except except && except.strict()
        || transformer instanceof ColumnSet.Replace replace && replace.strict();
  }

  private List<Found> select(ColumnSet columns) {
    ColumnSet.Selection selection = columns.selection();
    if (selection instanceof ColumnSet.Listed listed) {
      if (columns.qualifier() != null) {
        return listed(columns.qualifier(), listed.columns());
      }
      List<Found> found = new ArrayList<>();
      for (Identifier name : listed.columns()) {
        boolean merged = scope.columns().merged().containsKey(name.name());
        RexNode value = binder.bind(name);
        Found plain =
            merged
                ? Found.merged(value, name.last(), names.of(name))
                : new Found(value, name.last(), names.of(name));
        found.add(plain.applied(aliasBefore(columns, name)));
      }
      return found;
    }
    boolean matching = selection instanceof ColumnSet.Matching;
    Predicate<String> wanted =
        selection instanceof ColumnSet.Matching chosen ? pattern(chosen.regexp()) : name -> true;
    return columns.qualifier() == null
        ? all(matching, wanted)
        : ofTable(columns.qualifier(), matching, wanted);
  }

  /** What a projection before these columns calls the same column: APPLY names it so. */
  private @Nullable String aliasBefore(ColumnSet columns, Identifier name) {
    for (Expr projection : scope.select().projections()) {
      if (projection == columns || !name.isSimple()) {
        return null;
      }
      if (projection instanceof Expr.Aliased aliased
          && aliased.expression() instanceof Identifier same
          && same.isSimple()
          && same.last().equals(name.last())) {
        return aliased.alias();
      }
    }
    return null;
  }

  /** {@code t.COLUMNS(a, b)}: in the order of the table, not of the list. */
  private List<Found> listed(Identifier qualifier, List<Identifier> columns) {
    List<String> wanted = columns.stream().map(Identifier::name).toList();
    List<Found> found =
        ofTable(qualifier, false, name -> true).stream()
            .filter(f -> wanted.contains(f.column()))
            .toList();
    if (found.size() != wanted.size()) {
      throw Failures.unknownIdentifier(qualifier.name() + ".COLUMNS(" + wanted + ")", scope);
    }
    return found;
  }

  /** What COLUMNS('regexp') means: a match anywhere in the name. */
  public static Predicate<String> pattern(String regexp) {
    try {
      return Pattern.compile(regexp).asPredicate();
    } catch (PatternSyntaxException e) {
      throw Failures.of(
          ErrorCode.CANNOT_COMPILE_REGEXP,
          "COLUMNS pattern " + regexp + " cannot be compiled: " + e.getDescription());
    }
  }

  /**
   * @param declared whether MATERIALIZED and ALIAS columns are meant, too
   */
  private List<Found> all(boolean declared, Predicate<String> wanted) {
    FromColumns from = scope.columns();
    List<Found> found = new ArrayList<>();
    from.merged()
        .forEach(
            (name, merged) -> {
              if (wanted.test(name)) {
                found.add(Found.merged(merged.value(), name, name));
              }
            });
    for (TableColumns table : from.tables()) {
      for (Candidate candidate : candidates(table, declared)) {
        FromColumns.Merged merged = from.merged().get(candidate.name());
        Column column = candidate.column();
        boolean stands = merged != null && column != null && merged.stands(column.index());
        if (wanted.test(candidate.name()) && !stands) {
          found.add(found(table, candidate));
        }
      }
    }
    return found;
  }

  /**
   * A column that may be meant.
   *
   * @param column null for one that is computed
   */
  private record Candidate(String name, @Nullable Column column) {}

  /** By the columns themselves: those of sub-queries may have one name twice. */
  private static List<Candidate> candidates(TableColumns table, boolean declared) {
    return declared && !table.declared().isEmpty()
        ? table.declared().stream().map(name -> new Candidate(name, table.find(name))).toList()
        : table.columns().stream()
            .filter(Column::inStar)
            .map(column -> new Candidate(column.name(), column))
            .toList();
  }

  private Found found(TableColumns table, Candidate candidate) {
    if (candidate.column() != null) {
      return found(table, candidate.column());
    }
    String name = candidate.name();
    ColumnDefinition computed = Objects.requireNonNull(table.computed().get(name));
    RexNode value = scope.nullableKeys().read(ComputedColumns.bind(scope, table, computed));
    return new Found(value, name, names.ofComputed(table, name));
  }

  private List<Found> ofTable(Identifier qualifier, boolean declared, Predicate<String> wanted) {
    List<String> path = new ArrayList<>(qualifier.path());
    path.add("*");
    List<Found> found = new ArrayList<>();
    boolean known = false;
    for (TableColumns table : scope.columns().tables()) {
      if (table.qualifierLength(path) == path.size() - 1) {
        known = true;
        candidates(table, declared).stream()
            .filter(candidate -> wanted.test(candidate.name()))
            .forEach(candidate -> found.add(found(table, candidate)));
      }
    }
    return known
        ? found
        : elements(qualifier).stream().filter(f -> wanted.test(f.column())).toList();
  }

  /** The elements of a tuple, as columns. */
  private List<Found> elements(Identifier tuple) {
    RexNode value = new IdentifierResolver(binder).find(tuple);
    if (value == null) {
      throw Failures.of(
          ErrorCode.UNKNOWN_IDENTIFIER,
          "Qualified matcher " + tuple.name() + ".* does not find table. In scope " + scope.text());
    }
    if (!(RexFactory.typeOf(value) instanceof TupleType type)) {
      throw Failures.notImplemented(
          "The matcher " + tuple.name() + ".* over " + RexFactory.typeOf(value).name());
    }
    List<Found> found = new ArrayList<>();
    for (int i = 0; i < type.elements().size(); i++) {
      String name = type.names().isEmpty() ? Integer.toString(i + 1) : type.names().get(i);
      RexNode position = rex.constant(IntegerType.UINT8, LongColumn.of(i + 1));
      RexNode element = rex.call("tupleElement", value, position);
      found.add(new Found(element, name, tuple.name() + "." + name));
    }
    return found;
  }

  private Found found(TableColumns table, Column column) {
    RexNode value = scope.nullableKeys().read(column.read(rex));
    return new Found(value, column.name(), names.ofColumn(table, column));
  }

  private List<Found> transform(
      List<Found> found, ColumnSet.Transformer transformer, boolean strict) {
    if (transformer instanceof ColumnSet.Except except) {
      List<String> dropped = except.columns().stream().map(Identifier::name).toList();
      refuseUnknown(found, dropped, strict, "EXCEPT");
      return found.stream().filter(f -> f.changed() || !dropped.contains(f.column())).toList();
    }
    if (transformer instanceof ColumnSet.ExceptMatching except) {
      Predicate<String> dropped = pattern(except.regexp());
      return found.stream().filter(f -> f.changed() || !dropped.test(f.column())).toList();
    }
    if (transformer instanceof ColumnSet.Replace replace) {
      return replaced(found, replace, strict);
    }
    ColumnSet.Apply apply = (ColumnSet.Apply) transformer;
    return found.stream().map(f -> applied(f, apply)).toList();
  }

  private void refuseUnknown(
      List<Found> found, List<String> wanted, boolean strict, String clause) {
    for (String name : wanted) {
      if (strict && found.stream().noneMatch(f -> f.isCalled(name))) {
        throw Failures.of(
            ErrorCode.BAD_ARGUMENTS,
            "Columns transformer " + clause + " expects following column(s) : " + name);
      }
    }
  }

  private List<Found> replaced(List<Found> found, ColumnSet.Replace replace, boolean strict) {
    refuseUnknown(
        found, replace.columns().stream().map(Expr.Aliased::alias).toList(), strict, "REPLACE");
    List<Found> result = new ArrayList<>();
    Map<String, Scope.Alias> meant = new HashMap<>();
    for (Found column : found) {
      Found changed = column;
      for (Expr.Aliased item : replace.columns()) {
        if (column.isCalled(item.alias())) {
          RexNode value = binder.bind(item.expression());
          String text = names.of(item.expression());
          String name = column.column();
          changed = new Found(value, name, name, text, name, true);
          meant.putIfAbsent(name, new Scope.Alias(item.expression(), value, text));
        }
      }
      result.add(changed);
    }
    meant.forEach(scope::addReplaced);
    return result;
  }

  private Found applied(Found column, ColumnSet.Apply apply) {
    // The server reads the prefix of APPLY and names nothing by it.
    if (apply.function() instanceof Expr.Lambda lambda) {
      String parameter = lambda.parameters().get(0);
      RexNode value = within(parameter, column.value()).bind(lambda.body());
      String text = column.inner() == null ? parameter : column.inner();
      return applied(column, value, names.renaming(parameter, text, lambda.body()));
    }
    Call call = (Call) apply.function();
    Expr expression = call.withArguments(List.of(Identifier.of(APPLIED)));
    RexNode value = within(APPLIED, column.value()).bind(expression);
    return applied(column, value, names.renaming(APPLIED, column.text(), expression));
  }

  private static Found applied(Found column, RexNode value, String name) {
    return new Found(value, column.column(), name, name, name, true);
  }

  private ExpressionBinder within(String parameter, RexNode value) {
    return binder.within(binder.frame().plus(Map.of(parameter, value)));
  }
}
