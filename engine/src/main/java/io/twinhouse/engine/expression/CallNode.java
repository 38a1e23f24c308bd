// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.expression;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.error.Checkpoint;
import io.twinhouse.engine.function.BoundFunction;
import io.twinhouse.engine.function.Invocation;
import io.twinhouse.engine.function.Scratch;
import io.twinhouse.engine.memory.MemoryContext;
import io.twinhouse.engine.memory.Reservation;
import org.jspecify.annotations.Nullable;

/** A function call whose arguments are evaluated for every row. */
final class CallNode extends EvaluationNode {

  private final BoundFunction function;
  private final EvaluationNode[] arguments;
  private final Call call;

  CallNode(BoundFunction function, EvaluationNode[] arguments, MemoryContext memory) {
    this(function, arguments, arguments.length, memory);
  }

  private CallNode(
      BoundFunction function, EvaluationNode[] arguments, int count, MemoryContext memory) {
    this.function = function;
    this.arguments = arguments;
    call = new Call(count, new Scratch(new Reservation(memory)));
  }

  /** A call whose arguments the caller evaluates. */
  static CallNode ofValues(BoundFunction function, int count, MemoryContext memory) {
    return new CallNode(function, new EvaluationNode[0], count, memory);
  }

  @Override
  Column evaluate(Batch batch) {
    for (int i = 0; i < arguments.length; i++) {
      if (arguments[i] instanceof LambdaNode lambda) {
        lambda.enter(batch);
      } else {
        call.arguments[i] = arguments[i].evaluate(batch);
      }
    }
    return call(batch.rows());
  }

  /** Calls the function on arguments that the caller evaluated. */
  Column call(Column[] columns, int rows) {
    System.arraycopy(columns, 0, call.arguments, 0, columns.length);
    return call(rows);
  }

  private Column call(int rows) {
    Checkpoint.pass();
    call.rows = rows;
    Column result = function.evaluate(call);
    if (result.size() != rows) {
      throw new IllegalStateException(
          function + " made " + result.size() + " values for " + rows + " rows");
    }
    return result;
  }

  @Override
  void close() {
    call.scratch.close();
    for (EvaluationNode argument : arguments) {
      argument.close();
    }
  }

  /** The call site as the function sees it; one object, reused. */
  private final class Call implements Invocation {

    private final @Nullable Column[] arguments;
    private final Scratch scratch;
    private int rows;

    Call(int count, Scratch scratch) {
      arguments = new Column[count];
      this.scratch = scratch;
    }

    @Override
    public int rows() {
      return rows;
    }

    @Override
    public int argumentCount() {
      return arguments.length;
    }

    @Override
    public Column argument(int index) {
      Column column = arguments[index];
      if (column == null) {
        throw new IllegalArgumentException("argument " + index + " is a lambda");
      }
      return column;
    }

    @Override
    public LambdaBody lambda(int index) {
      return (LambdaNode) CallNode.this.arguments[index];
    }

    @Override
    public Scratch scratch() {
      return scratch;
    }
  }
}
