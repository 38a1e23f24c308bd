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
 */
public record PartId(int number, String partition, long firstBlock, long lastBlock, int level)
    implements Comparable<PartId> {

  /** ClickHouse's name of it. */
  public String name() {
    return partition + "_" + firstBlock + "_" + lastBlock + "_" + level;
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
