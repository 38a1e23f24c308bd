// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.hypothesis;

import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.function.StateReader;
import io.twinhouse.engine.function.aggregate.object.DoubleList;
import io.twinhouse.engine.function.aggregate.object.GroupObject;
import io.twinhouse.engine.function.aggregate.state.StateBytes;
import io.twinhouse.engine.memory.Reservation;

/**
 * All values of two samples.
 *
 * @param <S> the implementing class itself
 */
abstract class Samples<S extends Samples<S>> implements GroupObject<S> {

  /** Two lists with their arrays. */
  private static final int OBJECT_BYTES = 112;

  private final Reservation memory;
  private final DoubleList first;
  private final DoubleList second;

  Samples(Reservation memory) {
    this.memory = memory;
    memory.grow(OBJECT_BYTES);
    first = new DoubleList(memory);
    second = new DoubleList(memory);
  }

  final Reservation memory() {
    return memory;
  }

  final DoubleList first() {
    return first;
  }

  final DoubleList second() {
    return second;
  }

  /** The server's order of numbers has no place for NaN. */
  final void add(DoubleList sample, double value) {
    if (Double.isNaN(value)) {
      throw new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED, "A test over samples with NaN is not implemented");
    }
    sample.add(value);
  }

  final void refuseEmpty(String name) {
    if (first.size() == 0 || second.size() == 0) {
      throw new TwinhouseException(
          ErrorCode.BAD_ARGUMENTS,
          "Aggregate function " + name + " require both samples to be non empty");
    }
  }

  @Override
  public void merge(S other) {
    first.addAll(other.first());
    second.addAll(other.second());
  }

  @Override
  public void write(BytesBuffer out) {
    StateBytes.writeVarint(out, first.size());
    StateBytes.writeVarint(out, second.size());
    for (int i = 0; i < first.size(); i++) {
      StateBytes.writeDouble(out, first.get(i));
    }
    for (int i = 0; i < second.size(); i++) {
      StateBytes.writeDouble(out, second.get(i));
    }
  }

  @Override
  public void read(StateReader in) {
    int firsts = in.readCount(0);
    int seconds = in.readCount(0);
    for (int i = 0; i < firsts; i++) {
      add(first, in.readDouble());
    }
    for (int i = 0; i < seconds; i++) {
      add(second, in.readDouble());
    }
  }
}
