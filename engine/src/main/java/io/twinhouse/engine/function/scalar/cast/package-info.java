// SPDX-License-Identifier: Apache-2.0
/** Functions that turn values of one type into values of another. */
@NullMarked
package io.twinhouse.engine.function.scalar.cast;

import org.jspecify.annotations.NullMarked;
