// SPDX-License-Identifier: Apache-2.0

/**
 * From parts to batches: granules that cannot match are pruned, the filter's columns are decoded
 * first, the others only for the rows that pass. Each source of a scan is for one thread.
 */
@NullMarked
package io.twinhouse.storage.arrow.read;

import org.jspecify.annotations.NullMarked;
