// SPDX-License-Identifier: Apache-2.0
/** Text taken apart into arrays. */
@NullMarked
package io.twinhouse.engine.function.scalar.split;

import org.jspecify.annotations.NullMarked;
