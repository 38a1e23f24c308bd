// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.array;

import io.twinhouse.engine.column.BytesColumn;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.function.Accumulator;
import io.twinhouse.engine.function.Argument;
import io.twinhouse.engine.function.BoundAggregate;
import io.twinhouse.engine.function.BoundFunction;
import io.twinhouse.engine.function.FunctionRegistry;
import io.twinhouse.engine.function.FunctionTraits;
import io.twinhouse.engine.function.Invocation;
import io.twinhouse.engine.function.StateReader;
import io.twinhouse.engine.function.aggregate.combinator.ParameterText;
import io.twinhouse.engine.function.define.Bound;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.function.define.FunctionFamily;
import io.twinhouse.engine.function.nested.ArrayLane;
import io.twinhouse.engine.function.nested.ElementTypes;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.type.AggregateFunctionType;
import java.util.ArrayList;
import java.util.List;

/** Aggregate functions over the elements of an array, over single rows, and over states. */
final class ArrayReduction {

  private ArrayReduction() {}

  static FunctionFamily family() {
    return new FunctionFamily("Aggregation of values")
        .add("arrayReduce", FunctionTraits::dropLowCardinality, ArrayReduction::reduce)
        .add(
            "initializeAggregation",
            t -> t.ownNulls().dropLowCardinality(),
            ArrayReduction::initialize)
        .add("finalizeAggregation", t -> t.ownNulls(), ArrayReduction::finish);
  }

  /** Fills the states of one group a row. */
  private interface Filling {
    void fill(Accumulator states);
  }

  /** The memory of the states of one batch. */
  private record States(Reservation memory) {}

  private static Column results(
      Invocation call, BoundAggregate aggregate, int rows, Filling filling) {
    States states = call.scratch().keep(States.class, States::new);
    try (Reservation memory = new Reservation(states.memory().context())) {
      Accumulator accumulator = aggregate.newAccumulator(memory);
      accumulator.resize(rows);
      filling.fill(accumulator);
      Column results = accumulator.results(0, rows);
      ColumnBuilder copy = ColumnBuilder.of(aggregate.returnType());
      for (int row = 0; row < rows; row++) {
        copy.append(results, row);
      }
      return copy.build();
    }
  }

  private static BoundAggregate aggregate(CallSite call, List<Argument> arguments) {
    for (Argument argument : arguments) {
      if (ElementTypes.isNothing(argument.type())) {
        throw call.notImplemented("values of no type");
      }
    }
    String text = call.constantText(0).trim();
    int open = text.indexOf('(');
    String name = open < 0 ? text : text.substring(0, open).trim();
    List<Argument> parameters = new ArrayList<>();
    if (open >= 0) {
      if (!text.endsWith(")")) {
        throw call.refuse(
            ErrorCode.BAD_ARGUMENTS, "Incorrect parameters of aggregate function: " + text);
      }
      String inside = text.substring(open + 1, text.length() - 1);
      if (inside.indexOf('\'') >= 0 || inside.indexOf('(') >= 0 || inside.indexOf('[') >= 0) {
        throw call.notImplemented("parameters that are no numbers");
      }
      for (String parameter : inside.isBlank() ? new String[0] : inside.split(",")) {
        parameters.add(ParameterText.read(parameter.trim()));
      }
    }
    return FunctionRegistry.standard().bindAggregate(name, parameters, arguments, call.context());
  }

  private static BoundFunction reduce(CallSite call) {
    call.arity(2, Integer.MAX_VALUE);
    List<Argument> elements = new ArrayList<>();
    for (int i = 1; i < call.size(); i++) {
      elements.add(Argument.of(ElementTypes.ofArray(call, i)));
    }
    BoundAggregate aggregate = aggregate(call, elements);
    return Bound.of(
        aggregate.returnType(),
        invocation ->
            results(
                invocation,
                aggregate,
                invocation.rows(),
                states -> addElements(call, invocation, states)));
  }

  private static void addElements(CallSite call, Invocation invocation, Accumulator states) {
    int rows = invocation.rows();
    Column[] columns = new Column[invocation.argumentCount() - 1];
    ArrayLane first = ArrayLane.of(invocation.flat(1));
    for (int i = 0; i < columns.length; i++) {
      ArrayLane lane = ArrayLane.of(invocation.flat(i + 1));
      for (int row = 0; row < rows; row++) {
        if (lane.length(row) != first.length(row)) {
          throw call.refuse(
              ErrorCode.SIZES_OF_ARRAYS_DONT_MATCH,
              "Lengths of all arrays passed to " + call.name() + " must be equal");
        }
      }
      columns[i] = lane.elements();
    }
    int total = rows == 0 ? 0 : first.end(rows - 1);
    int[] groups = new int[total];
    java.util.Arrays.fill(groups, -1);
    for (int row = 0; row < rows; row++) {
      java.util.Arrays.fill(groups, first.start(row), first.end(row), row);
    }
    states.add(columns, groups, total);
  }

  private static BoundFunction initialize(CallSite call) {
    call.arity(1, Integer.MAX_VALUE);
    BoundAggregate aggregate = aggregate(call, call.arguments().subList(1, call.size()));
    return Bound.of(
        aggregate.returnType(),
        invocation ->
            results(
                invocation,
                aggregate,
                invocation.rows(),
                states -> {
                  int rows = invocation.rows();
                  Column[] columns = new Column[invocation.argumentCount() - 1];
                  for (int i = 0; i < columns.length; i++) {
                    columns[i] = invocation.argument(i + 1);
                  }
                  int[] groups = new int[rows];
                  java.util.Arrays.setAll(groups, row -> row);
                  states.add(columns, groups, rows);
                }));
  }

  private static BoundFunction finish(CallSite call) {
    call.arity(1);
    if (!(call.type(0) instanceof AggregateFunctionType state) || state.simple()) {
      throw call.illegal(0);
    }
    BoundAggregate aggregate =
        FunctionRegistry.standard()
            .bindAggregate(
                state.function(),
                state.parameters().stream().map(ParameterText::read).toList(),
                state.arguments().stream().map(Argument::of).toList(),
                call.context());
    return Bound.of(
        aggregate.returnType(),
        invocation ->
            results(
                invocation,
                aggregate,
                invocation.rows(),
                states -> {
                  BytesColumn column = (BytesColumn) invocation.flat(0);
                  for (int row = 0; row < invocation.rows(); row++) {
                    if (column.length(row) > 0) {
                      states.mergeState(
                          row,
                          new StateReader(
                              column.data(), column.offsets()[row], column.length(row)));
                    }
                  }
                }));
  }
}
