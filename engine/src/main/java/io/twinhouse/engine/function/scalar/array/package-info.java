// SPDX-License-Identifier: Apache-2.0

/**
 * Functions over arrays without lambdas: making, reading, searching, cutting and joining them.
 * LowCardinality is taken off elements, as the server does.
 */
@NullMarked
package io.twinhouse.engine.function.scalar.array;

import org.jspecify.annotations.NullMarked;
