// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.analyse.scope;

import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.sql.ast.Expr;
import io.twinhouse.sql.ast.Query;
import io.twinhouse.sql.ast.Select;
import io.twinhouse.sql.ast.WithItem;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import org.apache.calcite.rex.RexNode;
import org.jspecify.annotations.Nullable;

/** The names that the expressions of one SELECT may use. */
public final class Scope {

  private final AnalysisContext context;
  private final @Nullable Scope parent;
  private final Select select;
  private final Map<String, Alias> aliases = new HashMap<>();
  private final Set<Expr> declared = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Set<Expr> rowSets = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Map<Expr, Expr> replaced = new IdentityHashMap<>();
  private final Map<String, WithItem.Named> tables = new HashMap<>();
  private final Map<String, Relation> lastRounds = new HashMap<>();
  private final Deque<Alias> inProgress = new ArrayDeque<>();
  private final Set<String> tablesInProgress = new HashSet<>();
  private final Map<Query, Integer> subqueries = new HashMap<>();
  private final Map<Query, RexNode> correlated = new HashMap<>();
  private final NullableKeys nullableKeys;
  private FromColumns columns = FromColumns.NONE;
  private @Nullable TwinhouseException ambiguous;
  private final int number;
  private boolean aggregates;
  private boolean inFrom;
  private boolean projecting;
  private boolean derived;

  /** An expression with a name. */
  public static final class Alias {
    public final Expr expression;
    private final @Nullable String name;
    private @Nullable RexNode bound;
    private boolean inProgress;
    private boolean cyclic;
    private int subqueries;

    public Alias(Expr expression) {
      this.expression = expression;
      this.name = null;
    }

    /** One whose meaning is known, for which {@code name} stands in names of columns. */
    public Alias(Expr expression, RexNode bound, String name) {
      this.expression = expression;
      this.bound = bound;
      this.name = name;
    }

    /** What names of columns call it; null for the alias itself. */
    public @Nullable String name() {
      return name;
    }

    public boolean isInProgress() {
      return inProgress;
    }
  }

  /**
   * A query of a WITH clause.
   *
   * @param scope where it was declared
   */
  public record NamedQuery(Scope scope, WithItem.Named item) {}

  public Scope(AnalysisContext context, @Nullable Scope parent, Select select) {
    this.context = context;
    this.parent = parent;
    this.select = select;
    this.number = context.nextNumber();
    this.nullableKeys = new NullableKeys(context.rex());
  }

  public AnalysisContext context() {
    return context;
  }

  public @Nullable Scope parent() {
    return parent;
  }

  public Select select() {
    return select;
  }

  /** The query as the server prints it in messages. */
  public String text() {
    return ScopeText.of(select);
  }

  public FromColumns columns() {
    return columns;
  }

  public void setColumns(FromColumns newColumns) {
    columns = newColumns;
  }

  /** Tells it from other scopes of the statement. */
  public int number() {
    return number;
  }

  /** Says whether the SELECT list is being bound, where each name of a ring has a meaning. */
  public void setProjecting(boolean now) {
    projecting = now;
  }

  /** Says whether the query stands in a FROM, itself or as a view. */
  public void setDerived(boolean now) {
    derived = now;
  }

  /** Whether the query stands in a FROM, itself or as a view. */
  public boolean isDerived() {
    return derived;
  }

  /** Says whether FROM is being bound: its columns are not those that expressions will see. */
  public void setInFrom(boolean now) {
    inFrom = now;
  }

  /** Whether a sub-query may name columns of FROM. */
  public boolean allowsCorrelation() {
    return !inFrom;
  }

  /** Says that an aggregate function was met, even if its value turns out not to be needed. */
  public void meetAggregate() {
    aggregates = true;
  }

  /** Says that the set at the right of an IN is another one in each row. */
  public void meetRowSet(Expr in) {
    rowSets.add(in);
  }

  /** Whether {@link #meetRowSet} was said of this IN. */
  public boolean isRowSet(Expr in) {
    return rowSets.contains(in);
  }

  /** Says that another expression was bound in the place of one. */
  public void replace(Expr expression, Expr by) {
    replaced.put(expression, by);
  }

  /** What {@link #replace} put in the place of an expression, or null. */
  public @Nullable Expr replaced(Expr expression) {
    return replaced.get(expression);
  }

  /** Whether columns of the result are being bound. */
  public boolean isProjecting() {
    return projecting;
  }

  /** What group_by_use_nulls makes of the keys of this SELECT. */
  public NullableKeys nullableKeys() {
    return nullableKeys;
  }

  /** Whether an aggregate function was met so far. */
  public boolean aggregates() {
    return aggregates;
  }

