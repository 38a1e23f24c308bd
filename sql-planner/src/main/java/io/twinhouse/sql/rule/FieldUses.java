// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.rule;

import io.twinhouse.engine.type.DynamicType;
import io.twinhouse.engine.type.Type;
import io.twinhouse.sql.rel.DynamicCastOperator;
import io.twinhouse.sql.rel.JsonPathOperator;
import io.twinhouse.sql.rel.RexFactory;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexShuttle;
import org.apache.calcite.rex.RexVisitorImpl;
import org.jspecify.annotations.Nullable;

/** Finds what expressions use of their input, and replaces it by where it went. */
final class FieldUses {

  private FieldUses() {}

  /** The use that {@code node} is itself, or null if it only contains some. */
  static @Nullable FieldUse of(RexNode node) {
    if (node instanceof RexInputRef input) {
      return FieldUse.of(input.getIndex());
    }
    if (!(node instanceof RexCall call)) {
      return null;
    }
    if (call.getOperator() instanceof DynamicCastOperator cast) {
      FieldUse inner = of(call.getOperands().get(0));
      return inner == null || inner.cast() != null
          ? null
          : new FieldUse(inner.column(), inner.path(), cast.target(), false);
    }
    if (call.getOperator() instanceof JsonPathOperator json && !json.isObject()) {
      FieldUse inner = of(call.getOperands().get(0));
      return inner == null || inner.cast() != null
          ? null
          : new FieldUse(
              inner.column(),
              new FieldUse(0, json.path(), null, false).pathWithin(inner.path()),
              declaredType(call),
              false);
    }
    return ofElement(call);
  }

  /** The type that the column declares for a path, null where it declares none. */
  private static @Nullable Type declaredType(RexCall path) {
    Type type = RexFactory.typeOf(path);
    return type instanceof DynamicType ? null : type;
  }

  /** The values of one type at a path, if they are kept as such. */
  private static @Nullable FieldUse ofElement(RexCall call) {
    if (!call.getOperator().getName().equals("dynamicElement")) {
      return null;
    }
    FieldUse inner = of(call.getOperands().get(0));
    Type type = RexFactory.typeOf(call);
    boolean mixed = type.name().contains("JSON") || type.name().contains("Dynamic");
    return inner == null || inner.cast() != null || inner.path().isEmpty() || mixed
        ? null
        : new FieldUse(inner.column(), inner.path(), type, true);
  }

  /** Adds all uses within {@code node}. */
  static void collect(RexNode node, Set<FieldUse> uses) {
    node.accept(
        new RexVisitorImpl<@Nullable Void>(true) {
          @Override
          public @Nullable Void visitInputRef(RexInputRef input) {
            uses.add(FieldUse.of(input.getIndex()));
            return null;
          }

          @Override
          public @Nullable Void visitCall(RexCall call) {
            FieldUse use = of(call);
            if (use == null) {
              return super.visitCall(call);
            }
            uses.add(use);
            return null;
          }
        });
  }

  /** Where {@code use}, which is known to be there, is. */
  static int position(FieldUse use, Map<FieldUse, Integer> positions) {
    Integer position = positions.get(use);
    if (position == null) {
      throw new IllegalStateException("no column for " + use);
    }
    return position;
  }

  /**
   * {@code node} with each use replaced by the column it now is. A path of a value that an operator
   * has made or keeps whole, such as a key of GROUP BY, is taken of that value.
   */
  static RexNode replace(RexNode node, Map<FieldUse, Integer> positions) {
    return node.accept(
        new RexShuttle() {
          @Override
          public RexNode visitInputRef(RexInputRef input) {
            return at(FieldUse.of(input.getIndex()), input);
          }

          @Override
          public RexNode visitCall(RexCall call) {
            FieldUse use = of(call);
            return use == null || !positions.containsKey(use)
                ? super.visitCall(call)
                : at(use, call);
          }

          private RexNode at(FieldUse use, RexNode original) {
            return new RexInputRef(position(use, positions), original.getType());
          }
        });
  }

  /** The expression that {@code use} is of a column computed by {@code column}. */
  static RexNode apply(FieldUse use, RexNode column, RexFactory rex) {
    RexNode value = column;
    if (!use.path().isEmpty()) {
      List<String> path = use.path();
      if (value instanceof RexCall call
          && call.getOperator() instanceof JsonPathOperator outer
          && !outer.isObject()) {
        path = use.pathWithin(outer.path());
        value = call.getOperands().get(0);
      }
      value = rex.jsonPath(value, path);
    }
    Type cast = use.cast();
    if (use.exact() && cast != null) {
      return rex.call("dynamicElement", value, rex.text(cast.withoutNullable().name()));
    }
    return cast == null ? value : rex.dynamicCast(value, cast);
  }
}
