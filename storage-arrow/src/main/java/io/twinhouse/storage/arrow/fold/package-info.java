// SPDX-License-Identifier: Apache-2.0

/**
 * Folding: what SummingMergeTree and AggregatingMergeTree make of rows of one sorting key. A plan
 * says for each column whether it is summed, merged as a state or keeps its first value; the same
 * plan serves inserts, merges and reads with FINAL, so that all three agree.
 */
@NullMarked
package io.twinhouse.storage.arrow.fold;

import org.jspecify.annotations.NullMarked;
