// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.sites;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;

/**
 * Holds the batches that the house did not take and tries them again, three times in all. A batch
 * that was taken in spite of its failure is not taken twice, since its events are known. What is
 * held is gone with the process. Thread-safe.
 */
public final class SiteRetries {

  private static final int ATTEMPTS = 3;
  private static final Duration WAIT = Duration.ofSeconds(5);

  private record Failed(String site, List<SiteEvent> events, int attempts, Instant due) {}

  private final SiteIngest ingest;
  private final int most;
  private final Deque<Failed> waiting = new ArrayDeque<>();
  private final Deque<Failed> givenUp = new ArrayDeque<>();

  private SiteRetries(SiteIngest ingest, int most) {
    this.ingest = ingest;
    this.most = most;
  }

  /**
   * Retries of batches of at most 50 events.
   *
   * @param most how many batches are held
   */
  public static SiteRetries of(SiteIngest ingest, int most) {
    return new SiteRetries(ingest, most);
  }

  /**
   * Appends a batch, now or by a later {@link #retry}.
   *
   * @return how many events were appended now
   * @throws TwinhouseException BAD_ARGUMENTS of a wrong batch, and what the house said when no more
   *     can be held: the sender is to keep it
   */
  public synchronized int append(String site, List<SiteEvent> events, Instant now) {
    try {
      return ingest.append(site, events, now);
    } catch (TwinhouseException failed) {
      if (failed.is(ErrorCode.BAD_ARGUMENTS) || waiting.size() + givenUp.size() >= most) {
        throw failed;
      }
      waiting.add(new Failed(site, List.copyOf(events), 1, now.plus(WAIT)));
      return 0;
    }
  }

  /**
   * Tries every batch that has waited for five seconds, each once.
   *
   * @return how many events were appended
   */
  public synchronized int retry(Instant now) {
    List<Failed> again = new ArrayList<>();
    int appended = 0;
    for (Iterator<Failed> all = waiting.iterator(); all.hasNext(); ) {
      Failed batch = all.next();
      if (batch.due().isAfter(now)) {
        continue;
      }
      all.remove();
      try {
        appended += ingest.append(batch.site(), batch.events(), now);
      } catch (TwinhouseException failed) {
        int attempts = batch.attempts() + 1;
        Failed later = new Failed(batch.site(), batch.events(), attempts, now.plus(WAIT));
        (attempts < ATTEMPTS ? again : givenUp).add(later);
      }
    }
    waiting.addAll(again);
    return appended;
  }

  /**
   * Gives batches that were tried three times another three attempts, the oldest first.
   *
   * @param limit how many at most
   * @return how many
   */
  public synchronized int reset(int limit, Instant now) {
    int count = 0;
    for (; count < limit && !givenUp.isEmpty(); count++) {
      Failed batch = givenUp.remove();
      waiting.add(new Failed(batch.site(), batch.events(), 0, now));
    }
    return count;
  }

  /** Batches that will be tried again. */
  public synchronized int waiting() {
    return waiting.size();
  }

  /** Batches that were tried three times. */
  public synchronized int givenUp() {
    return givenUp.size();
  }
}
