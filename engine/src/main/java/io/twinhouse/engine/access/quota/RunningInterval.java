// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.access.quota;

import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;

/** The counts of the interval that is now. Not thread-safe. */
final class RunningInterval {

  private static final long MILLIS = 1000;

  private final QuotaInterval interval;
  private long endMillis;
  private final Map<QuotaResource, Long> counts = new EnumMap<>(QuotaResource.class);

  RunningInterval(QuotaInterval interval, long nowMillis) {
    this.interval = interval;
    endMillis =
        interval.randomized() && interval.seconds() > 0
            ? Math.floorMod(
                UUID.randomUUID().getLeastSignificantBits(), interval.seconds() * MILLIS)
            : 0;
    rolledOver(nowMillis);
  }

  /** Goes on counting what another one of the same length counted. */
  void takeOver(RunningInterval before) {
    endMillis = before.endMillis;
    counts.clear();
    counts.putAll(before.counts);
  }

  /** Begins anew when the interval is over; whether it was. */
  boolean rolledOver(long nowMillis) {
    if (nowMillis < endMillis || interval.seconds() <= 0) {
      return false;
    }
    long length = interval.seconds() * MILLIS;
    endMillis += (nowMillis - endMillis + length) / length * length;
    counts.clear();
    return true;
  }

  long add(QuotaResource resource, long count) {
    return counts.merge(resource, count, Long::sum);
  }

  long used(QuotaResource resource) {
    return counts.getOrDefault(resource, 0L);
  }

  /** Whether more is used than is allowed, which 0 does not limit. */
  boolean isExceeded(QuotaResource resource) {
    Long most = interval.limit(resource);
    return most != null && most != 0 && Long.compareUnsigned(used(resource), most) > 0;
  }

  QuotaInterval interval() {
    return interval;
  }

  long endSeconds() {
    return endMillis / MILLIS;
  }

  QuotaUsage.Used usage() {
    return new QuotaUsage.Used(interval, endSeconds(), counts);
  }
}
