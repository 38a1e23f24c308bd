// SPDX-License-Identifier: Apache-2.0

/**
 * What functions over arrays, maps and tuples share: views of array columns, writers of array
 * results, sameness and order of elements, and lambdas evaluated over all elements of a batch.
 */
@NullMarked
package io.twinhouse.engine.function.nested;

import org.jspecify.annotations.NullMarked;
