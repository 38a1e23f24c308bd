// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.sites;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a visitor did.
 *
 * @param id the tracker's own name of the event, null if it gave none
 * @param at kept to the millisecond
 * @param type {@code page} or what else the tracker calls it
 * @param path of the page, empty if there is none
 * @param referrer empty if there is none
 * @param properties texts, numbers, truth values, null, and lists and maps of them
 */
public record SiteEvent(
    @Nullable String id,
    String visitor,
    String session,
    Instant at,
    String type,
    String name,
    String path,
    String referrer,
    Map<String, @Nullable Object> properties) {

  /** The type of an event that is the view of a page. */
  public static final String PAGE = "page";

  public SiteEvent {
    properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
  }

  /** What two reports of one event have in common. */
  String key() {
    return id != null && !id.isEmpty()
        ? id
        : String.join(":", visitor, session, Long.toString(at.toEpochMilli()), type, name, path);
  }
}
