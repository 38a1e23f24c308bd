// SPDX-License-Identifier: Apache-2.0

/**
 * What tells rows apart without reading columns: sets of row numbers (Roaring), the sparse primary
 * index and zone maps turned into bounds for pruning, and the newest row of each key.
 */
@NullMarked
package io.twinhouse.storage.arrow.index;

import org.jspecify.annotations.NullMarked;
