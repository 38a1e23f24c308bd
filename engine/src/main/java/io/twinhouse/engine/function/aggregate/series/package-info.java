// SPDX-License-Identifier: Apache-2.0

/** Aggregates over pairs or series of numbers: differences, intervals, lines, histograms. */
@NullMarked
package io.twinhouse.engine.function.aggregate.series;

import org.jspecify.annotations.NullMarked;
