// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.spi;

/**
 * Which parts of a table a statement is about.
 *
 * @param text expression text of the partition key's value, a partition id, or the name of a part;
 *     empty for all
 */
public record PartitionChoice(Kind kind, String text) {

  /** Every part. */
  public static final PartitionChoice ALL = new PartitionChoice(Kind.ALL, "");

  /** What {@code text} is. */
  public enum Kind {
    VALUE,
    ID,
    PART,
    ALL
  }
}
