// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.spi;

import java.util.List;

/** An opened read of one snapshot of a table. */
public interface Scan extends AutoCloseable {

  /** One source a partition; each is used by one thread and all see the same snapshot. */
  List<BatchSource> sources();

  /**
   * Whether each source yields runs, one after the other by {@link BatchSource#nextRun()}, such
   * that all rows equal in what the request wanted {@code apart} are in one run. Run {@code n} of
   * {@code m} sources is of source {@code n % m}.
   */
  default boolean isApart() {
    return false;
  }

  /** Rows that pass the filter and are left out, as they are not among the first ones. */
  default long omittedRows() {
    return 0;
  }

  /** What has been read so far; may be asked while sources run. */
  ScanCounters counters();

  /** Lets the snapshot go; closes the sources. */
  @Override
  void close();
}
