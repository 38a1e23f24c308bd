// SPDX-License-Identifier: Apache-2.0

/**
 * Columns and batches: cache-resident vectors on primitive arrays that travel between operators,
 * dictionaries behind dictionary-encoded columns, and the builders that make them. A column does
 * not know its ClickHouse type; a schema travels beside it.
 */
@NullMarked
package io.twinhouse.engine.column;

import org.jspecify.annotations.NullMarked;
