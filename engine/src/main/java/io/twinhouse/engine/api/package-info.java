// SPDX-License-Identifier: Apache-2.0

/**
 * The public API: open an engine on a house, run queries and metrics, read results as batches or
 * rows together with the peak memory of the query.
 */
@NullMarked
package io.twinhouse.engine.api;

import org.jspecify.annotations.NullMarked;
