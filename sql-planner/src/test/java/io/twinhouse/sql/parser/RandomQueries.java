// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.parser;

import static io.twinhouse.sql.parser.RandomTrees.NOWHERE;

import io.twinhouse.sql.ast.Expr;
import io.twinhouse.sql.ast.FromItem;
import io.twinhouse.sql.ast.FromItem.JoinKind;
import io.twinhouse.sql.ast.FromItem.Locality;
import io.twinhouse.sql.ast.FromItem.Strictness;
import io.twinhouse.sql.ast.GroupBy;
import io.twinhouse.sql.ast.Identifier;
import io.twinhouse.sql.ast.Limit;
import io.twinhouse.sql.ast.LimitBy;
import io.twinhouse.sql.ast.Literal;
import io.twinhouse.sql.ast.OrderBy;
import io.twinhouse.sql.ast.Query;
import io.twinhouse.sql.ast.Select;
import io.twinhouse.sql.ast.SelectBuilder;
import io.twinhouse.sql.ast.SetOperation;
import io.twinhouse.sql.ast.SettingChange;
import io.twinhouse.sql.ast.Window;
import io.twinhouse.sql.ast.WithItem;
import io.twinhouse.testkit.RandomSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Random queries of the shapes that parsing gives. */
final class RandomQueries {
  private final RandomSource random;
  private final RandomTrees trees;

  RandomQueries(RandomSource random, RandomTrees trees) {
    this.random = random;
    this.trees = trees;
  }

  Query query(int depth) {
    if (depth > 0 && random.oneIn(5)) {
      SetOperation.Kind kind = random.pick(List.of(SetOperation.Kind.values()));
      List<SetOperation.Quantifier> said =
          List.of(SetOperation.Quantifier.ALL, SetOperation.Quantifier.DISTINCT);
      List<Query> operands = trees.some(2, 3, () -> query(depth - 1));
      return new SetOperation(NOWHERE, kind, random.pick(said), operands);
    }
    return select(depth);
  }

  Select select(int depth) {
    SelectBuilder select = Select.builder().projections(projections(depth));
    if (random.oneIn(5)) {
      select.with(trees.some(1, 2, () -> withItem(depth - 1)), random.oneIn(4));
    }
    select.distinct(random.oneIn(6));
    select.from(random.oneIn(6) ? null : from(depth));
    select.prewhere(expression(8, depth));
    select.where(expression(2, depth));
    select.groupBy(trees.maybe(3, () -> groupBy(depth - 1)));
    select.having(expression(6, depth));
    if (random.oneIn(8)) {
      select.windows(
          trees.some(
              1, 2, () -> new Window.Named(NOWHERE, trees.name(), trees.definition(depth - 1))));
    }
    select.qualify(expression(9, depth));
    OrderBy orderBy = trees.maybe(3, () -> orderBy(depth - 1));
    select.orderBy(orderBy);
    LimitBy limitBy = trees.maybe(6, () -> limitBy(depth - 1));
    select.limitBy(limitBy);
    select.limit(trees.maybe(3, () -> limit(depth - 1, limitBy != null, orderBy != null)));
    if (random.oneIn(6)) {
      select.settings(List.of(setting()));
    }
    return select.build();
  }

  private @Nullable Expr expression(int oneIn, int depth) {
    return trees.maybe(oneIn, () -> trees.element(depth - 1));
  }

  private List<Expr> projections(int depth) {
    List<Expr> projections = new ArrayList<>(trees.elements(1, 3, depth - 1));
    if (random.oneIn(4)) {
      projections.add(trees.columns(depth - 1));
    }
    return projections;
  }

  private WithItem withItem(int depth) {
    if (random.oneIn(2)) {
      return new WithItem.Expression(NOWHERE, trees.aliased(depth));
    }
    List<String> columns = random.oneIn(4) ? List.of("c", "d e") : List.of();
    return new WithItem.Named(NOWHERE, trees.name(), columns, random.oneIn(5), query(depth));
  }

  private FromItem from(int depth) {
    FromItem item = table(depth);
    for (int joins = random.oneIn(2) ? 0 : random.between(1, 2); joins > 0; joins--) {
      item = joined(item, depth);
    }
    return item;
  }

  private FromItem table(int depth) {
    String alias = trees.maybe(2, trees::name);
    List<String> columns = alias != null && random.oneIn(6) ? List.of("c", "d") : List.of();
    FromItem.Sample sample =
        trees.maybe(8, () -> new FromItem.Sample(ratio(), trees.maybe(3, this::ratio)));
    return new FromItem.Table(NOWHERE, source(depth), alias, columns, random.oneIn(6), sample);
  }

  private FromItem.Ratio ratio() {
    return new FromItem.Ratio(
        random.pick(List.of("1", "0.5", "1000")), random.pick(List.of("1", "10")));
  }

