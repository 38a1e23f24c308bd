// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.analyse.scope;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.type.TupleType;
import io.twinhouse.engine.type.Type;
import io.twinhouse.sql.rel.EngineOperator;
import io.twinhouse.sql.rel.RexFactory;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexNode;

/**
 * What group_by_use_nulls makes of the keys of ROLLUP, CUBE and GROUPING SETS: behind the grouping
 * they are Nullable, and NULL in the rows of sets that they are not in. Before it, and within
 * aggregates and windows, they are what they were.
 */
public final class NullableKeys {

  private static final class Key extends EngineOperator {
    private static final Key INSTANCE = new Key();

    private Key() {
      super("groupKey");
    }
  }

  private final RexFactory rex;
  private final Map<RexNode, RexNode> keys = new HashMap<>();
  private boolean expected;
  private boolean computed;
  private int before;

  NullableKeys(RexFactory rex) {
    this.rex = rex;
  }

  /** Whether expressions are bound as they are behind the grouping. */
  private boolean isBehind() {
    return before == 0 && !keys.isEmpty();
  }

  /** Whether what is bound now may be a key made of columns that are keys, too. */
  public boolean mayBeComputed() {
    return computed && isBehind();
  }

  /** Says that there are such keys, before they are known. */
  public void expect() {
    expected = true;
  }

  /** Whether there are such keys, and what is bound now is not behind the grouping. */
  boolean isBefore() {
    return expected && before > 0;
  }

  /** Makes of {@code key} one that is Nullable behind the grouping, and returns that. */
  public RexNode add(RexNode key) {
    Type type = RexFactory.typeOf(key);
    if (type instanceof TupleType) {
      throw Failures.of(
          ErrorCode.NOT_IMPLEMENTED,
          "A tuple as a key of grouping sets is not supported where group_by_use_nulls is set");
    }
    if (type.toNullable().equals(type)) {
      return key;
    }
    computed |= key instanceof RexCall;
    return keys.computeIfAbsent(
        key, plain -> rex.make(type.toNullable(), Key.INSTANCE, List.of(plain)));
  }

  static boolean isKey(RexNode node) {
    return node instanceof RexCall call && call.getOperator() == Key.INSTANCE;
  }

  /** {@code bound} as it is where expressions are bound now. */
  public RexNode read(RexNode bound) {
    return isBehind() ? keys.getOrDefault(bound, bound) : bound;
  }

  /** Binds what is not computed behind the grouping. */
  public <T> T before(Supplier<T> binding) {
    before++;
    try {
      return binding.get();
    } finally {
      before--;
    }
  }

  /** A key as the rows that are grouped yield it. */
  public static RexNode ungrouped(RexNode key, RexFactory rex) {
    return isKey(key) && key instanceof RexCall call
        ? rex.cast(call.getOperands().get(0), RexFactory.typeOf(key))
        : key;
  }
}
