// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.rel;

import io.twinhouse.engine.type.ArrayType;
import io.twinhouse.engine.type.MapType;
import io.twinhouse.engine.type.Type;
import io.twinhouse.sql.type.EngineRelType;
import io.twinhouse.sql.type.EngineTypeFactory;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.plan.RelTraitSet;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.RelWriter;
import org.apache.calcite.rel.SingleRel;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeField;

/**
 * ARRAY JOIN, and the function arrayJoin: one row for each element of the arrays, taken in step.
 * The row is the input's, where each of the arrays became its element.
 */
public final class UnnestArrays extends SingleRel {

  private final List<Integer> arrays;
  private final boolean outer;

  private UnnestArrays(RelNode input, List<Integer> arrays, boolean outer) {
    super(input.getCluster(), input.getCluster().traitSet(), input);
    this.arrays = List.copyOf(arrays);
    this.outer = outer;
  }

  /**
   * Unnested arrays.
   *
   * @param arrays columns of the input of type Array or Map
   * @param outer LEFT: a row whose arrays are empty stays, with defaults
   */
  public static UnnestArrays of(RelNode input, List<Integer> arrays, boolean outer) {
    return new UnnestArrays(input, arrays, outer);
  }

  public List<Integer> arrays() {
    return arrays;
  }

  public boolean isOuter() {
    return outer;
  }

  @Override
  protected RelDataType deriveRowType() {
    List<Type> types = new ArrayList<>();
    for (RelDataTypeField field : input.getRowType().getFieldList()) {
      Type type = EngineRelType.typeOf(field.getType());
      types.add(arrays.contains(field.getIndex()) ? element(type) : type);
    }
    EngineTypeFactory factory = (EngineTypeFactory) getCluster().getTypeFactory();
    return factory.row(input.getRowType().getFieldNames(), types);
  }

  /** The type of one element of an Array or Map. */
  public static Type element(Type array) {
    return array instanceof MapType map ? map.entry() : ((ArrayType) array).element();
  }

  @Override
  public RelNode copy(RelTraitSet traits, List<RelNode> inputs) {
    return of(inputs.get(0), arrays, outer);
  }

  @Override
  public RelWriter explainTerms(RelWriter writer) {
    return super.explainTerms(writer).item("arrays", arrays).itemIf("left", true, outer);
  }
}
