// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.rewrite;

import io.twinhouse.sql.rel.FunctionOperator;
import io.twinhouse.sql.rel.GroupingSetsAggregate;
import io.twinhouse.sql.rel.JoinTables;
import io.twinhouse.sql.rel.LimitByKeys;
import io.twinhouse.sql.rel.LimitRows;
import io.twinhouse.sql.rel.PortionRows;
import io.twinhouse.sql.rel.ReadTable;
import io.twinhouse.sql.rel.RexFactory;
import io.twinhouse.sql.type.EngineRelType;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.SingleRel;
import org.apache.calcite.rel.core.Filter;
import org.apache.calcite.rel.core.Join;
import org.apache.calcite.rel.core.Project;
import org.apache.calcite.rel.core.Union;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexNode;
import org.jspecify.annotations.Nullable;

/**
 * Whether the rows of a relation come in proportion to the keys that a sample keeps. They do while
 * every step treats each key by itself; a step that mixes keys, such as a grouping by something
 * else, makes the figures of a sample mean something else, and is refused.
 */
final class SampledRows {

  /** Functions that give different keys different values; hashes but for a collision. */
  private static final Set<String> ONE_TO_ONE =
      Set.of(
          "sipHash64",
          "cityHash64",
          "xxHash64",
          "assumeNotNull",
          "toNullable",
          "toString",
          "toLowCardinality",
          "materialize",
          "identity",
          "hex",
          "CAST");

  private final String key;
  private final Function<String, RuntimeException> refuse;

  /**
   * What is known of the rows of one relation.
   *
   * @param perKey whether they come from sampled scans, each key's rows by themselves
   * @param withNull whether rows without a key would be among them in the exact query
   */
  record Rows(boolean perKey, boolean withNull) {
    static final Rows OTHER = new Rows(false, false);
  }

  /**
   * @param refuse makes the refusal from its reason
   */
  SampledRows(String key, Function<String, RuntimeException> refuse) {
    this.key = key;
    this.refuse = refuse;
  }

  Rows of(RelNode node) {
    if (node instanceof ReadTable scan) {
      return ofScan(scan);
    }
    if (node instanceof Filter filter) {
      Rows rows = of(filter.getInput());
      return new Rows(rows.perKey(), rows.withNull() && !excludesNull(filter));
    }
    if (node instanceof LimitRows || node instanceof PortionRows || node instanceof LimitByKeys) {
      Rows rows = of(node.getInput(0));
      if (rows.perKey()) {
        throw refuse.apply("a LIMIT below the counts keeps the same number of rows of a sample");
      }
      return rows;
    }
    List<Integer> grouping = Origins.groupingColumns(node);
    if (!grouping.isEmpty() || AggregateCalls.of(node) != null) {
      return ofGrouping(node, grouping);
    }
    if (node instanceof Join join) {
      return ofJoin(join, join.getCondition(), true);
    }
    if (node instanceof JoinTables join) {
      return ofJoin(join, join.condition(), false);
    }
    if (node instanceof Union) {
      return ofUnion(node);
    }
    return node instanceof SingleRel single ? of(single.getInput()) : Rows.OTHER;
  }

  private Rows ofScan(ReadTable scan) {
    int column = scan.indexOf(key);
    if (column < 0) {
      return Rows.OTHER;
    }
    boolean pinned =
        RexFactory.conjuncts(scan.filter()).stream().anyMatch(c -> excludesNull(scan, c));
    return new Rows(true, scan.reads().get(column).type().isNullable() && !pinned);
  }

  private Rows ofGrouping(RelNode node, List<Integer> grouping) {
    RelNode input = node.getInput(0);
    Rows rows = of(input);
    if (!rows.perKey()) {
      return rows;
    }
    boolean whole = !(node instanceof GroupingSetsAggregate sets) || sets.sets().size() <= 1;
    if (whole && grouping.stream().anyMatch(column -> isKey(input, column))) {
      return rows;
    }
    throw refuse.apply(
        "a grouping or DISTINCT below the counts mixes keys: it is not by '" + key + "'");
  }

