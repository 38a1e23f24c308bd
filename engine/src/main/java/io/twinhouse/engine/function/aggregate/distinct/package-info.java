// SPDX-License-Identifier: Apache-2.0

/**
 * Exact counts of distinct values: a set a group, in the form that takes the fewest bytes for what
 * it holds. Ids of one dictionary and narrow numbers are ints in a hash set or bits in a bit set,
 * wide numbers longs, everything else 128-bit hashes as on the server. Beside them the estimates:
 * of each row the very hash that the server counts, in samples and sketches that are the server's.
 */
@NullMarked
package io.twinhouse.engine.function.aggregate.distinct;

import org.jspecify.annotations.NullMarked;
