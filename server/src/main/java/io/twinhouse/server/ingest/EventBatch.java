// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.ingest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a signed-in client sent at once.
 *
 * @param userId of the session, null if nobody is signed in
 * @param refreshTokenId of the session, null if nobody is signed in
 * @param batchId a UUID
 * @param segmentId a UUID
 */
public record EventBatch(
    String projectId,
    String branchId,
    @Nullable String userId,
    @Nullable String refreshTokenId,
    String batchId,
    String segmentId,
    List<ClientEvent> events) {

  public EventBatch {
    events = List.copyOf(events);
  }
}
