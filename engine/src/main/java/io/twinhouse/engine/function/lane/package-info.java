// SPDX-License-Identifier: Apache-2.0
/**
 * Views that read an argument column by row whatever its encoding: a constant is a lane of one
 * value under a row mask of zero, so that a loop over a view has neither a branch nor a virtual
 * call.
 */
@NullMarked
package io.twinhouse.engine.function.lane;

import org.jspecify.annotations.NullMarked;