  public @Nullable Alias alias(String name) {
    return aliases.get(name);
  }

  /** The alias that was given to {@code expression} where it stands; null without one. */
  public @Nullable String aliasOf(Expr expression) {
    return aliases.entrySet().stream()
        .filter(alias -> alias.getValue().expression == expression)
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(null);
  }

  void addAlias(String name, Expr expression) {
    aliases.put(name, new Alias(expression));
  }

  /** What {@code * REPLACE (e AS name)} makes of {@code name} behind it. */
  public void addReplaced(String name, Alias alias) {
    aliases.putIfAbsent(name, alias);
  }

  /** Whether {@code name} is an alias by {@link #addReplaced}. */
  public boolean isReplaced(String name) {
    Alias alias = aliases.get(name);
    return alias != null && alias.name != null;
  }

  /** Notes down an alias with two meanings, told when all that names it is known to be right. */
  void refuseAlias(TwinhouseException failure) {
    if (ambiguous == null) {
      ambiguous = failure;
    }
  }

  /**
   * Refuses a SELECT of whose aliases one has two meanings.
   *
   * @throws TwinhouseException MULTIPLE_EXPRESSIONS_FOR_ALIAS
   */
  public void checkAliases() {
    if (ambiguous != null) {
      throw ambiguous;
    }
  }

  void addTable(WithItem.Named item) {
    tables.put(item.name(), item);
  }

  /** What {@code alias} means over the columns of FROM; bound once. */
  public RexNode bind(Alias alias) {
    RexNode known = alias.bound;
    boolean before = nullableKeys.isBefore();
    if (known != null && (!before || alias.name != null)) {
      return known;
    }
    alias.inProgress = true;
    alias.cyclic = false;
    inProgress.push(alias);
    int met = context.subqueriesMet();
    try {
      RexNode bound = context.analysis().expression(alias.expression, this);
      if (alias.cyclic && !projecting && inProgress.size() == 1) {
        throw Failures.notImplemented("An alias of a ring of aliases outside of the SELECT list");
      }
      if (!alias.cyclic && !before) {
        alias.bound = bound;
        alias.subqueries = context.subqueriesMet() - met;
      }
      return bound;
    } finally {
      inProgress.pop();
      alias.inProgress = false;
    }
  }

  /**
   * Says that {@code alias} is named: the first time its sub-queries count again, as the server
   * takes a copy, except of what WITH declares.
   */
  public void meetName(Alias alias) {
    if (!declared.contains(alias.expression)) {
      for (int i = 0; i < alias.subqueries; i++) {
        context.countSubquery();
      }
    }
    alias.subqueries = 0;
  }

  /** Says that {@code expression} is declared by WITH. */
  void declare(Expr expression) {
    declared.add(expression);
  }

  /**
   * Says that {@code alias}, being bound, was met again and stands for a column there. If others
   * are bound in between, all of them mean this only here, so it is not remembered.
   */
  public void meetAgain(Alias alias) {
    if (inProgress.peek() == alias) {
      return;
    }
    for (Alias inner : inProgress) {
      inner.cyclic = true;
      if (inner == alias) {
        return;
      }
    }
  }

  /** The query of a WITH clause called {@code name}, innermost first. */
  public @Nullable NamedQuery namedQuery(String name) {
    WithItem.Named item = tables.get(name);
    if (item != null && !tablesInProgress.contains(name)) {
      return new NamedQuery(this, item);
    }
    return parent == null ? null : parent.namedQuery(name);
  }

  /** Marks a query of WITH as being analysed: within it, its name means something else. */
  public void enter(String table) {
    tablesInProgress.add(table);
  }

  public void leave(String table) {
    tablesInProgress.remove(table);
  }

  /**
   * The rows of the last round of recursion {@code name}, whose step is being analysed, or null.
   */
  public @Nullable Relation lastRound(String name) {
    Relation rows = lastRounds.get(name);
    return rows != null || parent == null ? rows : parent.lastRound(name);
  }

  /** Says what {@code name} stands for in the step of its recursion; null for nothing. */
  public void setLastRound(String name, @Nullable Relation rows) {
    if (rows == null) {
      lastRounds.remove(name);
    } else {
      lastRounds.put(name, rows);
    }
  }

  /** The position of a sub-query met before in this SELECT, or null. */
  public @Nullable Integer subquery(Query query) {
    return subqueries.get(query);
  }

  /** What a correlated sub-query met before in this SELECT became, or null. */
  public @Nullable RexNode correlated(Query query) {
    return correlated.get(query);
  }

  public void rememberCorrelated(Query query, RexNode call) {
    correlated.put(query, call);
  }

  public void rememberSubquery(Query query, int position) {
    subqueries.put(query, position);
  }
}
