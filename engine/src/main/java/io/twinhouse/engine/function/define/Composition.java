// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.define;

import io.twinhouse.engine.column.BytesColumn;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ConstantColumn;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.column.TupleColumn;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.function.Argument;
import io.twinhouse.engine.function.BoundFunction;
import io.twinhouse.engine.function.ColumnInvocation;
import io.twinhouse.engine.function.FunctionRegistry;
import io.twinhouse.engine.function.Invocation;
import io.twinhouse.engine.function.Scratch;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.type.StringType;
import io.twinhouse.engine.type.TupleType;
import io.twinhouse.engine.type.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A function that is made of calls of other functions, as the server makes several of its own: the
 * type rules, the NULL rules and the values of the inner functions are those of the registry. Used
 * while one call is bound.
 */
public final class Composition {

  private final CallSite call;
  private final List<Step> steps = new ArrayList<>();
  private boolean total = true;

  public Composition(CallSite call) {
    this.call = call;
  }

  /**
   * A value in the making.
   *
   * @param index which step computes it
   * @param constant its value, one row, if known while planning
   */
  public record Part(int index, Type type, @Nullable Column constant) {}

  /** Computes one part from those before it. */
  private interface Step {
    Column run(Invocation call, Column[] known, Inner inner);
  }

  /** Scratch arrays of the inner calls, one a step. */
  private static final class Inner {
    private final Reservation memory;
    private final List<@Nullable Scratch> scratches = new ArrayList<>();

    Inner(Reservation memory) {
      this.memory = memory;
    }

    Scratch of(int step) {
      while (scratches.size() <= step) {
        scratches.add(null);
      }
      Scratch scratch = scratches.get(step);
      if (scratch == null) {
        scratch = new Scratch(memory);
        scratches.set(step, scratch);
      }
      return scratch;
    }
  }

  /** Argument {@code index} of the call. */
  public Part argument(int index) {
    return add(
        call.type(index),
        call.constant(index),
        (invocation, known, inner) -> invocation.argument(index));
  }

  /** A value that is the same in each row. */
  public Part constant(Type type, Column value) {
    return add(
        type, value, (invocation, known, inner) -> ConstantColumn.of(value, invocation.rows()));
  }

  /** A number that is the same in each row. */
  public Part number(Type type, long value) {
    return constant(type, LongColumn.of(value));
  }

  /** A text that is the same in each row. */
  public Part text(String value) {
    return constant(StringType.INSTANCE, BytesColumn.ofStrings(value));
  }

  /** Element {@code index} of a tuple. */
  public Part element(Part tuple, int index) {
    Type type = ((TupleType) tuple.type()).elements().get(index);
    Column value = tuple.constant();
    Column constant = value == null ? null : ((TupleColumn) value.flatten()).elements().get(index);
    return add(type, constant, (invocation, known, inner) -> part(known[tuple.index()], index));
  }

  private static Column part(Column tuple, int index) {
    if (tuple instanceof ConstantColumn constant) {
      Column value = ((TupleColumn) constant.value()).elements().get(index);
      return ConstantColumn.of(value, tuple.size());
    }
    return ((TupleColumn) tuple).elements().get(index);
  }

  /** All elements of a tuple. */
  public List<Part> elements(Part tuple) {
    List<Part> parts = new ArrayList<>();
    for (int i = 0; i < ((TupleType) tuple.type()).elements().size(); i++) {
      parts.add(element(tuple, i));
    }
    return parts;
  }

  /** A call of function {@code name}. */
  public Part call(String name, Part... parts) {
    return call(name, List.of(parts));
  }

  /** A call of function {@code name}. */
  public Part call(String name, List<Part> parts) {
    return call(
        parts,
        arguments -> FunctionRegistry.standard().bindScalar(name, arguments, call.context()));
  }

  /** A call of a function that is not in the registry. */
  public Part call(List<Part> parts, Function<List<Argument>, BoundFunction> binder) {
    List<Argument> arguments = new ArrayList<>();
    int[] indexes = new int[parts.size()];
    for (int i = 0; i < indexes.length; i++) {
      Part part = parts.get(i);
      arguments.add(new Argument(part.type(), part.constant()));
      indexes[i] = part.index();
    }
    BoundFunction function = binder.apply(arguments);
    TwinhouseException failure = function.failure();
    if (failure != null) {
      throw failure;
    }
    total &= function.isTotal();
    int step = steps.size();
    return add(
        function.returnType(),
        function.constant(),
        (invocation, known, inner) -> {
          Column[] columns = new Column[indexes.length];
          for (int i = 0; i < indexes.length; i++) {
            columns[i] = known[indexes[i]];
          }
          return function.evaluate(
              new ColumnInvocation(columns, invocation.rows(), inner.of(step)));
        });
  }

  private Part add(Type type, @Nullable Column constant, Step step) {
    steps.add(step);
    return new Part(steps.size() - 1, type, constant);
  }

  /** The function whose value is {@code result}. */
  public BoundFunction bound(Part result) {
    return bound(result, result.type());
  }

  /** The function whose value is {@code result} under another type of the same lane. */
  public BoundFunction bound(Part result, Type type) {
    Step[] order = steps.subList(0, result.index() + 1).toArray(Step[]::new);
    Kernel kernel =
        invocation -> {
          Inner inner = invocation.scratch().keep(Inner.class, Inner::new);
          Column[] known = new Column[order.length];
          for (int i = 0; i < order.length; i++) {
            known[i] = order[i].run(invocation, known, inner);
          }
          return known[order.length - 1];
        };
    return total ? Bound.total(type, kernel) : Bound.of(type, kernel);
  }
}
