// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.combinator;

import io.twinhouse.engine.column.ArrayColumn;
import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.function.Accumulator;
import io.twinhouse.engine.function.AggregateCombinator.Nested;
import io.twinhouse.engine.function.Argument;
import io.twinhouse.engine.function.BoundAggregate;
import io.twinhouse.engine.function.StateReader;
import io.twinhouse.engine.function.aggregate.define.AggregateSite;
import io.twinhouse.engine.function.aggregate.define.States;
import io.twinhouse.engine.function.aggregate.state.LaneInput;
import io.twinhouse.engine.function.aggregate.state.RowNumbers;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.type.ArrayType;
import io.twinhouse.engine.type.DecimalType;
import io.twinhouse.engine.type.Lane;
import java.util.Arrays;
import java.util.List;

/** -Resample(start, stop, step): rows by the interval that their last argument falls into. */
final class Resampled implements Accumulator {

  private static final long MOST_INTERVALS = 1 << 20;

  /** Intervals {@code [start + i * step, start + (i + 1) * step)} up to {@code stop}. */
  private record Intervals(long start, long stop, long step, int count) {}

  private final Intervals intervals;
  private final Accumulator nested;
  private final LaneInput input;
  private final RowNumbers places;

  private Resampled(Intervals intervals, Accumulator nested, Reservation memory) {
    this.intervals = intervals;
    this.nested = nested;
    input = new LaneInput(memory);
    places = new RowNumbers(memory);
  }

  static BoundAggregate bind(Nested nested, List<Argument> parameters, List<Argument> arguments) {
    int own = parameters.size() - 3;
    if (own < 0) {
      throw new TwinhouseException(
          ErrorCode.NUMBER_OF_ARGUMENTS_DOESNT_MATCH,
          "Incorrect number of parameters for aggregate function with Resample suffix");
    }
    if (arguments.isEmpty()) {
      throw Refusals.count("Resample");
    }
    int last = arguments.size() - 1;
    Argument key = arguments.get(last);
    if (key.type().lane() != Lane.LONG || key.type().base() instanceof DecimalType) {
      throw new TwinhouseException(
          ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT,
          "Illegal types of argument for aggregate function Resample, the type of the last"
              + " argument should be native integer or integer-like");
    }
    Intervals intervals = intervals(nested.name(), parameters.subList(own, own + 3));
    BoundAggregate bound = nested.bind(parameters.subList(0, own), arguments.subList(0, last));
    return States.of(
        new ArrayType(bound.returnType()),
        memory -> new Resampled(intervals, bound.newAccumulator(memory), memory));
  }

  private static Intervals intervals(String name, List<Argument> parameters) {
    AggregateSite call = new AggregateSite(name + "Resample", parameters, List.of());
    long start = call.longParameter(0);
    long stop = call.longParameter(1);
    long step = call.longParameter(2);
    if (step <= 0) {
      throw new TwinhouseException(
          ErrorCode.ARGUMENT_OUT_OF_BOUND,
          "The step given in function " + call.name() + " should not be zero");
    }
    // The server finds nothing in a range wider than 63 bits.
    boolean empty = stop <= start || stop - start < 0;
    long count = empty ? 0 : (stop - start - 1) / step + 1;
    if (count > MOST_INTERVALS) {
      throw new TwinhouseException(
          ErrorCode.ARGUMENT_OUT_OF_BOUND,
          "The range given in function " + call.name() + " contains too many elements");
    }
    return new Intervals(start, stop, step, (int) count);
  }

  @Override
  public void resize(int groups) {
    nested.resize(Math.multiplyExact(groups, intervals.count));
  }

  @Override
  public void add(Column[] arguments, int[] groups, int rows) {
    int last = arguments.length - 1;
    long[] keys = input.longs(arguments[last], rows);
    int[] numbers = places.of(rows);
    for (int row = 0; row < rows; row++) {
      boolean inside =
          groups[row] >= 0
              && intervals.count > 0
              && keys[row] >= intervals.start
              && keys[row] < intervals.stop;
      numbers[row] =
          inside
              ? groups[row] * intervals.count
                  + (int) ((keys[row] - intervals.start) / intervals.step)
              : -1;
    }
    nested.add(Arrays.copyOf(arguments, last), numbers, rows);
  }

  @Override
  public void merge(Accumulator other, int[] target, int groups) {
    int[] numbers = new int[groups * intervals.count];
    for (int group = 0; group < groups; group++) {
      for (int i = 0; i < intervals.count; i++) {
        numbers[group * intervals.count + i] = target[group] * intervals.count + i;
      }
    }
    nested.merge(((Resampled) other).nested, numbers, numbers.length);
  }

  @Override
  public Column results(int from, int count) {
    int[] offsets = new int[count + 1];
    for (int i = 0; i <= count; i++) {
      offsets[i] = i * intervals.count;
    }
    Column values = nested.results(from * intervals.count, count * intervals.count);
    return ArrayColumn.of(offsets, values, count);
  }

  @Override
  public void writeState(int group, BytesBuffer out) {
    for (int i = 0; i < intervals.count; i++) {
      nested.writeState(group * intervals.count + i, out);
    }
  }

  @Override
  public void mergeState(int group, StateReader in) {
    for (int i = 0; i < intervals.count; i++) {
      nested.mergeState(group * intervals.count + i, in);
    }
  }
}
