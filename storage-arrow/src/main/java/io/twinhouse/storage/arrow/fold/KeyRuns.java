// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.fold;

import java.util.List;

/** Rows that follow each other with one key. */
final class KeyRuns {

  private KeyRuns() {}

  /** Whether two rows are of different keys. */
  static boolean differ(List<long[]> keys, int left, int right) {
    for (long[] key : keys) {
      if (key[left] != key[right]) {
        return true;
      }
    }
    return false;
  }
}
