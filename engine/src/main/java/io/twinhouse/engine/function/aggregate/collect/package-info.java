// SPDX-License-Identifier: Apache-2.0

/**
 * Aggregates that collect the values of a group: as they come, each once, or the most frequent.
 * Values of all groups lie in one buffer, with the group of each beside it; they are sorted by
 * group when results are asked for.
 */
@NullMarked
package io.twinhouse.engine.function.aggregate.collect;

import org.jspecify.annotations.NullMarked;
