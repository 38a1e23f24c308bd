// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.association;

import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.column.BytesColumn;
import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.function.StateReader;
import io.twinhouse.engine.function.aggregate.object.GroupObject;
import io.twinhouse.engine.function.aggregate.object.KeyCounts;
import io.twinhouse.engine.function.aggregate.object.KeyCounts.Placing;
import io.twinhouse.engine.function.aggregate.object.Numbers;
import io.twinhouse.engine.function.aggregate.object.RowInput;
import io.twinhouse.engine.function.aggregate.state.ValueCodec;
import io.twinhouse.engine.function.exact.Exponential;
import io.twinhouse.engine.function.hash.SipHash24;
import io.twinhouse.engine.memory.Reservation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** entropy: the bits that a value brings on average. */
final class Entropy implements GroupObject<Entropy> {

  private final @Nullable Numbers numbers;
  private final List<ValueCodec> codecs;
  private final KeyCounts counts;
  private final long[] hash = new long[2];

  private Entropy(@Nullable Numbers numbers, List<ValueCodec> codecs, KeyCounts counts) {
    this.numbers = numbers;
    this.codecs = codecs;
    this.counts = counts;
  }

  /** Over numbers, of which NaN is left out. */
  static Entropy ofNumbers(Numbers numbers, int width, Reservation memory) {
    return new Entropy(numbers, List.of(), new KeyCounts(Placing.NUMBER, width, memory));
  }

  /** Over the hashes of all arguments. */
  static Entropy ofHashes(List<ValueCodec> codecs, Reservation memory) {
    return new Entropy(null, codecs, new KeyCounts(Placing.HASHED_WIDE, memory));
  }

  @Override
  public void add(RowInput in, int row) {
    if (numbers != null) {
      long value = in.bits(0, row);
      if (!numbers.isFloating() || !Double.isNaN(numbers.toDouble(value))) {
        counts.add(numbers.raw(value), 0, 1);
      }
      return;
    }
    BytesColumn encoded = in.encoded(codecs, row);
    SipHash24.hash128(encoded.data(), 0, encoded.length(0), hash, 0);
    counts.add(hash[0], hash[1], 1);
  }

  @Override
  public void merge(Entropy other) {
    counts.addAll(other.counts);
  }

  @Override
  public void result(ColumnBuilder out) {
    long sum = 0;
    for (int i = 0; i < counts.size(); i++) {
      sum += counts.count(i);
    }
    double entropy = 0;
    for (int key : counts.order()) {
      double share = (double) counts.count(key) / sum;
      entropy -= share * Exponential.log2(share);
    }
    out.appendDouble(entropy);
  }

  @Override
  public void write(BytesBuffer out) {
    counts.write(out);
  }

  @Override
  public void read(StateReader in) {
    counts.readEach(in);
  }
}
