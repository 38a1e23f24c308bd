// SPDX-License-Identifier: Apache-2.0

/**
 * Random histories of tables that keep one row a key: inserts, merges, mutations and drops, told to
 * the embedded house and to the real server, which must show the same after each step.
 */
@NullMarked
package io.twinhouse.server.history;

import org.jspecify.annotations.NullMarked;
