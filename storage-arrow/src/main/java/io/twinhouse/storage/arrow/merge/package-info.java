// SPDX-License-Identifier: Apache-2.0

/**
 * Merges: which parts of a partition become one, and how their rows and row sets do. A merge only
 * ever takes parts that follow each other, so that age stays a property of parts. Parts are cut at
 * keys and merged slice by slice, in memory that does not depend on their size.
 */
@NullMarked
package io.twinhouse.storage.arrow.merge;

import org.jspecify.annotations.NullMarked;
