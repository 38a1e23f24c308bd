// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.sites;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of events, the newest first.
 *
 * @param next for the page after it, null if there is none
 */
public record EventPage(List<Row> rows, @Nullable EventCursor next) {

  /** One event. */
  public record Row(String id, Instant at, String type, String name, String visitor) {}

  public EventPage {
    rows = List.copyOf(rows);
  }
}
