// SPDX-License-Identifier: Apache-2.0

/**
 * Aggregates over moments: variance, covariance, correlation, skewness, kurtosis, from sums of
 * powers as ClickHouse keeps them.
 */
@NullMarked
package io.twinhouse.engine.function.aggregate.moment;

import org.jspecify.annotations.NullMarked;
