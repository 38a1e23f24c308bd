// SPDX-License-Identifier: Apache-2.0

/**
 * Bound scalar expressions as immutable records, and their vectorized evaluation over batches:
 * constants once, dictionary-encoded arguments once per entry, everything else once per row.
 */
@NullMarked
package io.twinhouse.engine.expression;

import org.jspecify.annotations.NullMarked;
