// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.analyse.scope;

import io.twinhouse.sql.rel.EngineOperator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexShuttle;

/**
 * A sub-query within an expression that names columns of the query around it. Its operands are
 * those columns; it lives until the clause that it stands in joins it.
 */
public final class Correlated extends EngineOperator {

  private final Relation relation;
  private final List<RexNode> columns;
  private final boolean exists;

  /**
   * @param number tells it from others
   * @param columns the calls of {@link OuterColumn} in it, in the order of the operands
   * @param exists whether only the existence of a row is asked for
   */
  public Correlated(int number, Relation relation, List<RexNode> columns, boolean exists) {
    super((exists ? "exists" : "subquery") + "#" + number);
    this.relation = relation;
    this.columns = List.copyOf(columns);
    this.exists = exists;
  }

  public Relation relation() {
    return relation;
  }

  public List<RexNode> columns() {
    return columns;
  }

  public boolean isExists() {
    return exists;
  }

  public static boolean is(RexNode node) {
    return node instanceof RexCall call && call.getOperator() instanceof Correlated;
  }

  /** A column of the query around, within a correlated sub-query. */
  public static final class OuterColumn extends EngineOperator {

    private final Scope scope;
    private final RexNode column;

    /**
     * @param scope of the query around
     * @param column of its FROM
     */
    public OuterColumn(Scope scope, RexNode column) {
      super("outer[" + scope.number() + ", " + column + "]");
      this.scope = scope;
      this.column = column;
    }

    public Scope scope() {
      return scope;
    }

    public RexNode column() {
      return column;
    }

    public static boolean is(RexNode node) {
      return node instanceof RexCall call && call.getOperator() instanceof OuterColumn;
    }
  }

  /** The calls of {@link OuterColumn} anywhere below {@code rel}. */
  public static Set<RexNode> outerColumns(RelNode rel) {
    Set<RexNode> found = new LinkedHashSet<>();
    collect(rel, found);
    return found;
  }

  private static void collect(RelNode rel, Set<RexNode> found) {
    rel.accept(
        new RexShuttle() {
          @Override
          public RexNode visitCall(RexCall call) {
            if (OuterColumn.is(call)) {
              found.add(call);
              return call;
            }
            return super.visitCall(call);
          }
        });
    rel.getInputs().forEach(input -> collect(input, found));
  }
}
