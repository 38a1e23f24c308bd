// SPDX-License-Identifier: Apache-2.0

/**
 * From a key to its id: {@link io.twinhouse.storage.arrow.lookup.KeyLookup} over keys that live
 * elsewhere, as an open-addressing table on the heap or as a Chronicle Map in a file. Both are
 * derived state, made anew whenever it is in doubt that they fit their keys.
 */
@NullMarked
package io.twinhouse.storage.arrow.lookup;

import org.jspecify.annotations.NullMarked;
