// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.time;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneOffsetTransitionRule;
import java.time.zone.ZoneRules;

/**
 * Offsets of one time zone, remembered for the stretch of time between two changes of the clock.
 * Not thread-safe; cheap to make.
 */
public final class ZoneClock {

  private static final long SECONDS_PER_DAY = 86_400;

  /** Within the years that java.time knows, with room for a change of the next one. */
  private static final long FAR_SECONDS = 31_000_000_000_000_000L;

  private final ZoneRules rules;
  private final boolean fixed;
  private long from;
  private long to;
  private int offset;
  private boolean wholeMinutes;
  private boolean wholeMinutesKnown;

  public ZoneClock(ZoneId zone) {
    rules = zone.getRules();
    fixed = rules.isFixedOffset();
    from = fixed ? Long.MIN_VALUE : Long.MAX_VALUE;
    to = fixed ? Long.MAX_VALUE : Long.MIN_VALUE;
    offset = fixed ? rules.getOffset(Instant.EPOCH).getTotalSeconds() : 0;
  }

  /** Whether local time is always the same offset away from UTC. */
  public boolean isFixed() {
    return fixed;
  }

  /** Whether local time has always been whole hours away from UTC since 1970. */
  public boolean isWholeHours() {
    return isWhole(3600);
  }

  /** Whether local time has always been whole minutes away from UTC since 1970. */
  public boolean isWholeMinutes() {
    if (!wholeMinutesKnown) {
      wholeMinutes = isWhole(60);
      wholeMinutesKnown = true;
    }
    return wholeMinutes;
  }

  private boolean isWhole(int seconds) {
    if (offsetAt(0) % seconds != 0) {
      return false;
    }
    for (ZoneOffsetTransition change : rules.getTransitions()) {
      if (change.toEpochSecond() >= 0 && change.getOffsetAfter().getTotalSeconds() % seconds != 0) {
        return false;
      }
    }
    return true;
  }

  /** By how many seconds any two offsets since 1970 differ at most. */
  public int offsetSpread() {
    if (fixed) {
      return 0;
    }
    int least = offsetAt(0);
    int most = least;
    for (ZoneOffsetTransition change : rules.getTransitions()) {
      if (change.toEpochSecond() >= 0) {
        int after = change.getOffsetAfter().getTotalSeconds();
        least = Math.min(least, after);
        most = Math.max(most, after);
      }
    }
    for (ZoneOffsetTransitionRule yearly : rules.getTransitionRules()) {
      int after = yearly.getOffsetAfter().getTotalSeconds();
      least = Math.min(least, after);
      most = Math.max(most, after);
    }
    return most - least;
  }

  /** Seconds that local time is ahead of UTC at an instant. */
  public int offsetAt(long epochSecond) {
    if (epochSecond < from || epochSecond >= to) {
      find(epochSecond);
    }
    return offset;
  }

  private void find(long epochSecond) {
    if (fixed) {
      return;
    }
    Instant instant =
        Instant.ofEpochSecond(Math.max(-FAR_SECONDS, Math.min(FAR_SECONDS, epochSecond)));
    offset = rules.getOffset(instant).getTotalSeconds();
    ZoneOffsetTransition next = rules.nextTransition(instant);
    ZoneOffsetTransition previous = rules.previousTransition(instant.plusSeconds(1));
    from = previous == null ? Long.MIN_VALUE : previous.toEpochSecond();
    to = next == null ? Long.MAX_VALUE : next.toEpochSecond();
  }

  /** Seconds since 1970 on the local clock. */
  public long toLocal(long epochSecond) {
    return epochSecond + offsetAt(epochSecond);
  }

  /**
   * The instant of a local time. Of the two instants of a repeated hour it is the first; a time
   * that the clock jumps over is read with the offset after the jump.
   */
  public long toInstant(long localSecond) {
    if (fixed) {
      return localSecond - offset;
    }
    LocalDateTime local = within(localSecond);
    ZoneOffsetTransition change = rules.getTransition(local);
    if (change == null) {
      return localSecond - rules.getOffset(local).getTotalSeconds();
    }
    ZoneOffset chosen = change.isGap() ? change.getOffsetAfter() : change.getOffsetBefore();
    return localSecond - chosen.getTotalSeconds();
  }

  /** Beyond the calendar a zone keeps the offset that it has at its end. */
  private static LocalDateTime within(long localSecond) {
    long second = Math.max(-FAR_SECONDS, Math.min(FAR_SECONDS, localSecond));
    return LocalDateTime.ofEpochSecond(second, 0, ZoneOffset.UTC);
  }

  /** The instant at which a day begins: where the clock jumps over midnight, that of the jump. */
  public long midnight(long day) {
    long local = day * SECONDS_PER_DAY;
    if (!fixed) {
      ZoneOffsetTransition change = rules.getTransition(within(local));
      if (change != null && change.isGap()) {
        return change.toEpochSecond();
      }
    }
    return toInstant(local);
  }

  /** Seconds that the clock jumps ahead as the day begins; 0 on most days. */
  public long jumpAtMidnight(long day) {
    return toLocal(midnight(day)) - day * SECONDS_PER_DAY;
  }

  /** The instant of the next change of the offset. */
  public long changeAfter(long epochSecond) {
    offsetAt(epochSecond);
    return to;
  }

  /**
   * As {@link #midnight}, where times begin with 1970: a first day that began before is given the
   * beginning of the next.
   */
  public long startOfDay(long day) {
    long midnight = midnight(day);
    return midnight < 0 ? midnight(day + 1) : midnight;
  }

  /** The second of the minute, by the world's clock unless offsets have had seconds since 1970. */
  public int secondOfMinute(long epochSecond, long localSecond) {
    return (int) Math.floorMod(isWholeMinutes() ? epochSecond : localSecond, 60L);
  }
}
