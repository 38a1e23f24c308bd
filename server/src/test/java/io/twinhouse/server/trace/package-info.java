// SPDX-License-Identifier: Apache-2.0
/**
 * Requests as they go over the wire, byte by byte, and what the real server once answered to them:
 * the record is replayed against our endpoint.
 */
@NullMarked
package io.twinhouse.server.trace;

import org.jspecify.annotations.NullMarked;
