// SPDX-License-Identifier: Apache-2.0

/**
 * Time and peak memory of the metrics page, the time from text to plan, and look-ups of keys on the
 * heap and in mapped files, as JMH benchmarks. {@code ./twinhouse bench} runs them; peak memory is
 * a secondary result that takes the greatest value of an iteration, not a sum.
 */
@NullMarked
package io.twinhouse.bench;

import org.jspecify.annotations.NullMarked;
