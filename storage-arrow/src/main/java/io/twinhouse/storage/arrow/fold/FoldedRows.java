// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.fold;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/**
 * Rows after folding.
 *
 * @param first for each group its first row, in order; valid up to {@code count}
 * @param folded values of the folded columns by position, one for each group
 * @param doubtful groups that ClickHouse shows or not by how parts lie
 */
public record FoldedRows(int[] first, int count, Map<Integer, Column> folded, BitSet doubtful) {

  /** Rows of which none is doubtful. */
  public FoldedRows(int[] first, int count, Map<Integer, Column> folded) {
    this(first, count, folded, new BitSet());
  }

  /**
   * Says that a group is part of an answer.
   *
   * @throws TwinhouseException NOT_IMPLEMENTED if it is doubtful
   */
  public void requireSure(int group) {
    if (doubtful.get(group)) {
      throw new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED,
          "FINAL of a SummingMergeTree where all sums that the query reads are 0 in a row and"
              + " others are not is not supported by the embedded store: the row would be shown or"
              + " not by how parts lie. Read the other summed columns too, or OPTIMIZE FINAL and"
              + " read without FINAL");
    }
  }

  /** The groups that stay. */
  public FoldedRows only(boolean[] stays) {
    int[] kept = new int[count];
    int left = 0;
    for (int group = 0; group < count; group++) {
      if (stays[group]) {
        kept[left++] = group;
      }
    }
    if (left == count) {
      return this;
    }
    int[] firsts = new int[left];
    BitSet doubts = new BitSet();
    for (int i = 0; i < left; i++) {
      firsts[i] = first[kept[i]];
      doubts.set(i, doubtful.get(kept[i]));
    }
    Map<Integer, Column> columns = new HashMap<>();
    for (Map.Entry<Integer, Column> column : folded.entrySet()) {
      columns.put(column.getKey(), column.getValue().gather(kept, left));
    }
    return new FoldedRows(firsts, left, columns, doubts);
  }
}
