// SPDX-License-Identifier: Apache-2.0

/**
 * Aggregates whose state is one object a group, fed row by row: for states of growing or odd shape,
 * where arrays by group number bring nothing.
 */
@NullMarked
package io.twinhouse.engine.function.aggregate.object;

import org.jspecify.annotations.NullMarked;
