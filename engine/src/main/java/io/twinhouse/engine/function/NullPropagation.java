// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.column.ConstantColumn;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.type.TupleType;
import io.twinhouse.engine.type.Type;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * NULL in, NULL out: the result is NULL where an argument is, the function sees other rows only.
 * What it can not compute fails with the first of these.
 */
final class NullPropagation implements BoundFunction {

  private final BoundFunction function;
  private final List<Type> types;
  private final Type returnType;
  private final boolean divides;

  /**
   * @param types of the arguments, without Nullable
   * @param divides whether what stands for a NULL dividend is divided, too; not if it is a constant
   */
  NullPropagation(BoundFunction function, List<Type> types, boolean divides) {
    this.divides = divides;
    this.function = function;
    this.types = types;
    if (function.returnType() instanceof TupleType tuple) {
      throw new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED,
          "Nullable(" + tuple.name() + ") is not implemented; take assumeNotNull of the argument");
    }
    this.returnType = function.returnType().toNullable();
  }

  @Override
  public Type returnType() {
    return returnType;
  }

  @Override
  public boolean isTotal() {
    return function.isTotal();
  }

  @Override
  public Column evaluate(Invocation call) {
    boolean[] nulls = null;
    boolean[] merged = null;
    for (int i = 0; i < call.argumentCount(); i++) {
      boolean[] own = call.argument(i).nulls();
      if (own == null) {
        continue;
      }
      if (nulls == null) {
        nulls = own;
      } else {
        merged = merged == null ? Arrays.copyOf(nulls, call.rows()) : merged;
        or(own, merged, call.rows());
        nulls = merged;
      }
    }
    if (nulls == null) {
      return function.evaluate(call);
    }
    if (!returnType.isNullable()) {
      return function.evaluate(overDefaults(call));
    }
    if (function.isTotal()) {
      return masked(function.evaluate(unmasked(call)), nulls, call.rows());
    }
    return divides ? overDivisors(call, nulls) : overOtherRows(call, nulls);
  }

  /** As the server: NULL divided by 0 is an error, divided by NULL it is NULL. */
  private Column overDivisors(Invocation call, boolean[] nulls) {
    Column dividend = call.argument(0);
    boolean[] unknown = dividend.nulls();
    if (unknown == null) {
      return overOtherRows(call, nulls);
    }
    Column[] arguments = {replaced(types.get(0), dividend, unknown, call.rows()), call.argument(1)};
    Invocation defaults = new ColumnInvocation(arguments, call.rows(), call.scratch());
    boolean[] spared = call.argument(1).nulls();
    Column result = spared == null ? function.evaluate(defaults) : overOtherRows(defaults, spared);
    return masked(result, nulls, call.rows());
  }

  private static void or(boolean[] own, boolean[] merged, int rows) {
    for (int row = 0; row < rows; row++) {
      merged[row] |= own[row];
    }
  }

  private static Invocation unmasked(Invocation call) {
    Column[] arguments = new Column[call.argumentCount()];
    for (int i = 0; i < arguments.length; i++) {
      arguments[i] = call.argument(i).withNulls(null);
    }
    return new ColumnInvocation(arguments, call.rows(), call.scratch());
  }

  private static Column masked(Column result, boolean[] nulls, int rows) {
    boolean[] own = result.nulls();
    if (own == null) {
      return result.withNulls(nulls);
    }
    boolean[] both = Arrays.copyOf(nulls, rows);
    or(own, both, rows);
    return result.withNulls(both);
  }

  /** The function may throw on what stands under a NULL, so that it is not shown those rows. */
  private Column overOtherRows(Invocation call, boolean[] nulls) {
    int rows = call.rows();
    int[] kept = new int[rows];
    int[] place = new int[rows];
    int count = 0;
    for (int row = 0; row < rows; row++) {
      place[row] = count;
      if (!nulls[row]) {
        kept[count++] = row;
      }
    }
    if (count == 0) {
      return allNull(rows);
    }
    Column[] arguments = new Column[call.argumentCount()];
    for (int i = 0; i < arguments.length; i++) {
      arguments[i] = call.argument(i).gather(kept, count);
    }
    Column result = function.evaluate(new ColumnInvocation(arguments, count, call.scratch()));
    for (int row = 0; row < rows; row++) {
      place[row] = Math.min(place[row], count - 1);
    }
    return masked(result.gather(place, rows), nulls, rows);
  }

  private Column allNull(int rows) {
    ColumnBuilder builder = ColumnBuilder.of(returnType);
    for (int row = 0; row < rows; row++) {
      builder.appendNull();
    }
    return builder.build();
  }

  /** Arrays, maps and tuples cannot be NULL: they are made of the values that stand for nothing. */
  private Invocation overDefaults(Invocation call) {
    Column[] arguments = new Column[call.argumentCount()];
    for (int i = 0; i < arguments.length; i++) {
      Column argument = call.argument(i);
      boolean[] own = argument.nulls();
      if (own == null) {
        arguments[i] = argument;
      } else if (argument instanceof ConstantColumn constant) {
        ColumnBuilder builder = ColumnBuilder.of(types.get(i));
        builder.appendDefault();
        Column value = own[0] ? builder.build() : constant.value().withNulls(null);
        arguments[i] = ConstantColumn.of(value, call.rows());
      } else {
        arguments[i] = replaced(types.get(i), argument, own, call.rows());
      }
    }
    return new ColumnInvocation(arguments, call.rows(), call.scratch());
  }

  private static Column replaced(Type type, Column argument, boolean[] nulls, int rows) {
    ColumnBuilder builder = ColumnBuilder.of(type);
    for (int row = 0; row < rows; row++) {
      if (nulls[row]) {
        builder.appendDefault();
      } else {
        builder.append(argument, row);
      }
    }
    return builder.build();
  }

  @Override
  public @Nullable Column constant() {
    return null;
  }

  @Override
  public @Nullable Column comparand() {
    return function.comparand();
  }

  @Override
  public @Nullable TwinhouseException failure() {
    return function.failure();
  }

  @Override
  public boolean failsAtOnce() {
    return false;
  }
}
