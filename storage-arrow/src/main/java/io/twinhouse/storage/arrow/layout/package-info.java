// SPDX-License-Identifier: Apache-2.0

/**
 * A table's definition made ready for work: which engine it names and what that engine does with
 * rows, which columns are stored, its key, partition and default expressions bound.
 */
@NullMarked
package io.twinhouse.storage.arrow.layout;

import org.jspecify.annotations.NullMarked;
