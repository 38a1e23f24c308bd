// SPDX-License-Identifier: Apache-2.0

/**
 * Higher-order functions over arrays. The lambda is evaluated over all elements of a batch at once;
 * the functions here read its answers row by row.
 */
@NullMarked
package io.twinhouse.engine.function.scalar.lambda;

import org.jspecify.annotations.NullMarked;
