// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.analyse;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.plan.FillGrid;
import io.twinhouse.engine.plan.FillKey;
import io.twinhouse.engine.type.Type;
import io.twinhouse.sql.analyse.scope.Failures;
import io.twinhouse.sql.analyse.scope.Scope;
import io.twinhouse.sql.ast.OrderBy;
import io.twinhouse.sql.rel.FillRows;
import io.twinhouse.sql.rel.FillRows.Interpolated;
import io.twinhouse.sql.type.EngineRelType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.calcite.rel.RelNode;
import org.jspecify.annotations.Nullable;

/**
 * Puts WITH FILL in place. The keys before the first that is filled divide the rows; what stands
 * behind it without WITH FILL only orders them.
 */
final class Filling {

  private final Scope scope;
  private final List<String> names;
  private final List<Integer> shown;

  /**
   * @param names of the result's columns, which are the first of the sorted ones
   * @param shown the sorted columns that they show: of keys that stand there twice the first
   */
  Filling(Scope scope, List<String> names, List<Integer> shown) {
    this.scope = scope;
    this.names = names;
    this.shown = shown;
  }

  static boolean isAsked(@Nullable OrderBy orderBy) {
    return orderBy != null && orderBy.items().stream().anyMatch(item -> item.fill() != null);
  }

  /**
   * Sorted rows with those that they lack.
   *
   * @param places of the keys of ORDER BY among the columns of {@code sorted}
   */
  RelNode apply(RelNode sorted, List<Integer> places) {
    OrderBy orderBy = scope.select().orderBy();
    if (orderBy == null || !isAsked(orderBy)) {
      return sorted;
    }
    if (places.size() != orderBy.items().size()) {
      throw Failures.notImplemented("WITH FILL beside keys by a pattern");
    }
    boolean divided = scope.context().isOn("use_with_fill_by_sorting_prefix", true);
    Map<Integer, Supplier<FillGrid>> grid = new LinkedHashMap<>();
    List<Integer> prefix = new ArrayList<>();
    Set<Integer> filled = new HashSet<>();
    Set<Integer> plain = new HashSet<>();
    for (int i = 0; i < places.size(); i++) {
      OrderBy.Item item = orderBy.items().get(i);
      int column = places.get(i);
      OrderBy.Fill fill = item.fill();
      if (fill == null) {
        if (!filled.contains(column) && plain.add(column) && grid.isEmpty() && divided) {
          prefix.add(column);
        }
        continue;
      }
      if (!filled.add(column)) {
        throw invalid("Multiple WITH FILL for identical expressions is not supported in ORDER BY");
      }
      GridBinder grids = new GridBinder(scope, typeOf(sorted, column), item.descending());
      grids.check(fill);
      grid.put(column, () -> grids.bind(fill));
    }
    if (filled.stream().anyMatch(plain::contains)) {
      throw invalid(
          "ORDER BY containing the same expression with and without WITH FILL modifier is not"
              + " supported");
    }
    return filled(sorted, places, grid, prefix);
  }

  private RelNode filled(
      RelNode sorted,
      List<Integer> places,
      Map<Integer, Supplier<FillGrid>> grid,
      List<Integer> prefix) {
    List<FillKey> keys = new ArrayList<>();
    List<Interpolated> interpolated = List.of();
    TwinhouseException refused = null;
    try {
      interpolated = new Interpolation(scope, names, shown).of(sorted, places);
    } catch (TwinhouseException e) {
      if (!e.is(ErrorCode.NOT_IMPLEMENTED)) {
        throw e; // the server looks at it before it looks at the bounds
      }
      refused = e;
    }
    grid.forEach((column, bound) -> keys.add(new FillKey(column, bound.get())));
    if (refused != null) {
      throw refused;
    }
    return FillRows.of(sorted, keys, prefix, interpolated);
  }

  private static Type typeOf(RelNode sorted, int column) {
    return EngineRelType.typeOf(sorted.getRowType().getFieldList().get(column).getType());
  }

  private static RuntimeException invalid(String message) {
    return Failures.of(ErrorCode.INVALID_WITH_FILL_EXPRESSION, message);
  }
}
