// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.combinator;

import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.function.Accumulator;
import io.twinhouse.engine.function.AggregateCombinator.Nested;
import io.twinhouse.engine.function.Argument;
import io.twinhouse.engine.function.BoundAggregate;
import io.twinhouse.engine.function.StateReader;
import io.twinhouse.engine.function.aggregate.choice.BestKeys;
import io.twinhouse.engine.function.aggregate.define.States;
import io.twinhouse.engine.function.aggregate.state.GroupInts;
import io.twinhouse.engine.function.aggregate.state.RowNumbers;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.type.Type;
import java.util.Arrays;
import java.util.List;

/**
 * -ArgMin and -ArgMax: only the rows whose last argument is the smallest or largest of the group. A
 * group whose best key changes gets a new nested state, the old one is left; state 0 is a place for
 * what does not count.
 */
final class AtExtreme implements Accumulator {

  private final Accumulator nested;
  private final BestKeys keys;
  private final GroupInts slots;
  private final RowNumbers places;
  private int end = 1;

  private AtExtreme(Type key, boolean largest, Accumulator nested, Reservation memory) {
    this.nested = nested;
    keys = new BestKeys(key, largest, memory);
    slots = new GroupInts(memory);
    places = new RowNumbers(memory);
    nested.resize(end);
  }

  static BoundAggregate bind(
      Nested nested, List<Argument> parameters, List<Argument> arguments, boolean largest) {
    String suffix = largest ? "ArgMax" : "ArgMin";
    if (arguments.isEmpty()) {
      throw Refusals.count(suffix);
    }
    int last = arguments.size() - 1;
    Type key = arguments.get(last).type();
    if (!BestKeys.areOrdered(key)) {
      throw Refusals.type(
          key,
          "argument for -"
              + suffix
              + " combinator because the values of that data type are not comparable");
    }
    BoundAggregate bound = nested.bind(parameters, arguments.subList(0, last));
    return States.of(
        bound.returnType(),
        memory -> new AtExtreme(key, largest, bound.newAccumulator(memory), memory));
  }

  @Override
  public void resize(int groups) {
    slots.resize(groups);
    keys.resize(groups);
    int[] values = slots.values();
    for (int group = groups - 1; group >= 0 && values[group] == 0; group--) {
      values[group] = end++;
    }
    nested.resize(end);
  }

  @Override
  public void add(Column[] arguments, int[] groups, int rows) {
    int last = arguments.length - 1;
    int[] chosen = places.of(rows);
    for (int row = 0; row < rows; row++) {
      chosen[row] =
          groups[row] < 0 ? -1 : slot(keys.offer(arguments[last], row, groups[row]), groups[row]);
    }
    nested.resize(end);
    for (int row = 0; row < rows; row++) {
      // A row that was the best until a better one came counts no more.
      chosen[row] =
          chosen[row] > 0 && slots.values()[groups[row]] == chosen[row] ? chosen[row] : -1;
    }
    nested.add(Arrays.copyOf(arguments, last), chosen, rows);
  }

  /** The nested state that takes a row whose key stands so to the best one. */
  private int slot(int order, int group) {
    if (order == BestKeys.BETTER) {
      slots.values()[group] = end++;
    }
    return order == BestKeys.WORSE ? 0 : slots.values()[group];
  }

  @Override
  public void merge(Accumulator other, int[] target, int groups) {
    AtExtreme states = (AtExtreme) other;
    int[] mapped = new int[states.end];
    for (int group = 0; group < groups; group++) {
      int order = keys.take(states.keys, group, target[group]);
      mapped[states.slots.values()[group]] = slot(order, target[group]);
    }
    nested.resize(end);
    nested.merge(states.nested, mapped, mapped.length);
  }

  @Override
  public Column results(int from, int count) {
    int[] chosen = Arrays.copyOfRange(slots.values(), from, from + count);
    return nested.results(0, end).gather(chosen, count);
  }

  @Override
  public void writeState(int group, BytesBuffer out) {
    nested.writeState(slots.values()[group], out);
    keys.write(group, out);
  }

  @Override
  public void mergeState(int group, StateReader in) {
    // The key comes behind the state that depends on it: the state waits in a place of its own.
    int waiting = end++;
    nested.resize(end);
    nested.mergeState(waiting, in);
    Column key = keys.read(in);
    int order = key == null ? BestKeys.WORSE : keys.offer(key, 0, group);
    if (order == BestKeys.BETTER) {
      slots.values()[group] = waiting;
    } else if (order == BestKeys.SAME) {
      io.twinhouse.engine.column.BytesBuffer state = new BytesBuffer(1);
      nested.writeState(waiting, state);
      state.endRow();
      io.twinhouse.engine.column.BytesColumn bytes = state.toColumn(null);
      nested.mergeState(slots.values()[group], new StateReader(bytes.data(), 0, bytes.length(0)));
    }
  }
}
