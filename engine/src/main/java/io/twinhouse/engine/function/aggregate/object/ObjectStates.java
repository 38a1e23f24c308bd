// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.object;

import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.function.Accumulator;
import io.twinhouse.engine.function.BoundAggregate;
import io.twinhouse.engine.function.StateReader;
import io.twinhouse.engine.function.aggregate.define.States;
import io.twinhouse.engine.function.aggregate.state.GroupCapacity;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.type.Type;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Groups whose states are objects, made when a group gets its first row.
 *
 * @param <S> the state
 */
public final class ObjectStates<S extends GroupObject<S>> implements Accumulator {

  /** An object's header, a few fields and the reference to it. */
  private static final int OBJECT_BYTES = 80;

  /**
   * Makes the state of a group.
   *
   * @param <S> the state
   */
  @FunctionalInterface
  public interface Maker<S> {
    S make(Reservation memory);
  }

  private final Type type;
  private final Maker<S> maker;
  private final Reservation memory;
  private final RowInput input;
  private @Nullable GroupObject<S>[] states;

  @SuppressWarnings({"unchecked", "rawtypes"})
  private ObjectStates(Type type, List<Type> arguments, Maker<S> maker, Reservation memory) {
    this.type = type;
    this.maker = maker;
    this.memory = memory;
    input = new RowInput(arguments, memory);
    states = new GroupObject[0];
  }

  /** An aggregate of result type {@code type} over arguments of the types given. */
  public static <S extends GroupObject<S>> BoundAggregate of(
      Type type, List<Type> arguments, Maker<S> maker) {
    return sharing(type, arguments, memory -> maker);
  }

  /**
   * As the other, for states that share what they read rows by: {@code makers} is asked once for
   * all groups of a table, with the memory of that table.
   */
  public static <S extends GroupObject<S>> BoundAggregate sharing(
      Type type, List<Type> arguments, Maker<Maker<S>> makers) {
    return States.of(
        type, memory -> new ObjectStates<S>(type, arguments, makers.make(memory), memory));
  }

  @Override
  public void resize(int groups) {
    if (groups > states.length) {
      int length = GroupCapacity.grown(states.length, groups);
      memory.grow((long) GroupCapacity.REFERENCE * (length - states.length));
      states = Arrays.copyOf(states, length);
    }
  }

  @SuppressWarnings("unchecked")
  private S state(int group) {
    GroupObject<S> state = states[group];
    if (state == null) {
      memory.grow(OBJECT_BYTES);
      S made = maker.make(memory);
      states[group] = made;
      return made;
    }
    return (S) state;
  }

  @Override
  public void add(Column[] arguments, int[] groups, int rows) {
    input.bind(arguments);
    for (int row = 0; row < rows; row++) {
      if (groups[row] >= 0) {
        state(groups[row]).add(input, row);
      }
    }
  }

  @Override
  @SuppressWarnings("unchecked")
  public void merge(Accumulator other, int[] target, int groups) {
    ObjectStates<S> others = (ObjectStates<S>) other;
    for (int group = 0; group < groups; group++) {
      S state = (S) others.states[group];
      if (state != null) {
        state(target[group]).merge(state);
      }
    }
  }

  @Override
  public Column results(int from, int count) {
    ColumnBuilder values = ColumnBuilder.of(type);
    try (Reservation room = new Reservation(memory.context())) {
      for (int group = from; group < from + count; group++) {
        S state = state(group);
        room.grow(state.resultBytes());
        state.result(values);
      }
    }
    return values.build();
  }

  @Override
  public void writeState(int group, BytesBuffer out) {
    state(group).write(out);
  }

  @Override
  public void mergeState(int group, StateReader in) {
    try (Reservation passing = new Reservation(memory.context())) {
      S state = maker.make(passing);
      state.read(in);
      state(group).merge(state);
    }
  }
}
