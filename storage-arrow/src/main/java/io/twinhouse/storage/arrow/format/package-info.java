// SPDX-License-Identifier: Apache-2.0

/**
 * What every version of the part format offers: a part's description, its streams of pages with
 * their zone maps, writers and readers. The bytes themselves are specified by the version's own
 * package; a later version is a sibling package, and the older one stays readable.
 */
@NullMarked
package io.twinhouse.storage.arrow.format;

import org.jspecify.annotations.NullMarked;
