// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.distinct;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinhouse.engine.memory.MemoryContext;
import io.twinhouse.engine.memory.Reservation;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordSetsTest {

  private final MemoryContext memory = MemoryContext.root("test", MemoryContext.UNLIMITED);

  private record Pair(long low, long high) {}

  /** One set and what should be in it. */
  private final class Side implements AutoCloseable {

    private final Reservation held = new Reservation(memory);
    private final WordSets sets;
    private final Set<Pair> expected = new HashSet<>();

    Side(int words) {
      sets = new WordSets(words, held);
      sets.resize(2);
    }

    void fill(Random random, int count, int range) {
      for (int i = 0; i < count; i++) {
        long low = random.nextInt(range);
        long high = sets.words() == 1 ? 0 : random.nextInt(2);
        sets.add(low, high, 1);
        expected.add(new Pair(low, high));
      }
    }

    void check() {
      assertThat(sets.size(1)).isEqualTo(expected.size());
      Set<Pair> found = new HashSet<>();
      sets.forEach(1, (low, high) -> assertThat(found.add(new Pair(low, high))).isTrue());
      assertThat(found).isEqualTo(expected);
    }

    @Override
    public void close() {
      held.close();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "1, 0, 5",
    "1, 1, 1",
    "1, 3, 200000",
    "1, 200000, 3",
    "1, 200000, 0",
    "1, 0, 200000",
    "1, 150000, 90000",
    "1, 90000, 150000",
    "2, 60000, 60000",
    "2, 2, 100000",
    "2, 100000, 1"
  })
  void unionsAreWhatBothHold(int words, int here, int there) {
    Random random = new Random(words * 31L + here * 7L + there);
    try (Side left = new Side(words);
        Side right = new Side(words)) {
      left.fill(random, here, 300_000);
      right.fill(random, there, 300_000);
      left.check();
      right.check();
      left.sets.addAll(right.sets, 1, 1);
      left.expected.addAll(right.expected);
      left.check();
      left.fill(random, 1000, 400_000);
      left.check();
    }
    assertThat(memory.reservedBytes()).isZero();
  }

  /** Numbers that lie close together and numbers that do not, in any order and on either side. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7})
  void setsOfAnyDensityHoldWhatWasAdded(int kind) {
    Random random = new Random(kind);
    try (Side left = new Side(1);
        Side right = new Side(1)) {
      for (int bit = 0; bit < 3; bit++) {
        Side side = bit == 2 ? right : left;
        boolean dense = (kind >> bit & 1) == 0;
        long first = random.nextLong();
        for (int i = 0; i < 150_000; i++) {
          long value = dense ? first + random.nextInt(200_000) : random.nextLong();
          side.sets.add(value, 0, 1);
          side.expected.add(new Pair(value, 0));
        }
        side.check();
      }
      left.sets.addAll(right.sets, 1, 1);
      left.expected.addAll(right.expected);
      left.check();
    }
    assertThat(memory.reservedBytes()).isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7})
  void setsOfIntsHoldWhatWasAdded(int kind) {
    Random random = new Random(kind);
    Set<Integer> expected = new HashSet<>();
    try (Reservation first = new Reservation(memory);
        Reservation second = new Reservation(memory)) {
      IntSets left = new IntSets(first);
      IntSets right = new IntSets(second);
      left.resize(2);
      right.resize(2);
      for (int bit = 0; bit < 3; bit++) {
        boolean dense = (kind >> bit & 1) == 0;
        for (int i = 0; i < (bit + kind) % 3 * 60_000 + 10; i++) {
          int value = dense ? random.nextInt(100_000) - 50_000 : random.nextInt();
          (bit == 2 ? right : left).add(value, 1, 0);
          expected.add(value);
        }
      }
      left.addAll(right, 1, 1, 0);
      assertThat(left.size(1)).isEqualTo(expected.size());
      Set<Integer> found = new HashSet<>();
      left.forEach(1, value -> assertThat(found.add(value)).isTrue());
      assertThat(found).isEqualTo(expected);
      left.release();
      right.release();
    }
    assertThat(memory.reservedBytes()).isZero();
  }

  @Test
  void numbersThatLieCloseTogetherTakeFewBits() {
    try (Side side = new Side(1)) {
      for (long value = 0; value < 4_000_000; value++) {
        side.sets.add(-5_000_000_000L + value * 7919 % 4_000_000, 0, 1);
      }
      assertThat(side.sets.size(1)).isEqualTo(4_000_000);
      assertThat(memory.reservedBytes()).isLessThan(1_000_000);
      assertThat(memory.peakBytes()).isLessThan(4_000_000);
    }
    assertThat(memory.reservedBytes()).isZero();
  }

  /** A set that grows never holds much more than its tables: 8 bytes a slot, 5/8 of them used. */
  @ParameterizedTest
  @CsvSource({"1, 14", "2, 28"})
  void growthTakesNoSecondTable(int words, int most) {
    try (Side side = new Side(words)) {
      for (int value = 1; value <= 1_000_000; value++) {
        side.sets.add(value * 0x9E3779B97F4A7C15L, words - 1, 1);
      }
      assertThat(memory.peakBytes()).isLessThan(most * 1_000_000L);
    }
  }
}
