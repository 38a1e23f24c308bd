// SPDX-License-Identifier: Apache-2.0

/**
 * Suffixes that make new aggregate functions of old ones: a condition, a default, distinct rows,
 * elements of arrays or maps, states in place of results.
 */
@NullMarked
package io.twinhouse.engine.function.aggregate.combinator;

import org.jspecify.annotations.NullMarked;
