// SPDX-License-Identifier: Apache-2.0

/** Scalar functions over states of aggregate functions, and aggregates over arrays. */
@NullMarked
package io.twinhouse.engine.function.scalar.state;

import org.jspecify.annotations.NullMarked;
