// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.similar;

import java.util.Arrays;

/** Distances in edits and shares of equal signs. */
final class EditDistance {

  private EditDistance() {}

  /** Insertions, deletions and replacements (Levenshtein). */
  static long levenshtein(int[] a, int[] b) {
    int[] previous = new int[b.length + 1];
    int[] current = new int[b.length + 1];
    for (int j = 0; j <= b.length; j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= a.length; i++) {
      current[0] = i;
      for (int j = 1; j <= b.length; j++) {
        int replaced = previous[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
        current[j] = Math.min(replaced, Math.min(previous[j], current[j - 1]) + 1);
      }
      int[] spare = previous;
      previous = current;
      current = spare;
    }
    return previous[b.length];
  }

  /** As {@link #levenshtein}, and two neighbours may change places once (restricted Damerau). */
  static long damerau(int[] a, int[] b) {
    int[] before = new int[b.length + 1];
    int[] previous = new int[b.length + 1];
    int[] current = new int[b.length + 1];
    for (int j = 0; j <= b.length; j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= a.length; i++) {
      current[0] = i;
      for (int j = 1; j <= b.length; j++) {
        int replaced = previous[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
        int best = Math.min(replaced, Math.min(previous[j], current[j - 1]) + 1);
        boolean swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
        current[j] = swapped ? Math.min(best, before[j - 2] + 1) : best;
      }
      int[] spare = before;
      before = previous;
      previous = current;
      current = spare;
    }
    return previous[b.length];
  }

  /** Places that differ; what one text is longer counts as differing. */
  static long hamming(int[] a, int[] b) {
    int common = Math.min(a.length, b.length);
    long different = (long) Math.max(a.length, b.length) - common;
    for (int i = 0; i < common; i++) {
      different += a[i] == b[i] ? 0 : 1;
    }
    return different;
  }

  /** Jaro similarity: matching signs within a window, and how many of them are out of order. */
  static double jaro(int[] a, int[] b) {
    if (a.length == 0 || b.length == 0) {
      // The server gives the length of the other text here.
      return Math.max(a.length, b.length);
    }
    int window = Math.max(Math.max(a.length, b.length) / 2 - 1, 0);
    boolean[] takenA = new boolean[a.length];
    boolean[] takenB = new boolean[b.length];
    int matches = match(a, b, window, takenA, takenB);
    if (matches == 0) {
      return 0;
    }
    int swaps = 0;
    int j = 0;
    for (int i = 0; i < a.length; i++) {
      if (takenA[i]) {
        while (!takenB[j]) {
          j++;
        }
        swaps += a[i] == b[j] ? 0 : 1;
        j++;
      }
    }
    double share = (double) matches / a.length;
    share += (double) matches / b.length;
    share += (matches - swaps / 2.0) / matches;
    return share * (1.0 / 3.0);
  }

  private static int match(int[] a, int[] b, int window, boolean[] takenA, boolean[] takenB) {
    int matches = 0;
    for (int i = 0; i < a.length; i++) {
      int last = Math.min(i + window, b.length - 1);
      for (int j = Math.max(0, i - window); j <= last; j++) {
        if (!takenB[j] && a[i] == b[j]) {
          takenA[i] = true;
          takenB[j] = true;
          matches++;
          break;
        }
      }
    }
    return matches;
  }

  /** Jaro similarity raised for up to four equal signs at the beginning. */
  static double jaroWinkler(int[] a, int[] b) {
    double similarity = jaro(a, b);
    if (a.length == 0 || b.length == 0) {
      return similarity;
    }
    int prefix = 0;
    int most = Math.min(4, Math.min(a.length, b.length));
    while (prefix < most && a[prefix] == b[prefix]) {
      prefix++;
    }
    if (similarity > 0.7) {
      similarity += prefix * 0.1 * (1.0 - similarity);
    }
    return similarity;
  }

  /** Shared signs among all different signs. */
  static double jaccard(int[] a, int[] b) {
    int[] signsA = Arrays.stream(a).sorted().distinct().toArray();
    int[] signsB = Arrays.stream(b).sorted().distinct().toArray();
    int shared = 0;
    for (int sign : signsA) {
      shared += Arrays.binarySearch(signsB, sign) >= 0 ? 1 : 0;
    }
    int all = signsA.length + signsB.length - shared;
    return all == 0 ? 0 : (double) shared / all;
  }
}
