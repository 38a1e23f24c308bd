// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.bench;

import java.util.concurrent.atomic.AtomicLong;

/** Where a benchmark leaves the peaks of its queries for the profiler, in one JVM. */
final class PeakRecorder {

  private static final AtomicLong LARGEST = new AtomicLong();

  private PeakRecorder() {}

  static void record(long peakBytes) {
    LARGEST.accumulateAndGet(peakBytes, Math::max);
  }

  /** The greatest peak since the last call. */
  static long take() {
    return LARGEST.getAndSet(0);
  }
}
