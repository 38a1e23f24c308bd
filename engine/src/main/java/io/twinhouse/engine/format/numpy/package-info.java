// SPDX-License-Identifier: Apache-2.0
/**
 * Npy, the file of one NumPy array: a header that tells the element and the shape, then the
 * elements. The first dimension is the rows, the others are arrays within a row.
 */
@NullMarked
package io.twinhouse.engine.format.numpy;

import org.jspecify.annotations.NullMarked;
