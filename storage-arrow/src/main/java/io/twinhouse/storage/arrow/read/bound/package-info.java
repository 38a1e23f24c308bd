// SPDX-License-Identifier: Apache-2.0

/**
 * What is known of granules without reading them: their ranges in the primary index, the least and
 * greatest values of columns and of where they stand.
 */
@NullMarked
package io.twinhouse.storage.arrow.read.bound;

import org.jspecify.annotations.NullMarked;
