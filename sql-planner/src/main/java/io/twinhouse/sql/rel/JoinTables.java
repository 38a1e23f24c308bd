// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.rel;

import io.twinhouse.engine.plan.JoinKind;
import io.twinhouse.engine.plan.JoinStrictness;
import io.twinhouse.engine.type.Type;
import io.twinhouse.sql.type.EngineRelType;
import io.twinhouse.sql.type.EngineTypeFactory;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.plan.RelOptCluster;
import org.apache.calcite.plan.RelTraitSet;
import org.apache.calcite.rel.BiRel;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.RelWriter;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeField;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexShuttle;

/**
 * Any join but INNER ALL, which is Calcite's LogicalJoin. The row is the left columns, then the
 * right ones; columns without a partner are defaults, or NULL with {@code useNulls}.
 */
public final class JoinTables extends BiRel {

  private final Style style;
  private final RexNode condition;

  /**
   * How rows are matched.
   *
   * @param useNulls join_use_nulls: the columns of a side that may have no partner are Nullable
   */
  public record Style(JoinKind kind, JoinStrictness strictness, boolean useNulls) {

    /** Whether left rows can lack a partner and stay. */
    public boolean keepsLeft() {
      return kind == JoinKind.LEFT || kind == JoinKind.FULL;
    }

    /** Whether right rows can lack a partner and stay. */
    public boolean keepsRight() {
      return kind == JoinKind.RIGHT || kind == JoinKind.FULL;
    }
  }

  private JoinTables(
      RelOptCluster cluster, RelNode left, RelNode right, Style style, RexNode condition) {
    super(cluster, cluster.traitSet(), left, right);
    this.style = style;
    this.condition = condition;
  }

  /**
   * A join.
   *
   * @param condition BOOLEAN over the left columns, then the right ones with their own types
   */
  public static JoinTables of(RelNode left, RelNode right, Style style, RexNode condition) {
    return new JoinTables(left.getCluster(), left, right, style, condition);
  }

  public Style style() {
    return style;
  }

  /** BOOLEAN over the left columns, then the right ones, with the types of the inputs. */
  public RexNode condition() {
    return condition;
  }

  @Override
  protected RelDataType deriveRowType() {
    List<String> names = new ArrayList<>();
    List<Type> types = new ArrayList<>();
    collect(left.getRowType(), style.useNulls() && style.keepsRight(), names, types);
    collect(right.getRowType(), style.useNulls() && style.keepsLeft(), names, types);
    return ((EngineTypeFactory) getCluster().getTypeFactory()).row(names, types);
  }

  private static void collect(
      RelDataType row, boolean nullable, List<String> names, List<Type> types) {
    for (RelDataTypeField field : row.getFieldList()) {
      Type type = EngineRelType.typeOf(field.getType());
      names.add(field.getName());
      types.add(nullable ? type.toNullable() : type);
    }
  }

  @Override
  public RelNode copy(RelTraitSet traits, List<RelNode> inputs) {
    return of(inputs.get(0), inputs.get(1), style, condition);
  }

  @Override
  public RelNode accept(RexShuttle shuttle) {
    RexNode changed = condition.accept(shuttle);
    return changed == condition ? this : of(left, right, style, changed);
  }

  @Override
  public RelWriter explainTerms(RelWriter writer) {
    return super.explainTerms(writer)
        .item("kind", style.kind())
        .item("strictness", style.strictness())
        .item("condition", condition)
        .itemIf("useNulls", true, style.useNulls());
  }
}
