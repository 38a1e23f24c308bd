// SPDX-License-Identifier: Apache-2.0

/**
 * How a table's parts change: one manifest that is replaced in one step, so that a crash leaves the
 * state before a commit or after it; snapshots that readers hold; recovery when a table is opened.
 * A change of two tables, {@link io.twinhouse.storage.arrow.commit.PartitionMove}, is decided by
 * the manifest of the one that gets the rows.
 */
@NullMarked
package io.twinhouse.storage.arrow.commit;

import org.jspecify.annotations.NullMarked;
