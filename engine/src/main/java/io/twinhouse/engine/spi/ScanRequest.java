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
 */
public record ScanRequest(
    List<ColumnRead> reads,
    @Nullable Expression filter,
    List<Integer> output,
    boolean finalRead,
    int partitions,
    MemoryContext memory,
    int oneIn,
    List<Expression> apart) {

  /** A read of everything. */
  public ScanRequest(
      List<ColumnRead> reads,
      @Nullable Expression filter,
      List<Integer> output,
      boolean finalRead,
      int partitions,
      MemoryContext memory) {
    this(reads, filter, output, finalRead, partitions, memory, 1, List.of());
  }

  public ScanRequest {
    reads = List.copyOf(reads);
    output = List.copyOf(output);
    apart = List.copyOf(apart);
  }
}
