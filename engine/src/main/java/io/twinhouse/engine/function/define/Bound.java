// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.define;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.column.ConstantColumn;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.function.BoundFunction;
import io.twinhouse.engine.function.Invocation;
import io.twinhouse.engine.type.Type;
import org.jspecify.annotations.Nullable;

/** A bound function made of its parts. */
public record Bound(Type returnType, Kernel kernel, boolean isTotal, @Nullable Column constant)
    implements BoundFunction {

  /** A function that may throw on some values. */
  public static Bound of(Type returnType, Kernel kernel) {
    return new Bound(returnType, kernel, false, null);
  }

  /** A function that never throws, whatever its lanes hold. */
  public static Bound total(Type returnType, Kernel kernel) {
    return new Bound(returnType, kernel, true, null);
  }

  /**
   * A function that the server binds, but can not compute: it fails when the first row comes, so
   * not where a filter leaves none.
   */
  public static Bound failing(Type returnType, TwinhouseException failure) {
    return of(
        returnType,
        call -> {
          if (call.rows() > 0) {
            throw failure;
          }
          return ColumnBuilder.of(returnType).build();
        });
  }

  /** A function whose value is known now. */
  public static Bound constant(Type returnType, Column value) {
    return new Bound(returnType, call -> ConstantColumn.of(value, call.rows()), true, value);
  }

  @Override
  public Column evaluate(Invocation call) {
    return kernel.evaluate(call);
  }
}