  private FromItem.Source source(int depth) {
    return switch (depth > 0 ? random.between(0, 3) : 3) {
      case 0 -> new FromItem.Derived(query(depth - 1));
      case 1 ->
          new FromItem.Function(
              RandomTrees.call("numbers", trees.elements(1, 2, depth - 1)),
              random.oneIn(4) ? List.of(setting()) : List.of());
      default -> new FromItem.Named(trees.plainName());
    };
  }

  private FromItem joined(FromItem left, int depth) {
    if (random.oneIn(5)) {
      return new FromItem.ArrayJoin(NOWHERE, left, random.oneIn(2), trees.elements(1, 2, 1));
    }
    JoinKind kind = random.pick(List.of(JoinKind.values()));
    boolean free = kind == JoinKind.CROSS || kind == JoinKind.COMMA || kind == JoinKind.PASTE;
    // A comma behind ARRAY JOIN would go on with its list.
    if (kind == JoinKind.COMMA && left instanceof FromItem.ArrayJoin) {
      kind = JoinKind.CROSS;
    }
    Locality locality = Locality.UNSPECIFIED;
    if (!free && random.oneIn(5)) {
      locality = random.pick(List.of(Locality.GLOBAL, Locality.LOCAL));
      left = named(left);
    }
    Strictness strictness = free ? null : trees.maybe(3, () -> random.pick(anyOrAll()));
    FromItem.Condition condition = free ? null : condition(depth);
    if (condition instanceof FromItem.Natural) {
      strictness = null;
    }
    return new FromItem.Join(NOWHERE, left, table(depth), locality, kind, strictness, condition);
  }

  /** LOCAL behind a table without an alias would be taken for one. */
  private static FromItem named(FromItem left) {
    return left instanceof FromItem.Table table
        ? new FromItem.Table(NOWHERE, table.source(), "l", List.of(), false, null)
        : new FromItem.Table(
            NOWHERE, new FromItem.Named(Identifier.of("t")), "l", List.of(), false, null);
  }

  private static List<Strictness> anyOrAll() {
    return List.of(Strictness.ANY, Strictness.ALL);
  }

  private FromItem.Condition condition(int depth) {
    return switch (random.between(0, 4)) {
      case 0 -> new FromItem.Natural();
      case 1, 2 -> new FromItem.Using(trees.some(1, 2, () -> Identifier.of(trees.name())));
      default -> new FromItem.On(trees.expression(depth - 1));
    };
  }

  private GroupBy groupBy(int depth) {
    GroupBy.Kind kind = random.pick(List.of(GroupBy.Kind.values()));
    boolean totals = kind == GroupBy.Kind.NONE || random.oneIn(4);
    List<List<Expr>> sets =
        switch (kind) {
          case NONE, ALL -> List.of();
          case GROUPING_SETS -> trees.some(1, 3, () -> trees.elements(0, 2, depth));
          default -> List.of(trees.elements(1, 2, depth));
        };
    return new GroupBy(NOWHERE, kind, sets, totals);
  }

  private OrderBy orderBy(int depth) {
    if (random.oneIn(6)) {
      OrderBy.Item all =
          new OrderBy.Item(
              NOWHERE, Identifier.of("all"), random.oneIn(2), OrderBy.Nulls.DEFAULT, null, null);
      return new OrderBy(NOWHERE, List.of(all), true, null);
    }
    List<OrderBy.Item> items = trees.some(1, 3, () -> trees.key(depth, true));
    boolean fills = items.stream().anyMatch(item -> item.fill() != null);
    List<OrderBy.Interpolation> interpolate =
        fills && random.oneIn(2) ? trees.some(0, 2, () -> interpolation(depth)) : null;
    return new OrderBy(NOWHERE, items, false, interpolate);
  }

  private OrderBy.Interpolation interpolation(int depth) {
    return new OrderBy.Interpolation(NOWHERE, trees.name(), trees.element(depth));
  }

  private LimitBy limitBy(int depth) {
    boolean all = random.oneIn(5);
    Expr offset = trees.maybe(3, () -> count(depth));
    List<Expr> keys = all ? List.of() : trees.elements(1, 2, depth);
    return new LimitBy(NOWHERE, count(depth), offset, keys, all);
  }

  private Limit limit(int depth, boolean behindLimitBy, boolean ordered) {
    // An OFFSET right behind SAMPLE would be the sample's.
    boolean counted = behindLimitBy || !ordered || !random.oneIn(4);
    Expr count = counted ? count(depth) : null;
    Expr offset = count == null ? count(depth) : trees.maybe(3, () -> count(depth));
    boolean ties = count != null && ordered && !behindLimitBy && random.oneIn(4);
    return new Limit(NOWHERE, count, offset, ties);
  }

  private Expr count(int depth) {
    return random.oneIn(3)
        ? trees.expression(depth)
        : new Literal.Number(NOWHERE, random.pick(List.of("1", "10", "0.5")));
  }

  private SettingChange setting() {
    Expr value =
        random.oneIn(4) ? null : new Literal.Number(NOWHERE, random.pick(List.of("0", "1", "64")));
    return new SettingChange(NOWHERE, random.pick(List.of("max_threads", "max_block_size")), value);
  }
}
