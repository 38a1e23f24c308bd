// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.analyse;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.spi.TableDefinition;
import io.twinhouse.sql.ast.FromItem;
import io.twinhouse.sql.rel.ReadTable;
import io.twinhouse.sql.rel.UnnestArrays;
import java.util.Set;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rex.RexNode;
import org.jspecify.annotations.Nullable;

/**
 * PREWHERE under FINAL: the server filters rows before it looks for the newest of a key, so that an
 * older version shows where the newest does not pass. Over the sorting key that is all the same;
 * over other columns it is refused.
 */
final class EarlyFilter {

  /** Engines that read no column before the others. */
  private static final Set<String> WHOLE_ROWS =
      Set.of("Memory", "Null", "Log", "TinyLog", "StripeLog");

  private EarlyFilter() {}

  /**
   * Checks a condition.
   *
   * @param from what the query reads, whose row the condition looks at
   * @throws TwinhouseException NOT_IMPLEMENTED
   */
  static void check(RelNode from, @Nullable RexNode condition) {
    if (condition == null) {
      return;
    }
    RelNode read = from;
    while (!(read instanceof ReadTable) && read.getInputs().size() == 1) {
      read = read.getInput(0);
    }
    if (read instanceof ReadTable table) {
      if (table.source().finalRead()) {
        RelOptUtil.InputFinder.bits(condition)
            .forEachInt(index -> requireKey(table, index, from == table));
      }
    } else if (readsNewest(from)) {
      throw refused("of a join");
    }
  }

  /**
   * Refuses elements of ARRAY JOIN and columns of a sub-query in PREWHERE, which filters what is
   * read, and tables that read no column before the others.
   *
   * @throws TwinhouseException ILLEGAL_PREWHERE
   */
  static void requireStored(@Nullable FromItem item, RelNode from, @Nullable RexNode condition) {
    if (condition == null) {
      return;
    }
    if (from instanceof ReadTable read) {
      requireEarly(read.source().table().definition());
    }
    boolean derived = isDerived(item);
    if (item instanceof FromItem.Table
        && derived
        && RelOptUtil.InputFinder.bits(condition).isEmpty()) {
      throw new TwinhouseException(
          ErrorCode.ILLEGAL_PREWHERE, "A sub-query does not support PREWHERE.");
    }
    for (int column : RelOptUtil.InputFinder.bits(condition)) {
      if (derived || from instanceof UnnestArrays unnest && unnest.arrays().contains(column)) {
        throw new TwinhouseException(
            ErrorCode.ILLEGAL_PREWHERE,
            "Invalid column "
                + from.getRowType().getFieldNames().get(column)
                + " in PREWHERE. Expected column source to be table or table function");
      }
    }
  }

  private static void requireEarly(TableDefinition table) {
    if (WHOLE_ROWS.contains(table.engine())) {
      throw new TwinhouseException(
          ErrorCode.ILLEGAL_PREWHERE,
          "Storage " + table.engine() + " (table " + table.name() + ") does not support PREWHERE.");
    }
  }

  /** Whether all columns are those of sub-queries. */
  private static boolean isDerived(@Nullable FromItem item) {
    if (item instanceof FromItem.Table table) {
      return table.source() instanceof FromItem.Derived;
    }
    if (item instanceof FromItem.Join join) {
      return isDerived(join.left()) && isDerived(join.right());
    }
    return item instanceof FromItem.ArrayJoin unnested && isDerived(unnested.left());
  }

  private static void requireKey(ReadTable table, int index, boolean direct) {
    String column = direct ? table.reads().get(index).column() : "";
    boolean isKey =
        table.source().table().definition().orderBy().stream()
            .anyMatch(key -> key.equals(column) || key.equals("`" + column + "`"));
    if (!isKey) {
      throw refused(direct ? "over column " + column : "of a sample");
    }
  }

  private static boolean readsNewest(RelNode node) {
    return node instanceof ReadTable table
        ? table.source().finalRead()
        : node.getInputs().stream().anyMatch(EarlyFilter::readsNewest);
  }

  private static TwinhouseException refused(String what) {
    return new TwinhouseException(
        ErrorCode.NOT_IMPLEMENTED,
        "PREWHERE "
            + what
            + " with FINAL is not supported by the embedded engine, as it filters before versions"
            + " are compared; use WHERE, or set apply_prewhere_after_final = 1");
  }
}
