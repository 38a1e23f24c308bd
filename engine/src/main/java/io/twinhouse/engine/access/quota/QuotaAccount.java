// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.access.quota;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.type.Quoting;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** What those with one key have used of a quota. Thread-safe. */
public final class QuotaAccount {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final UUID quota;
  private final String key;
  private final Clock clock;
  private String name = "";
  private List<QuotaInterval> defined = List.of();
  private List<RunningInterval> intervals = List.of();

  QuotaAccount(UUID quota, String key, Clock clock) {
    this.quota = quota;
    this.key = key;
    this.clock = clock;
  }

  /** Counts from now on by these intervals, going on with those of the same length. */
  synchronized void define(String newName, List<QuotaInterval> wanted) {
    name = newName;
    if (defined.equals(wanted)) {
      return;
    }
    defined = List.copyOf(wanted);
    List<RunningInterval> fresh = new ArrayList<>();
    for (QuotaInterval interval : wanted) {
      RunningInterval running = new RunningInterval(interval, clock.millis());
      for (RunningInterval before : intervals) {
        if (before.interval().seconds() == interval.seconds()) {
          running.takeOver(before);
        }
      }
      fresh.add(running);
    }
    // the longest one that is exceeded is told of
    fresh.sort(Comparator.comparingLong((RunningInterval i) -> i.interval().seconds()).reversed());
    intervals = fresh;
  }

  /**
   * Counts what {@code user} used.
   *
   * @param check whether to refuse what goes beyond the limit; it is counted all the same
   * @throws TwinhouseException QUOTA_EXCEEDED
   */
  public synchronized void use(String user, QuotaResource resource, long count, boolean check) {
    for (RunningInterval interval : intervals) {
      interval.add(resource, count);
      // an interval that is over is noticed no sooner, so that its counts may be seen meanwhile
      if (interval.isExceeded(resource)) {
        if (interval.rolledOver(clock.millis())) {
          interval.add(resource, count);
        }
        if (check && interval.isExceeded(resource)) {
          throw exceeded(user, resource, interval);
        }
      }
    }
  }

  /**
   * Refuses to go on when more was used than is allowed.
   *
   * @throws TwinhouseException QUOTA_EXCEEDED
   */
  public synchronized void check(String user, QuotaResource resource) {
    for (RunningInterval interval : intervals) {
      if (interval.isExceeded(resource) && !interval.rolledOver(clock.millis())) {
        throw exceeded(user, resource, interval);
      }
    }
  }

  private TwinhouseException exceeded(
      String user, QuotaResource resource, RunningInterval interval) {
    Long most = interval.interval().limit(resource);
    return new TwinhouseException(
        ErrorCode.QUOTA_EXCEEDED,
        "Quota for user "
            + Quoting.name(user)
            + " for "
            + interval.interval().seconds()
            + "s has been exceeded: "
            + resource.word()
            + " = "
            + resource.text(interval.used(resource))
            + "/"
            + resource.text(most == null ? 0 : most)
            + ". Interval will end at "
            + TIME.format(Instant.ofEpochSecond(interval.endSeconds()))
            + ". Name of quota template: "
            + Quoting.name(name));
  }

  synchronized QuotaUsage usage() {
    intervals.forEach(interval -> interval.rolledOver(clock.millis()));
    return new QuotaUsage(
        quota, name, key, intervals.stream().map(RunningInterval::usage).toList());
  }
}
