// SPDX-License-Identifier: Apache-2.0

/**
 * The embedded house: databases, tables and views in memory ({@code arrow:memory:}) or in a
 * directory ({@code arrow:/path}). The way of an insert: sink, buffers, sort and collapse, part
 * file, manifest. The way of a read: snapshot, pruning, granules, batches.
 */
@NullMarked
package io.twinhouse.storage.arrow;

import org.jspecify.annotations.NullMarked;
