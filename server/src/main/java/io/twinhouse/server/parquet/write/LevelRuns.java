// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.parquet.write;

/** Levels as runs of one level; pages are packed, so that short runs cost little. */
final class LevelRuns {

  private final boolean written;
  private final Bytes runs = new Bytes();
  private int level;
  private int length;

  /**
   * @param most the highest level; where it is 0, there is nothing to write
   */
  LevelRuns(int most) {
    this.written = most > 0;
  }

  void add(int next) {
    if (next != level) {
      end();
      level = next;
    }
    length++;
  }

  private void end() {
    if (length > 0) {
      runs.putVarInt(length << 1);
      runs.put(level);
      length = 0;
    }
  }

  /** Writes the levels behind their length, and begins anew. */
  void moveTo(Bytes page) {
    end();
    if (written) {
      page.putFixed(runs.size(), Integer.BYTES);
      page.put(runs.toArray(), 0, runs.size());
    }
    runs.clear();
  }
}
