// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.dictionary;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinhouse.engine.column.BytesColumn;
import io.twinhouse.engine.memory.MemoryContext;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.storage.arrow.lookup.KeyLookup;
import io.twinhouse.storage.arrow.lookup.KeyLookups;
import io.twinhouse.testkit.RandomSource;
import io.twinhouse.testkit.Seed;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Rows that are looked for together get the ids that they would get one after the other. */
final class InternedRowsTest {

  private final RandomSource random = Seed.sourceOf(InternedRowsTest.class.getName());

  @Test
  void idsFollowTheOrderOfArrival() {
    try (MemoryContext memory = MemoryContext.root("test", MemoryContext.UNLIMITED);
        StringDictionary dictionary = dictionary(memory)) {
      Map<String, Integer> known = new HashMap<>();
      for (int block = 0; block < 60; block++) {
        @Nullable String[] texts = texts(random.between(0, 1500), random.between(1, 2000));
        int[] ids = new int[texts.length];
        dictionary.intern(BytesColumn.ofStrings(texts), texts.length, ids);
        for (int row = 0; row < texts.length; row++) {
          String text = texts[row];
          int expected = text == null ? 0 : known.computeIfAbsent(text, t -> known.size());
          assertThat(ids[row]).as("row %s of block %s", row, block).isEqualTo(expected);
        }
        assertThat(dictionary.size()).isEqualTo(known.size());
      }
    }
  }

  private static StringDictionary dictionary(MemoryContext memory) {
    DictionaryEntries entries = new DictionaryEntries(memory);
    KeyLookup lookup = KeyLookups.onHeap().open("test", entries, new Reservation(memory));
    return new StringDictionary("test", entries, lookup);
  }

  /** Runs of equal texts, with NULLs between and within them. */
  private @Nullable String[] texts(int rows, int distinct) {
    @Nullable String[] texts = new String[rows];
    for (int row = 0; row < rows; ) {
      String text = "text ".repeat(random.between(0, 12)) + random.between(1, distinct);
      for (int run = random.oneIn(3) ? random.between(1, 600) : 1; run > 0 && row < rows; run--) {
        texts[row++] = random.oneIn(5) ? null : text;
      }
    }
    return texts;
  }
}
