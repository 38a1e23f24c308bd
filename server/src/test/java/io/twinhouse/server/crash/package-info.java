// SPDX-License-Identifier: Apache-2.0

/** A process that writes to a store and is killed, again and again, and what must be left then. */
@NullMarked
package io.twinhouse.server.crash;

import org.jspecify.annotations.NullMarked;
