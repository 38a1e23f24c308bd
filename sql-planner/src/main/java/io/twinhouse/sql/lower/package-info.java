// SPDX-License-Identifier: Apache-2.0

/**
 * From relational nodes to the engine's plan records: conditions become values again, join keys
 * become columns, an order under a limit becomes a top-N.
 */
@NullMarked
package io.twinhouse.sql.lower;

import org.jspecify.annotations.NullMarked;
