// SPDX-License-Identifier: Apache-2.0

/**
 * Aggregates that fold numbers into numbers: counts, sums, averages, bits, moments. Their states
 * are a few words a group, their loops run over lanes.
 */
@NullMarked
package io.twinhouse.engine.function.aggregate.number;

import org.jspecify.annotations.NullMarked;
