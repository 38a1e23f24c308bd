// SPDX-License-Identifier: Apache-2.0

/**
 * JSON columns as they are kept: objects are shredded into one typed stream for each type of each
 * path, as {@link io.twinhouse.engine.json} infers them, a block being what {@code PartBuilder}
 * gets at once.
 */
@NullMarked
package io.twinhouse.storage.arrow.json;

import org.jspecify.annotations.NullMarked;
