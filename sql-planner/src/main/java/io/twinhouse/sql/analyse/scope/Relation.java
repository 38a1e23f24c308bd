// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.analyse.scope;

import io.twinhouse.engine.type.Type;
import io.twinhouse.sql.rel.RexFactory;
import io.twinhouse.sql.type.EngineTypeFactory;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rex.RexNode;

/**
 * An analysed query.
 *
 * @param names of its columns, which may repeat
 */
public record Relation(RelNode rel, List<String> names) {

  public Relation {
    names = List.copyOf(names);
  }

  public List<Type> types() {
    return EngineTypeFactory.schema(rel.getRowType()).types();
  }

  /** References to all its columns. */
  public List<RexNode> columns(RexFactory rex) {
    List<RexNode> columns = new ArrayList<>();
    List<Type> types = types();
    for (int i = 0; i < types.size(); i++) {
      columns.add(rex.input(i, types.get(i)));
    }
    return columns;
  }
}
