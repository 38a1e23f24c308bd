// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.rewrite;

import io.twinhouse.sql.rel.AggregateOperator;
import io.twinhouse.sql.rel.GroupingSetsAggregate;
import io.twinhouse.sql.rel.Relations;
import java.util.List;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Aggregate;
import org.apache.calcite.rel.core.AggregateCall;
import org.jspecify.annotations.Nullable;

/** The aggregate calls of either kind of aggregation, read and replaced alike. */
final class AggregateCalls {

  private AggregateCalls() {}

  /** The calls of {@code node}, or null if it does not aggregate. */
  static @Nullable List<AggregateCall> of(RelNode node) {
    if (node instanceof Aggregate aggregate) {
      return aggregate.getAggCallList();
    }
    return node instanceof GroupingSetsAggregate aggregate ? aggregate.calls() : null;
  }

  static int keyCount(RelNode node) {
    return Origins.groupingColumns(node).size();
  }

  static AggregateOperator operator(AggregateCall call) {
    return (AggregateOperator) call.getAggregation();
  }

  /** The same aggregation over another input and with other calls. */
  static RelNode replace(RelNode node, RelNode input, List<AggregateCall> calls) {
    if (node instanceof GroupingSetsAggregate aggregate) {
      return GroupingSetsAggregate.of(
          input, aggregate.keys(), aggregate.sets(), aggregate.hasTotals(), calls);
    }
    return Relations.aggregate(input, keyCount(node), calls);
  }
}
