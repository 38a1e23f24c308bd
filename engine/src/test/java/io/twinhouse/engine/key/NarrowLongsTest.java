// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.key;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinhouse.engine.memory.MemoryContext;
import io.twinhouse.engine.memory.Reservation;
import java.util.Arrays;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class NarrowLongsTest {

  private final MemoryContext memory = MemoryContext.root("test", MemoryContext.UNLIMITED);

  private long[] kept(long... values) {
    NarrowLongs list = new NarrowLongs(new Reservation(memory));
    for (long value : values) {
      list.add(value, list.size() + 7);
    }
    long[] copy = new long[values.length];
    list.copy(0, values.length, copy);
    for (int i = 0; i < values.length; i++) {
      assertThat(list.at(i)).isEqualTo(copy[i]);
    }
    list.release();
    assertThat(memory.reservedBytes()).isZero();
    return copy;
  }

  @Test
  void keepsWhatIsAdded() {
    long[] near = LongStream.range(5_000_000_000L, 5_000_000_200L).toArray();
    assertThat(kept(near)).isEqualTo(near);
    assertThat(kept()).isEmpty();
    long[] edges = {0, Integer.MAX_VALUE, Integer.MIN_VALUE, Integer.MAX_VALUE + 1L, -1};
    assertThat(kept(edges)).isEqualTo(edges);
    long[] far = {Long.MIN_VALUE, Long.MAX_VALUE, 0, -1, 1};
    assertThat(kept(far)).isEqualTo(far);
    long[] late = Arrays.copyOf(near, 201);
    late[200] = Long.MIN_VALUE;
    assertThat(kept(late)).isEqualTo(late);
  }

  @Test
  void nearValuesTakeHalfTheRoom() {
    NarrowLongs near = new NarrowLongs(new Reservation(memory));
    LongStream.range(0, 48).forEach(value -> near.add(value, 48));
    assertThat(memory.reservedBytes()).isEqualTo(48 * 4);
    near.add(1L << 40, 96);
    assertThat(memory.reservedBytes()).isEqualTo(96 * 8);
    near.release();
  }
}
