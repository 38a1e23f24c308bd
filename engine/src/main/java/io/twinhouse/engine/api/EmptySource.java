// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.api;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The result of a statement that has no rows and is over. */
final class EmptySource implements ResultSource {

  private final QueryStatistics statistics;

  EmptySource(QueryStatistics statistics) {
    this.statistics = statistics;
  }

  @Override
  public Schema schema() {
    return new Schema(List.of());
  }

  @Override
  public @Nullable Batch next() {
    return null;
  }

  @Override
  public @Nullable Batch totals() {
    return null;
  }

  @Override
  public QueryStatistics statistics() {
    return statistics;
  }

  @Override
  public void cancel() {
    // it is over
  }

  @Override
  public void close() {
    // holds nothing
  }
}
