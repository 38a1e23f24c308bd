// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.ingest;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One event as a client sent it, not looked at yet.
 *
 * @param eventAtMs what stands for the moment, milliseconds since 1970
 * @param data the payload: texts, numbers, truth values, null, and lists and maps of them
 */
public record ClientEvent(
    String type, @Nullable Object eventAtMs, Map<String, @Nullable Object> data) {

  public ClientEvent {
    data = Collections.unmodifiableMap(new LinkedHashMap<>(data));
  }
}
