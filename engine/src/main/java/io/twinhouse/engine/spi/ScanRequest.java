// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.spi;

import io.twinhouse.engine.expression.Expression;
import io.twinhouse.engine.memory.MemoryContext;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A read of a table.
 *
 * @param reads columns and JSON paths; {@code filter} refers to them by position
 * @param filter rows where it is 0 or NULL are dropped exactly (not only pruned); null keeps all.
 *     Holds no unresolved sub-queries
 * @param output positions in {@code reads}, the columns of the batches
 * @param finalRead only the newest version of each key
 * @param partitions into how many sources of about equal work the read may be split
 * @param memory where scan buffers are reserved; closed by the caller after the sources
 * @param oneIn of how many granules one is read, for estimates; 1 for all. A house that cannot
 *     leave granules out reads all
 * @param apart what rows are to be grouped by, over {@code reads}: a house that has them in an
 *     order that follows may yield runs with groups of their own ({@link Scan#isApart()}); empty if
 *     that is of no use
 * @param first the rows that are needed, those of any of these; a house may leave out others that
 *     pass the filter ({@link Scan#omittedRows()}). Empty if all are
 */
public record ScanRequest(
    List<ColumnRead> reads,
    @Nullable Expression filter,
    List<Integer> output,
    boolean finalRead,
    int partitions,
    MemoryContext memory,
    int oneIn,
    List<Expression> apart,
    List<FirstRows> first) {

  /** A read of everything. */
  public ScanRequest(
      List<ColumnRead> reads,
      @Nullable Expression filter,
      List<Integer> output,
      boolean finalRead,
      int partitions,
      MemoryContext memory) {
    this(reads, filter, output, finalRead, partitions, memory, 1, List.of(), List.of());
  }

  public ScanRequest {
    reads = List.copyOf(reads);
    output = List.copyOf(output);
    apart = List.copyOf(apart);
    first = List.copyOf(first);
  }

  /**
   * The rows of a scan that come first by one of its columns, NULLs last; with the last of them
   * come all others of the same value.
   *
   * @param read position in the request's reads
   * @param rows how many; at least 1
   */
  public record FirstRows(int read, boolean descending, long rows) {}
}
