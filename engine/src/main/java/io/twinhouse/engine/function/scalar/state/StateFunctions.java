// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.state;

import io.twinhouse.engine.column.ArrayColumn;
import io.twinhouse.engine.column.BytesColumn;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.function.Accumulator;
import io.twinhouse.engine.function.BoundAggregate;
import io.twinhouse.engine.function.Invocation;
import io.twinhouse.engine.function.StateReader;
import io.twinhouse.engine.function.aggregate.combinator.StateTypes;
import io.twinhouse.engine.function.define.Bound;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.function.define.FunctionFamily;
import io.twinhouse.engine.memory.MemoryContext;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.type.AggregateFunctionType;
import io.twinhouse.engine.type.ArrayType;
import io.twinhouse.engine.type.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** finalizeAggregation, initializeAggregation, arrayReduce and arrayReduceInRanges. */
public final class StateFunctions {

  private StateFunctions() {}

  public static FunctionFamily family() {
    return new FunctionFamily("States of aggregates")
        .add("finalizeAggregation", t -> t.literalNulls(), StateFunctions::finished)
        .add(
            "initializeAggregation",
            t -> t.ownNulls().dropLowCardinality(),
            StateFunctions::initial)
        .add("arrayReduce", t -> t.ownNulls().dropLowCardinality(), StateFunctions::reduce)
        .add("arrayReduceInRanges", t -> t.ownNulls().dropLowCardinality(), RangeReduction::bind)
        .add("runningAccumulate", t -> t.ownNulls(), StateFunctions::running);
  }

  /** Where the states of a call site are reserved. */
  private record CallMemory(Reservation memory) {}

  /** Fills states, whose memory is held until their results are read. */
  @FunctionalInterface
  interface Filling {
    void fill(Accumulator states);
  }

  /**
   * Results of states, one a row; there is always one state more, so that sums are made row by row
   * as under GROUP BY.
   */
  static Column results(BoundAggregate function, int count, Invocation call, Filling filling) {
    MemoryContext context =
        call.scratch().keep(CallMemory.class, CallMemory::new).memory().context();
    try (Reservation memory = new Reservation(context)) {
      Accumulator states = function.newAccumulator(memory);
      states.resize(count + 1);
      filling.fill(states);
      return states.results(0, count);
    }
  }

  private static Bound finished(CallSite call) {
    Type type = call.arity(1).type(0);
    if (!(type instanceof AggregateFunctionType state) || state.simple()) {
      throw call.refuse(
          ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT,
          "Argument for function 'finalizeAggregation' must have type AggregateFunction - state of"
              + " aggregate function. Got '"
              + type.name()
              + "' instead");
    }
    BoundAggregate function = StateTypes.bind(state, call.context());
    return Bound.of(
        function.returnType(),
        invocation -> {
          BytesColumn bytes = (BytesColumn) invocation.flat(0);
          int rows = invocation.rows();
          return results(function, rows, invocation, states -> read(bytes, rows, states));
        });
  }

  private static void read(BytesColumn bytes, int rows, Accumulator states) {
    for (int row = 0; row < rows; row++) {
      int length = bytes.length(row);
      if (length > 0) {
        states.mergeState(row, new StateReader(bytes.data(), bytes.offsets()[row], length));
      }
    }
  }

  private static Bound initial(CallSite call) {
    if (call.size() < 2) {
      throw call.refuse(
          ErrorCode.NUMBER_OF_ARGUMENTS_DOESNT_MATCH,
          "Number of arguments for function initializeAggregation doesn't match: passed "
              + call.size()
              + ", should be at least 2.");
    }
    BoundAggregate function = AggregateName.bind(call, call.types().subList(1, call.size()));
    return Bound.of(
        function.returnType(),
        invocation -> {
          int rows = invocation.rows();
          int[] groups = new int[rows];
          Arrays.setAll(groups, row -> row);
          Column[] arguments = new Column[invocation.argumentCount() - 1];
          Arrays.setAll(arguments, i -> invocation.flat(i + 1));
          return results(function, rows, invocation, s -> s.add(arguments, groups, rows));
        });
  }

  /** Binds the named function over the elements of the arrays {@code [1, end)}. */
  static BoundAggregate overElements(CallSite call, int from) {
    List<Type> elements = new ArrayList<>();
    for (int i = from; i < call.size(); i++) {
      if (!(call.type(i) instanceof ArrayType array)) {
        throw call.refuse(
            ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT,
            "Argument "
                + i
                + " for function "
                + call.name()
                + " must be an array but it has type "
                + call.type(i).name());
      }
      elements.add(array.element());
    }
    return AggregateName.bind(call, elements);
  }

  private static Bound reduce(CallSite call) {
    if (call.size() < 2) {
      throw call.refuse(
          ErrorCode.NUMBER_OF_ARGUMENTS_DOESNT_MATCH,
          "Number of arguments for function arrayReduce doesn't match: passed "
              + call.size()
              + ", should be at least 2.");
    }
    BoundAggregate function = overElements(call, 1);
    return Bound.of(
        function.returnType(),
        invocation -> {
          int rows = invocation.rows();
          ElementRows elements = ElementRows.of(call, invocation, 1);
          int[] groups = new int[elements.count()];
          for (int row = 0; row < rows; row++) {
            Arrays.fill(groups, elements.start(row), elements.start(row + 1), row);
          }
          return results(
              function, rows, invocation, s -> s.add(elements.columns(), groups, groups.length));
        });
  }

  private static Bound running(CallSite call) {
    String setting = "allow_deprecated_error_prone_window_functions";
    if (!call.context().settings().value(setting).equals("1")) {
      throw call.refuse(
          ErrorCode.DEPRECATED_FUNCTION,
          "Function runningAccumulate is deprecated since its usage is error-prone (see docs)."
              + "Please use proper window function or set `"
              + setting
              + "` setting to enable it");
    }
    throw call.notImplemented("blocks of rows; use an aggregate over a window");
  }

  /** The elements of arrays of equal lengths, those of one row behind those of the one before. */
  record ElementRows(Column[] columns, int[] offsets) {

    static ElementRows of(CallSite call, Invocation invocation, int from) {
      int rows = invocation.rows();
      Column[] columns = new Column[invocation.argumentCount() - from];
      int[] first = {};
      for (int i = 0; i < columns.length; i++) {
        ArrayColumn array = (ArrayColumn) invocation.flat(i + from);
        int start = array.offsets()[0];
        int[] offsets = new int[rows + 1];
        for (int row = 0; row <= rows; row++) {
          offsets[row] = array.offsets()[row] - start;
        }
        if (i > 0 && !Arrays.equals(first, offsets)) {
          throw call.refuse(
              ErrorCode.SIZES_OF_ARRAYS_DONT_MATCH,
              "Lengths of all arrays passed to " + call.name() + " must be equal");
        }
        first = offsets;
        int[] chosen = new int[offsets[rows]];
        Arrays.setAll(chosen, e -> e + start);
        columns[i] = array.elements().gather(chosen, chosen.length);
      }
      return new ElementRows(columns, first);
    }

    int count() {
      return offsets[offsets.length - 1];
    }

    int start(int row) {
      return offsets[row];
    }
  }
}
