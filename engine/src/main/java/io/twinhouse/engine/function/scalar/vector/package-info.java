// SPDX-License-Identifier: Apache-2.0
/**
 * Norms and distances of arrays of numbers. Sums of floats depend on the order of their terms and
 * on what is rounded in between, so each function adds in the server's order: in so many lanes,
 * with fused multiplication where the server's is.
 */
@NullMarked
package io.twinhouse.engine.function.scalar.vector;

import org.jspecify.annotations.NullMarked;
