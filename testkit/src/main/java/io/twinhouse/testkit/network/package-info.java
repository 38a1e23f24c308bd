// SPDX-License-Identifier: Apache-2.0
/**
 * A bad network on purpose: {@link io.twinhouse.testkit.network.FaultyProxy} stands between a
 * client and a server and, at a chosen byte of a chosen direction, does to the conversation what
 * networks, load balancers and dying servers do. A test walks the byte through a whole conversation
 * and so meets every moment at which it can break.
 */
@NullMarked
package io.twinhouse.testkit.network;

import org.jspecify.annotations.NullMarked;
