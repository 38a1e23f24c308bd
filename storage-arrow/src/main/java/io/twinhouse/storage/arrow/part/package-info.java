// SPDX-License-Identifier: Apache-2.0

/**
 * Immutable parts: a part file opened for reading, counted by its readers, deleted when it was
 * replaced and the last reader is gone; and what a table's newest state knows of each part.
 */
@NullMarked
package io.twinhouse.storage.arrow.part;

import org.jspecify.annotations.NullMarked;
