// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.bench;

import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.ScalarResult;

/**
 * Reports the peak memory of the queries of each iteration as the secondary result {@code peak}:
 * the maximum, since peaks of queries that run one after the other do not add up.
 */
public final class PeakMemoryProfiler implements InternalProfiler {

  /** Name of the secondary result. */
  public static final String RESULT = "peak";

  @Override
  public String getDescription() {
    return "Peak memory of the queries, as their houses report it";
  }

  @Override
  public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
    PeakRecorder.take();
  }

  @Override
  public Collection<ScalarResult> afterIteration(
      BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
    return List.of(new ScalarResult(RESULT, PeakRecorder.take(), "bytes", AggregationPolicy.MAX));
  }
}
