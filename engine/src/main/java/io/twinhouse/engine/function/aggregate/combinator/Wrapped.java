// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.combinator;

import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.function.Accumulator;
import io.twinhouse.engine.function.StateReader;

/** States that are those of one other accumulator; kinds differ in the rows they hand on. */
abstract class Wrapped implements Accumulator {

  final Accumulator nested;

  Wrapped(Accumulator nested) {
    this.nested = nested;
  }

  @Override
  public void resize(int groups) {
    nested.resize(groups);
  }

  @Override
  public void merge(Accumulator other, int[] target, int groups) {
    nested.merge(((Wrapped) other).nested, target, groups);
  }

  @Override
  public Column results(int from, int count) {
    return nested.results(from, count);
  }

  @Override
  public void writeState(int group, BytesBuffer out) {
    nested.writeState(group, out);
  }

  @Override
  public void mergeState(int group, StateReader in) {
    nested.mergeState(group, in);
  }
}
