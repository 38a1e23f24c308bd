// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.url;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * The names of two labels below which names are given out, as co.uk: a table over their bytes, so
 * that a look-up makes no text. Immutable.
 */
final class SecondLevelNames {

  private static final String RESOURCE = "second-level-names.txt";

  private final byte[] names;

  /** Where each name begins in {@link #names}, and at last where they end. */
  private final int[] starts;

  /** Numbers of names, from 1 on, by their hash; 0 where there is none. */
  private final int[] slots;

  private SecondLevelNames(List<String> lines) {
    StringBuilder text = new StringBuilder();
    int count = 0;
    for (String line : lines) {
      String[] labels = line.split(" ");
      for (int i = 1; i < labels.length; i++) {
        text.append(labels[i]).append('.').append(labels[0]).append('\n');
        count++;
      }
    }
    names = text.toString().getBytes(StandardCharsets.UTF_8);
    int[] begins = new int[count + 1];
    slots = new int[Integer.highestOneBit(Math.max(1, count)) * 4];
    int name = 0;
    for (int at = 0; at < names.length; at++) {
      if (names[at] == '\n') {
        begins[++name] = at + 1;
        int slot = hash(names, begins[name - 1], at) & slots.length - 1;
        while (slots[slot] != 0) {
          slot = slot + 1 & slots.length - 1;
        }
        slots[slot] = name;
      }
    }
    starts = begins;
  }

  /** The ones that the server knows. */
  static SecondLevelNames known() {
    return Known.NAMES;
  }

  boolean contains(byte[] data, int from, int to) {
    int slot = hash(data, from, to) & slots.length - 1;
    while (slots[slot] != 0) {
      int name = slots[slot] - 1;
      if (Arrays.equals(names, starts[name], starts[name + 1] - 1, data, from, to)) {
        return true;
      }
      slot = slot + 1 & slots.length - 1;
    }
    return false;
  }

  private static int hash(byte[] data, int from, int to) {
    int hash = 0;
    for (int at = from; at < to; at++) {
      hash = hash * 31 + data[at];
    }
    return hash * 0x9E3779B1 >>> 8;
  }

  /** Read when the first query asks. */
  private static final class Known {

    private static final SecondLevelNames NAMES = read();

    private static SecondLevelNames read() {
      try (InputStream in =
          Objects.requireNonNull(SecondLevelNames.class.getResourceAsStream(RESOURCE))) {
        String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        return new SecondLevelNames(text.lines().filter(line -> !line.startsWith("#")).toList());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
