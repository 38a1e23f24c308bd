// SPDX-License-Identifier: Apache-2.0

/**
 * Rows kept or compacted: reusable, accounted copies of column values. A column buffer copies
 * chosen rows of one column vector by vector; a batch buffer does so for a batch; a row store keeps
 * any number of rows in chunks and hands them out again in any order.
 */
@NullMarked
package io.twinhouse.engine.buffer;

import org.jspecify.annotations.NullMarked;
