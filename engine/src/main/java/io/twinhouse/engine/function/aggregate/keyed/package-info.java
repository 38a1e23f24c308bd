// SPDX-License-Identifier: Apache-2.0

/** Aggregates of arrays of values under arrays of keys: sumMap and its kin. */
@NullMarked
package io.twinhouse.engine.function.aggregate.keyed;

import org.jspecify.annotations.NullMarked;
