// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.analyse.scope;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.type.AggregateFunctionType;
import io.twinhouse.engine.type.ArrayType;
import io.twinhouse.engine.type.DynamicType;
import io.twinhouse.engine.type.JsonType;
import io.twinhouse.engine.type.MapType;
import io.twinhouse.engine.type.TupleType;
import io.twinhouse.engine.type.Type;
import io.twinhouse.engine.type.VariantType;
import io.twinhouse.sql.rel.FunctionOperator;
import io.twinhouse.sql.rel.RexFactory;
import java.util.Locale;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexVisitorImpl;
import org.jspecify.annotations.Nullable;

/** Where values that carry their own type may not be keys, since types have no common order. */
public final class DynamicKeys {

  private DynamicKeys() {}

  /** Whether a value of the type is Dynamic or holds one. */
  public static boolean in(Type type) {
    Type base = type.base();
    if (base instanceof ArrayType array) {
      return in(array.element());
    }
    if (base instanceof MapType map) {
      return in(map.value());
    }
    if (base instanceof TupleType tuple) {
      return tuple.elements().stream().anyMatch(DynamicKeys::in);
    }
    return base.carriesType();
  }

  /** Refuses a key of GROUP BY unless the setting allows it. */
  public static void checkGroup(RexNode key, AnalysisContext context) {
    check(key, "GROUP BY", context);
  }

  /** Refuses a key of a window's PARTITION BY: states have no order to part them by. */
  public static void checkPartition(RexNode key, AnalysisContext context) {
    checkGroup(key, context);
    if (AggregateFunctionType.isIn(RexFactory.typeOf(key))) {
      throw Failures.notImplemented("PARTITION BY states of aggregates");
    }
  }

  /** Refuses a key of ORDER BY. */
  public static void checkOrder(RexNode key, AnalysisContext context) {
    check(key, "ORDER BY", context);
    if (AggregateFunctionType.isIn(RexFactory.typeOf(key))) {
      throw Failures.of(
          ErrorCode.ILLEGAL_COLUMN,
          "Data type "
              + RexFactory.typeOf(key).name()
              + " is not allowed in ORDER BY keys, because its values are not comparable");
    }
    if (JsonType.isIn(RexFactory.typeOf(key))) {
      throw Failures.notImplemented(
          "The order of JSON values; order by a path, as in j.a::Int64, or by toJSONString(j)");
    }
  }

  private static void check(RexNode key, String clause, AnalysisContext context) {
    String setting =
        "allow_suspicious_types_in_" + clause.toLowerCase(Locale.ROOT).replace(' ', '_');
    if (in(RexFactory.typeOf(key)) && !context.isOn(setting, false)) {
      throw Failures.of(
          ErrorCode.ILLEGAL_COLUMN,
          "Data types Variant/Dynamic are not allowed in "
              + clause
              + " keys, because it can lead to unexpected results. Consider using a subcolumn with"
              + " a specific data type instead (for example 'column.Int64' or"
              + " 'json.some.path.:Int64' if its a JSON path subcolumn) or casting this column to a"
              + " specific data type. Set setting "
              + setting
              + " = 1 in order to allow it.");
    }
  }

  /** Refuses a condition of a join that compares Dynamic values. */
  public static void checkJoin(RexNode condition) {
    condition.accept(
        new RexVisitorImpl<@Nullable Void>(true) {
          @Override
          public @Nullable Void visitCall(RexCall call) {
            if (call.getOperator() instanceof FunctionOperator function
                && function.getName().equals("equals")) {
              call.getOperands().forEach(DynamicKeys::checkJoinKey);
            }
            return super.visitCall(call);
          }
        });
  }

  /** Refuses a key of a join that is Dynamic. */
  public static void checkJoinKey(RexNode key) {
    if (RexFactory.typeOf(key) instanceof VariantType) {
      throw Failures.notImplemented("JOIN on keys of type Variant");
    }
    if (in(RexFactory.typeOf(key))) {
      throw Failures.of(
          ErrorCode.ILLEGAL_COLUMN,
          "JOIN on keys with Dynamic type is not supported: key "
              + key
              + " has type Dynamic. In order to use this key in JOIN you should cast it to any"
              + " other type.");
    }
  }

  /** Refuses a value that is looked for in a set. */
  public static void checkMember(RexNode value, boolean negated) {
    Type type = RexFactory.typeOf(value);
    if (in(type) && !(type instanceof DynamicType)) {
      throw Failures.notImplemented("IN of values of type " + type.name());
    }
    if (in(type)) {
      throw Failures.of(
          ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT,
          "Illegal type Dynamic of argument of function " + (negated ? "notIn" : "in"));
    }
  }
}
