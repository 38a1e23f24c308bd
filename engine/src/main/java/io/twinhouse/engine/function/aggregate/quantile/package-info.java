// SPDX-License-Identifier: Apache-2.0

/**
 * Quantiles: over a sample of at most 8192 values a group, which is exact up to that many, and over
 * all values. Levels are parameters; several levels give an array.
 */
@NullMarked
package io.twinhouse.engine.function.aggregate.quantile;

import org.jspecify.annotations.NullMarked;