  private Rows ofJoin(RelNode join, RexNode condition, boolean inner) {
    Rows left = of(join.getInput(0));
    Rows right = of(join.getInput(1));
    if (!left.perKey() && !right.perKey()) {
      return Rows.OTHER;
    }
    if (left.perKey() && right.perKey() && !joinsKeys(join, condition)) {
      throw refuse.apply("a join of two sampled sides is not on '" + key + "'");
    }
    boolean leftStays = inner || !((JoinTables) join).style().keepsLeft();
    boolean rightStays = inner || !((JoinTables) join).style().keepsRight();
    if ((!left.perKey() && !leftStays) || (!right.perKey() && !rightStays)) {
      throw refuse.apply("an outer join keeps the rows of a side that is not sampled");
    }
    if (!left.perKey() && !inner) {
      throw refuse.apply("a join reads '" + key + "' from its right side alone");
    }
    return left.perKey() ? left : right;
  }

  private boolean joinsKeys(RelNode join, RexNode condition) {
    int width = join.getInput(0).getRowType().getFieldCount();
    for (RexNode conjunct : RelOptUtil.conjunctions(condition)) {
      RexNode value = RexFactory.truthOf(conjunct);
      if ((value == null ? conjunct : value) instanceof RexCall call
          && call.getOperands().size() == 2
          && named(call, "equals")) {
        int one = column(call.getOperands().get(0));
        int other = column(call.getOperands().get(1));
        int left = Math.min(one, other);
        int right = Math.max(one, other);
        if (left >= 0
            && left < width
            && right >= width
            && isKey(join.getInput(0), left)
            && isKey(join.getInput(1), right - width)) {
          return true;
        }
      }
    }
    return false;
  }

  private static int column(RexNode node) {
    if (node instanceof RexInputRef reference) {
      return reference.getIndex();
    }
    RexNode inner = oneToOne(node);
    return inner == null ? -1 : column(inner);
  }

  private Rows ofUnion(RelNode union) {
    List<Rows> all = union.getInputs().stream().map(this::of).toList();
    if (all.stream().noneMatch(Rows::perKey)) {
      return Rows.OTHER;
    }
    if (!all.stream().allMatch(Rows::perKey)) {
      throw refuse.apply("a part of a UNION has no '" + key + "'");
    }
    return new Rows(true, all.stream().anyMatch(Rows::withNull));
  }

  /** Whether a column is the key, or has another value for each key. */
  boolean isKey(RelNode node, int index) {
    if (node instanceof ReadTable scan) {
      return scan.indexOf(key) == index;
    }
    if (node instanceof Project project) {
      int column = column(project.getProjects().get(index));
      return column >= 0 && isKey(project.getInput(), column);
    }
    if (node instanceof Join || node instanceof JoinTables) {
      int width = node.getInput(0).getRowType().getFieldCount();
      return index < width
          ? isKey(node.getInput(0), index)
          : isKey(node.getInput(1), index - width);
    }
    if (node instanceof Union) {
      return node.getInputs().stream().allMatch(input -> isKey(input, index));
    }
    if (AggregateCalls.of(node) != null) {
      List<Integer> grouping = Origins.groupingColumns(node);
      return index < grouping.size() && isKey(node.getInput(0), grouping.get(index));
    }
    return node instanceof SingleRel single
        && index < single.getInput().getRowType().getFieldCount()
        && isKey(single.getInput(), index);
  }

  private static @Nullable RexNode oneToOne(RexNode node) {
    if (node instanceof RexCall call
        && call.getOperator() instanceof FunctionOperator function
        && ONE_TO_ONE.contains(function.getName())
        && keepsKeys(call, function)
        && call.getOperands().stream().filter(o -> RexFactory.constantOf(o) == null).count() == 1) {
      return call.getOperands().get(0);
    }
    return null;
  }

  /** A cast keeps keys apart only between kinds of String. */
  private static boolean keepsKeys(RexCall call, FunctionOperator function) {
    return !function.getName().equals("CAST")
        || EngineRelType.typeOf(call.getType())
            .base()
            .equals(RexFactory.typeOf(call.getOperands().get(0)).base());
  }

  private boolean excludesNull(Filter filter) {
    return RelOptUtil.conjunctions(filter.getCondition()).stream()
        .anyMatch(conjunct -> excludesNull(filter.getInput(), conjunct));
  }

  private boolean excludesNull(RelNode input, RexNode conjunct) {
    RexNode value = RexFactory.truthOf(conjunct);
    return (value == null ? conjunct : value) instanceof RexCall call
        && (named(call, "isNotNull") || named(call, "equals") || named(call, "notEquals"))
        && call.getOperands().stream()
            .anyMatch(operand -> column(operand) >= 0 && isKey(input, column(operand)));
  }

  private static boolean named(RexCall call, String name) {
    return call.getOperator() instanceof FunctionOperator function
        && function.getName().equals(name);
  }
}
