// SPDX-License-Identifier: Apache-2.0
/**
 * What a metric asks of its query, one class a rewrite: bound every scan to the window, count
 * distinct strings by their hash, keep one key in N on every scan, refuse unbounded grouping. A
 * rewrite that would change what the query means is refused; each says in a note what it did.
 */
@NullMarked
package io.twinhouse.sql.rewrite;

import org.jspecify.annotations.NullMarked;
