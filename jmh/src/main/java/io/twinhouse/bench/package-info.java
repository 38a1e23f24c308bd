// SPDX-License-Identifier: Apache-2.0

/**
 * Time and peak memory of the metrics page, and the time from text to plan, as JMH benchmarks.
 * {@code ./twinhouse bench} runs them; peak memory is a secondary result that takes the greatest
 * value of an iteration, not a sum.
 */
@NullMarked
package io.twinhouse.bench;

import org.jspecify.annotations.NullMarked;
