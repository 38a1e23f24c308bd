// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.ingest;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A sign-in or a refresh of a session, as the back end reports it.
 *
 * @param at kept to the millisecond
 * @param userId null or empty if there is none
 * @param address of the client
 * @param countryCode null if the address tells no country
 */
public record TokenRefresh(
    Instant at,
    @Nullable String userId,
    String refreshTokenId,
    boolean anonymous,
    String address,
    @Nullable String countryCode) {

  static final String TYPE = "$token-refresh";

  /** What the event's row says beside its columns. */
  Map<String, @Nullable Object> payload() {
    Map<String, @Nullable Object> place = new LinkedHashMap<>();
    place.put("ip", address);
    place.put("country_code", countryCode);
    Map<String, @Nullable Object> payload = new LinkedHashMap<>();
    payload.put("refresh_token_id", refreshTokenId);
    payload.put("is_anonymous", anonymous);
    payload.put("ip_info", place);
    return payload;
  }
}
