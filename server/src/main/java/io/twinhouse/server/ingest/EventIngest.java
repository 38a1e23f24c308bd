// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.ingest;

import io.twinhouse.engine.api.Twinhouse;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.exchange.Appender;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes batches of client events into the table {@code events} of a house. Thread-safe. */
public final class EventIngest {

  private static final int MOST_EVENTS = 500;
  private static final Set<String> TYPES = Set.of("$page-view", "$click");

  private final Twinhouse house;

  private EventIngest(Twinhouse house) {
    this.house = house;
  }

  public static EventIngest into(Twinhouse house) {
    return new EventIngest(house);
  }

  /**
   * Appends a batch.
   *
   * @return how many events were appended
   * @throws TwinhouseException BAD_ARGUMENTS with what is wrong; nothing was appended then
   */
  public int append(EventBatch batch) {
    String user = signedIn(batch.userId());
    String token = signedIn(batch.refreshTokenId());
    String segment = uuid("session replay segment id", batch.segmentId());
    uuid("batch id", batch.batchId());
    int count = batch.events().size();
    if (count == 0 || count > MOST_EVENTS) {
      throw wrong("a batch has 1 to " + MOST_EVENTS + " events, this one " + count);
    }
    List<@Nullable Object[]> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      ClientEvent event = batch.events().get(i);
      if (!TYPES.contains(event.type())) {
        throw wrong("event " + i + " is of type '" + event.type() + "', which clients do not send");
      }
      rows.add(
          new @Nullable Object[] {
            event.type(),
            moment(i, event.eventAtMs()),
            WellFormed.of(event.data()),
            batch.projectId(),
            batch.branchId(),
            user,
            null,
            token,
            segment
          });
    }
    try (Appender appender =
        Appender.to(
            house,
            "events",
            "event_type",
            "event_at",
            "data",
            "project_id",
            "branch_id",
            "user_id",
            "team_id",
            "refresh_token_id",
            "session_replay_segment_id")) {
      rows.forEach(appender::append);
    }
    return count;
  }

  private static String signedIn(@Nullable String id) {
    if (id == null || id.isEmpty()) {
      throw wrong("events are taken from signed-in users with a refresh token only");
    }
    return id;
  }

  private static String uuid(String what, String text) {
    try {
      // UUID.fromString takes shorter groups, too
      if (text.length() == 36) {
        return UUID.fromString(text).toString();
      }
    } catch (IllegalArgumentException malformed) {
      throw wrong("its " + what + " '" + text + "' is no UUID");
    }
    throw wrong("its " + what + " '" + text + "' is no UUID");
  }

  private static Instant moment(int event, @Nullable Object value) {
    if (value instanceof Number number
        && (number instanceof Integer || number instanceof Long)
        && number.longValue() >= 0) {
      return Instant.ofEpochMilli(number.longValue());
    }
    throw wrong("event " + event + " has event_at_ms " + value + ", no whole number from 0 on");
  }

  private static TwinhouseException wrong(String why) {
    return new TwinhouseException(ErrorCode.BAD_ARGUMENTS, "Event batch refused: " + why);
  }
}
