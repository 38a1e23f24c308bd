// SPDX-License-Identifier: Apache-2.0
/**
 * Samples of time series brought onto a regular grid, as PromQL asks of them: each point of the
 * grid is answered from the samples of a window before it.
 */
@NullMarked
package io.twinhouse.engine.function.aggregate.grid;

import org.jspecify.annotations.NullMarked;
