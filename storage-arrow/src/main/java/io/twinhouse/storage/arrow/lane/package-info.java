// SPDX-License-Identifier: Apache-2.0

/**
 * Growing vectors, one a lane, whose arrays are reserved before they are allocated and reused from
 * batch to batch. Inserts collect rows in them, scans decode pages into them; {@link
 * io.twinhouse.storage.arrow.lane.LaneBuffer#view()} shows them as an engine column without a copy.
 */
@NullMarked
package io.twinhouse.storage.arrow.lane;

import org.jspecify.annotations.NullMarked;
