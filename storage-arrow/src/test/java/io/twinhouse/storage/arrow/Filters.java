// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.expression.Expression;
import io.twinhouse.engine.function.Argument;
import io.twinhouse.engine.function.BindContext;
import io.twinhouse.engine.function.FunctionRegistry;
import io.twinhouse.engine.setting.Settings;
import io.twinhouse.engine.type.Type;
import io.twinhouse.testkit.contract.LaneValues;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Builds bound expressions for tests, by the real functions. */
public final class Filters {

  private static final FunctionRegistry REGISTRY = FunctionRegistry.standard();
  private static final BindContext CONTEXT =
      new BindContext(Instant.EPOCH, ZoneOffset.UTC, "default", "default", Settings.DEFAULT::text);

  private Filters() {}

  public static Expression input(int index, Type type) {
    return new Expression.InputRef(index, type);
  }

  public static Expression constant(Type type, @Nullable Object value) {
    ColumnBuilder builder = ColumnBuilder.of(type);
    LaneValues.append(builder, value);
    return new Expression.Constant(type, builder.build());
  }

  public static Expression call(String name, Expression... arguments) {
    List<Argument> bound =
        Arrays.stream(arguments)
            .map(
                argument -> {
                  Column value =
                      argument instanceof Expression.Constant constant ? constant.value() : null;
                  return new Argument(argument.type(), value);
                })
            .toList();
    return new Expression.Call(
        name, REGISTRY.bindScalar(name, bound, CONTEXT), List.of(arguments), true);
  }
}
