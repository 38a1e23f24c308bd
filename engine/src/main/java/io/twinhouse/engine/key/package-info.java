// SPDX-License-Identifier: Apache-2.0

/**
 * Distinct keys, numbered: the one hash structure behind GROUP BY, DISTINCT, joins, sets and LIMIT
 * BY. Keys of any types; narrow ones (numbers, days, dictionary ids, and combinations that fit 64
 * bits) live as one long, in a plain array where they lie close together and in an open-addressing
 * table elsewhere; all others as encoded bytes. Equality is ClickHouse's for grouping: NULL equals
 * NULL, NaN equals NaN, 0.0 and -0.0 differ.
 */
@NullMarked
package io.twinhouse.engine.key;

import org.jspecify.annotations.NullMarked;
