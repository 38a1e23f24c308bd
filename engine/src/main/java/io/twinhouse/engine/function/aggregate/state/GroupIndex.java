// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.state;

import io.twinhouse.engine.memory.Reservation;
import java.util.Arrays;

/** Which rows belong to each group, by counting sort; rows of a group keep their order. */
public final class GroupIndex {

  private final Reservation memory;
  private int[] starts = {0};
  private int[] order = {};
  private int rows;

  public GroupIndex(Reservation memory) {
    this.memory = memory;
  }

  /** Rows it was built over. */
  public int rows() {
    return rows;
  }

  /** Sorts rows {@code [0, count)} by the group of each, none of them negative. */
  public void build(int[] groups, int count) {
    int most = -1;
    for (int row = 0; row < count; row++) {
      most = Math.max(most, groups[row]);
    }
    long old = bytes();
    memory.grow(4L * count + 4L * (most + 2));
    rows = 0;
    order = new int[count];
    starts = new int[most + 2];
    memory.shrink(old);
    for (int row = 0; row < count; row++) {
      starts[groups[row] + 1]++;
    }
    for (int group = 0; group <= most; group++) {
      starts[group + 1] += starts[group];
    }
    int[] next = Arrays.copyOf(starts, starts.length);
    for (int row = 0; row < count; row++) {
      order[next[groups[row]]++] = row;
    }
    rows = count;
  }

  private long bytes() {
    return order.length == 0 && starts.length == 1 ? 0 : 4L * order.length + 4L * starts.length;
  }

  /** How many rows a group has. */
  public int count(int group) {
    return group + 1 < starts.length ? starts[group + 1] - starts[group] : 0;
  }

  /** Where a group's rows begin in {@link #order()}. */
  public int start(int group) {
    return starts[Math.min(group, starts.length - 1)];
  }

  /** All rows, those of one group together. */
  public int[] order() {
    return order;
  }

  /** The rows of a group. */
  public int[] rowsOf(int group) {
    int start = start(group);
    return Arrays.copyOfRange(order, start, start + count(group));
  }
}
