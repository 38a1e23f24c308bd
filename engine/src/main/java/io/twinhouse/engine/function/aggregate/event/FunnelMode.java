// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.event;

/**
 * What windowFunnel is asked for.
 *
 * @param window the longest time from the first event on
 * @param conditions how many there are
 * @param deduplication an event that repeats ends the search
 * @param order another event in between ends the search
 * @param increase times must grow
 * @param reentry an event that comes too early does not end the search
 */
record FunnelMode(
    long window,
    int conditions,
    boolean deduplication,
    boolean order,
    boolean increase,
    boolean reentry) {

  /** Whether an event may follow one at {@code latest} in a chain that began at {@code start}. */
  boolean follows(long start, long latest, long time) {
    return Long.compareUnsigned(time, start + window) <= 0
        && (!increase || Long.compareUnsigned(latest, time) < 0);
  }
}
