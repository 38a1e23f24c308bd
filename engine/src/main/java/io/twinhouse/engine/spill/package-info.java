// SPDX-License-Identifier: Apache-2.0

/**
 * State that leaves memory: rows in chunks on disk, read back in the order they were written, or by
 * hash in buckets. A query has one space of files, which is bounded and deleted with the query;
 * what a crash left behind goes when the next engine opens the directory. Nothing here survives a
 * query, so nothing is synced.
 */
@NullMarked
package io.twinhouse.engine.spill;

import org.jspecify.annotations.NullMarked;
