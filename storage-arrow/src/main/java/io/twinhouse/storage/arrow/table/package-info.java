// SPDX-License-Identifier: Apache-2.0

/**
 * Tables as the catalog holds them: inserts, reads, merges of one table, and the resolution of
 * versions where a table replaces them.
 */
@NullMarked
package io.twinhouse.storage.arrow.table;

import org.jspecify.annotations.NullMarked;
