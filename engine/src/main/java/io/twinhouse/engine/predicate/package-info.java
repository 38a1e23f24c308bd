// SPDX-License-Identifier: Apache-2.0

/**
 * What a filter says of single columns, taken out of its expression, so that a house can leave out
 * data that cannot match: value ranges per column, combined by AND and OR, tested against the
 * bounds of a piece of data. Always conservative: what is not understood may match.
 */
@NullMarked
package io.twinhouse.engine.predicate;

import org.jspecify.annotations.NullMarked;
