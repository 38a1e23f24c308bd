// SPDX-License-Identifier: Apache-2.0

/**
 * Window functions over rows sorted by partition and order. Whole partitions are gathered into
 * blocks of some thousand rows; each function fills one column of the block.
 */
@NullMarked
package io.twinhouse.engine.exec.operator.window;

import org.jspecify.annotations.NullMarked;
