// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.part;

/**
 * Which rows a part holds.
 *
 * @param number counts the files of a table; never used twice
 * @param partition partition id
 * @param firstBlock the oldest insert that it holds rows of
 * @param lastBlock the newest insert
 * @param level how often its rows were merged
 * @param mutation the number of the last mutation that it has gone through, 0 for none
 */
public record PartId(
    int number, String partition, long firstBlock, long lastBlock, int level, long mutation)
    implements Comparable<PartId> {

  /** A part that no mutation has gone through. */
  public PartId(int number, String partition, long firstBlock, long lastBlock, int level) {
    this(number, partition, firstBlock, lastBlock, level, 0);
  }

  /** The same rows after a mutation. */
  public PartId mutated(long by) {
    return new PartId(number, partition, firstBlock, lastBlock, level, by);
  }

  /** ClickHouse's name of it. */
  public String name() {
    String name = partition + "_" + firstBlock + "_" + lastBlock + "_" + level;
    return mutation == 0 ? name : name + "_" + mutation;
  }

  /** The name of its file in the table's directory. */
  public String file() {
    return "part-" + number;
  }

  /**
   * The order that ClickHouse reads parts in, which decides between equal versions: partition id as
   * text, then age.
   */
  @Override
  public int compareTo(PartId other) {
    int order = partition.compareTo(other.partition);
    return order != 0 ? order : Long.compare(firstBlock, other.firstBlock);
  }
}
