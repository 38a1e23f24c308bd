// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.association;

import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.function.StateReader;
import io.twinhouse.engine.function.aggregate.object.GroupObject;
import io.twinhouse.engine.function.aggregate.object.KeyCounts;
import io.twinhouse.engine.function.aggregate.object.KeyCounts.Placing;
import io.twinhouse.engine.function.aggregate.object.RowInput;
import io.twinhouse.engine.function.aggregate.state.StateBytes;
import io.twinhouse.engine.function.aggregate.state.ValueCity;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.type.Type;
import java.util.List;

/** How often each value of two arguments came, and each pair of them; values are hashed. */
final class CrossTable implements GroupObject<CrossTable> {

  private final Association association;
  private final List<Type> types;
  private final ValueCity city = new ValueCity();
  private final KeyCounts first;
  private final KeyCounts second;
  private final KeyCounts pairs;
  private long rows;

  CrossTable(Association association, List<Type> types, Reservation memory) {
    this.association = association;
    this.types = types;
    first = new KeyCounts(Placing.HASHED, memory);
    second = new KeyCounts(Placing.HASHED, memory);
    pairs = new KeyCounts(Placing.PAIRED, memory);
  }

  KeyCounts first() {
    return first;
  }

  KeyCounts second() {
    return second;
  }

  /** The lower word of a key is the first argument's, the upper one the second's. */
  KeyCounts pairs() {
    return pairs;
  }

  long rows() {
    return rows;
  }

  @Override
  public void add(RowInput in, int row) {
    long a = city.of(types.get(0).base(), in.column(0), row);
    long b = city.of(types.get(1).base(), in.column(1), row);
    rows++;
    first.add(a, 0, 1);
    second.add(b, 0, 1);
    pairs.add(a, b, 1);
  }

  @Override
  public void merge(CrossTable other) {
    rows += other.rows;
    first.addAll(other.first);
    second.addAll(other.second);
    pairs.addAll(other.pairs);
  }

  @Override
  public void result(ColumnBuilder out) {
    out.appendDouble(rows < 2 ? Double.NaN : association.of(this));
  }

  @Override
  public void write(BytesBuffer out) {
    StateBytes.writeLong(out, rows);
    first.write(out);
    second.write(out);
    pairs.write(out);
  }

  @Override
  public void read(StateReader in) {
    rows = in.readLong();
    first.read(in);
    second.read(in);
    pairs.read(in);
    check();
  }

  /** States may come from clients: counts of pairs must add up to all others. */
  private void check() {
    KeyCounts firsts = new KeyCounts(Placing.HASHED, first.memory());
    KeyCounts seconds = new KeyCounts(Placing.HASHED, first.memory());
    long sum = 0;
    boolean fits = true;
    for (int pair = 0; pair < pairs.size(); pair++) {
      long count = pairs.count(pair);
      fits &= count != 0 && Long.compareUnsigned(sum + count, sum) > 0;
      sum += count;
      firsts.add(pairs.low(pair), 0, count);
      seconds.add(pairs.high(pair), 0, count);
    }
    if (!fits || sum != rows || !firsts.isSame(first) || !seconds.isSame(second)) {
      throw new TwinhouseException(
          ErrorCode.CORRUPTED_DATA,
          "Corrupted aggregate function state: counts of pairs do not add up to those of values");
    }
  }
}
