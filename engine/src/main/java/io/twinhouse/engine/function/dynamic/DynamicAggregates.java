// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.dynamic;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.function.AggregateFunction;
import io.twinhouse.engine.function.BoundAggregate;
import io.twinhouse.engine.function.aggregate.define.AggregateFamily;
import io.twinhouse.engine.function.aggregate.define.AggregateSite;
import io.twinhouse.engine.function.aggregate.object.ObjectStates;
import io.twinhouse.engine.type.ArrayType;
import io.twinhouse.engine.type.DynamicType;
import io.twinhouse.engine.type.JsonType;
import io.twinhouse.engine.type.MapType;
import io.twinhouse.engine.type.StringType;
import io.twinhouse.engine.type.Type;
import java.util.List;

/** Aggregates that collect which paths and types there are. */
final class DynamicAggregates {

  private static final Type TEXTS = new ArrayType(StringType.INSTANCE);

  private DynamicAggregates() {}

  static List<AggregateFunction> functions() {
    return new AggregateFamily("Aggregates: JSON")
        .add("distinctJSONPaths", call -> paths(call, FoundTypes.Form.PATHS, TEXTS))
        .add(
            "distinctJSONPathsAndTypes",
            call ->
                paths(
                    call, FoundTypes.Form.PATHS_AND_TYPES, new MapType(StringType.INSTANCE, TEXTS)))
        .add("distinctDynamicTypes", DynamicAggregates::types)
        .functions();
  }

  private static BoundAggregate paths(AggregateSite call, FoundTypes.Form form, Type result) {
    if (!(call.plain().unary().base(0) instanceof JsonType json)) {
      throw illegal(call, "JSON");
    }
    return ObjectStates.of(result, call.types(), memory -> new FoundTypes(form, json, memory));
  }

  private static BoundAggregate types(AggregateSite call) {
    if (!(call.plain().unary().base(0) instanceof DynamicType)) {
      throw illegal(call, "Dynamic");
    }
    return ObjectStates.of(
        TEXTS, call.types(), memory -> new FoundTypes(FoundTypes.Form.TYPES, null, memory));
  }

  private static TwinhouseException illegal(AggregateSite call, String wanted) {
    return new TwinhouseException(
        ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT,
        "Illegal type "
            + call.type(0).name()
            + " of argument for aggregate function "
            + call.name()
            + ". Expected type "
            + wanted
            + ".");
  }
}
