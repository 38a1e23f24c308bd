// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.api;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.Schema;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.spi.RemoteResult;
import io.twinhouse.engine.spi.RemoteStatistics;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows that another house computed. */
final class RemoteSource implements ResultSource {

  private final RemoteResult result;
  private volatile boolean cancelled;

  RemoteSource(RemoteResult result) {
    this.result = result;
  }

  @Override
  public Schema schema() {
    return result.schema();
  }

  @Override
  public @Nullable Batch next() {
    if (cancelled) {
      throw new TwinhouseException(ErrorCode.QUERY_WAS_CANCELLED, "Query was cancelled");
    }
    return result.next();
  }

  @Override
  public @Nullable Batch totals() {
    return result.totals();
  }

  @Override
  public QueryStatistics statistics() {
    RemoteStatistics remote = result.statistics();
    return new QueryStatistics(
        remote.readRows(),
        remote.readBytes(),
        remote.readRows(),
        0,
        0,
        remote.resultRows(),
        0,
        remote.elapsedNanos(),
        remote.peakMemoryBytes(),
        remote.exactPeak(),
        0,
        -1,
        List.of());
  }

  @Override
  public void cancel() {
    cancelled = true;
  }

  @Override
  public void close() {
    result.close();
  }
}
