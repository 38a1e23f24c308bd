// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.expression;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.function.BoundFunction;
import io.twinhouse.engine.type.Type;
import java.util.List;

/** A bound scalar expression over the columns of an input. Immutable. */
public sealed interface Expression {

  Type type();

  /** Column {@code index} of the input. */
  record InputRef(int index, Type type) implements Expression {}

  /**
   * A value known while planning.
   *
   * @param value a flat column of one row
   */
  record Constant(Type type, Column value) implements Expression {}

  /**
   * A function call.
   *
   * @param name ClickHouse's name, for EXPLAIN and for rendering
   * @param deterministic whether it may be evaluated once per dictionary entry
   */
  record Call(
      String name, BoundFunction function, List<Expression> arguments, boolean deterministic)
      implements Expression {

    public Call {
      arguments = List.copyOf(arguments);
    }

    @Override
    public Type type() {
      return function.returnType();
    }
  }

  /**
   * A lambda as an argument of a call. Its body's inputs are the captured expressions first, then
   * the parameters.
   */
  record Lambda(List<Expression> captures, List<Type> parameters, Expression body)
      implements Expression {

    public Lambda {
      captures = List.copyOf(captures);
      parameters = List.copyOf(parameters);
    }

    @Override
    public Type type() {
      return body.type();
    }
  }

  /**
   * Membership in a set known while planning or computed before the query runs; 0 or 1, NULL where
   * ClickHouse answers NULL.
   *
   * @param keys compared column by column with the rows of the set, already of its types
   * @param type UInt8 or Nullable(UInt8)
   */
  record InSet(List<Expression> keys, SetSource source, boolean negated, Type type)
      implements Expression {

    public InSet {
      keys = List.copyOf(keys);
    }
  }

  /**
   * The value of a sub-query of at most one row, computed before the query runs.
   *
   * @param subquery position in the query's list of sub-plans
   * @param row whether the value is a tuple of several columns
   */
  record ScalarSubquery(int subquery, Type type, boolean row) implements Expression {}

  /** Where the rows of a set come from. */
  sealed interface SetSource {

    /** Listed in the query, or computed already. */
    record Rows(Batch rows) implements SetSource {}

    /**
     * Computed by a sub-query before the query runs.
     *
     * @param subquery position in the query's list of sub-plans
     */
    record Subquery(int subquery) implements SetSource {}
  }
}
