// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.search;

import io.twinhouse.engine.function.scalar.string.Utf8;
import java.util.Arrays;
import java.util.List;

/** How a text is taken apart for a search by words. Stateless. */
interface Tokenizer {

  /** Receives tokens in their order. */
  @FunctionalInterface
  interface Tokens {
    void add(byte[] data, int from, int to);
  }

  void split(byte[] data, int from, int to, Tokens tokens);

  /** The text itself, unless it is empty. */
  static void whole(byte[] data, int from, int to, Tokens tokens) {
    if (from < to) {
      tokens.add(data, from, to);
    }
  }

  /** Runs of letters, digits and all beyond ASCII. */
  static void words(byte[] data, int from, int to, Tokens tokens) {
    int start = from;
    for (int at = from; at < to; at++) {
      if (TokenSearch.isSeparator(data[at])) {
        whole(data, start, at, tokens);
        start = at + 1;
      }
    }
    whole(data, start, to, tokens);
  }

  /** What is between separators, the first of which that fits is taken. */
  static Tokenizer between(List<byte[]> separators) {
    return (data, from, to, tokens) -> {
      int start = from;
      int at = from;
      while (at < to) {
        int length = length(separators, data, at, to);
        if (length == 0) {
          at++;
        } else {
          whole(data, start, at, tokens);
          at += length;
          start = at;
        }
      }
      whole(data, start, to, tokens);
    };
  }

  private static int length(List<byte[]> separators, byte[] data, int at, int to) {
    for (byte[] separator : separators) {
      int end = at + separator.length;
      if (end <= to && Arrays.equals(data, at, end, separator, 0, separator.length)) {
        return separator.length;
      }
    }
    return 0;
  }

  /** All runs of so many characters. */
  static Tokenizer ngrams(int characters) {
    return (data, from, to, tokens) -> {
      int end = from;
      for (int i = 0; i < characters; i++) {
        if (end >= to) {
          return;
        }
        end = next(data, end, to);
      }
      int start = from;
      tokens.add(data, start, end);
      while (end < to) {
        start = next(data, start, to);
        end = next(data, end, to);
        tokens.add(data, start, end);
      }
    };
  }

  /** Where the next character begins, by what the byte here says of its length. */
  private static int next(byte[] data, int at, int to) {
    return Math.min(to, at + Utf8.announced(data[at]));
  }
}
