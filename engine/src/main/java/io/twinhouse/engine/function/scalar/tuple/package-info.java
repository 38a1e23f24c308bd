// SPDX-License-Identifier: Apache-2.0

/** Functions that make tuples and maps and take them apart. */
@NullMarked
package io.twinhouse.engine.function.scalar.tuple;

import org.jspecify.annotations.NullMarked;
