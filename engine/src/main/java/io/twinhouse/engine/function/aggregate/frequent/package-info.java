// SPDX-License-Identifier: Apache-2.0

/** Aggregates that find the most frequent values. */
@NullMarked
package io.twinhouse.engine.function.aggregate.frequent;

import org.jspecify.annotations.NullMarked;
