// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.exec;

import io.twinhouse.engine.exec.operator.aggregate.SharedGroups;
import io.twinhouse.engine.expression.Expression;
import io.twinhouse.engine.plan.JoinKind;
import io.twinhouse.engine.plan.JoinStrictness;
import io.twinhouse.engine.plan.PlanNode;
import io.twinhouse.engine.plan.SortKey;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Set;

/**
 * The aggregations of a plan whose groups may come in any order because nothing above them shows
 * it: they are sorted by their keys, grouped again, or looked up by a join. Nodes are told apart by
 * identity.
 */
final class LooseGroups {

  private final Set<PlanNode> loose = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Set<PlanNode> mixed = Collections.newSetFromMap(new IdentityHashMap<>());

  /** Looks through a whole plan. */
  LooseGroups(PlanNode root) {
    visit(root, Order.SHOWN);
  }

  /** Whether an aggregation's groups may come in any order. */
  boolean isLoose(PlanNode node) {
    return loose.contains(node);
  }

  /** Whether an aggregation's rows, or those a join looks up, come in any order. */
  boolean isMixed(PlanNode node) {
    return mixed.contains(node);
  }

  /**
   * How the rows of a node are ordered above it.
   *
   * @param any whether no order of them shows
   * @param columns else what they are sorted by; none if they are not
   */
  private record Order(boolean any, Set<Integer> columns) {

    static final Order ANY = new Order(true, Set.of());
    static final Order SHOWN = new Order(false, Set.of());

    /** Whether rows of a key each come out the same however they went in. */
    boolean settles(Set<Integer> keys) {
      return any || (!keys.isEmpty() && columns.containsAll(keys));
    }
  }

  private void visit(PlanNode node, Order order) {
    if (node instanceof PlanNode.Sort sort) {
      Set<Integer> columns = new HashSet<>();
      sort.keys().stream().map(SortKey::column).forEach(columns::add);
      visit(sort.input(), order.any() ? Order.ANY : new Order(false, columns));
    } else if (node instanceof PlanNode.Filter filter) {
      visit(filter.input(), order);
    } else if (node instanceof PlanNode.Project project) {
      visit(project.input(), new Order(order.any(), below(project, order.columns())));
    } else if (node instanceof PlanNode.Aggregate aggregate) {
      visitGroups(aggregate, order);
    } else if (node instanceof PlanNode.ArrayJoin join) {
      visit(join.input(), order.any() ? Order.ANY : Order.SHOWN);
    } else if (node instanceof PlanNode.Join join) {
      visit(join.left(), order.any() ? Order.ANY : Order.SHOWN);
      visit(join.right(), mix(join, isLookup(join)));
    } else {
      node.inputs().forEach(input -> visit(input, Order.SHOWN));
    }
  }

  private void visitGroups(PlanNode.Aggregate node, Order order) {
    boolean settled = node.groupingSets().isEmpty() && order.settles(keysOf(node));
    if (settled) {
      loose.add(node);
    }
    boolean free = settled || node.keys().isEmpty();
    visit(node.input(), mix(node, free && SharedGroups.ignoreOrder(node)));
  }

  private Order mix(PlanNode node, boolean any) {
    if (any) {
      mixed.add(node);
    }
    return any ? Order.ANY : Order.SHOWN;
  }

  private static Set<Integer> keysOf(PlanNode.Aggregate node) {
    Set<Integer> keys = new HashSet<>();
    for (int i = 0; i < node.keys().size(); i++) {
      keys.add(i);
    }
    return keys;
  }

  /** The columns under a projection that some of its columns hand on. */
  private static Set<Integer> below(PlanNode.Project project, Set<Integer> columns) {
    Set<Integer> inputs = new HashSet<>();
    for (int column : columns) {
      if (project.expressions().get(column) instanceof Expression.InputRef ref) {
        inputs.add(ref.index());
      }
    }
    return inputs;
  }

  /** Whether each left row finds one right row at most, and right rows come for that alone. */
  private static boolean isLookup(PlanNode.Join join) {
    boolean plain = join.kind() == JoinKind.LEFT || join.kind() == JoinKind.INNER;
    return plain
        && join.asof() == null
        && join.strictness() == JoinStrictness.ALL
        && isUnique(join.right(), new HashSet<>(join.rightKeys()));
  }

  private static boolean isUnique(PlanNode node, Set<Integer> columns) {
    if (node instanceof PlanNode.Filter filter) {
      return isUnique(filter.input(), columns);
    }
    if (node instanceof PlanNode.Project project) {
      return isUnique(project.input(), below(project, columns));
    }
    return node instanceof PlanNode.Aggregate aggregate
        && aggregate.groupingSets().isEmpty()
        && columns.containsAll(keysOf(aggregate));
  }
}
