// SPDX-License-Identifier: Apache-2.0

/**
 * Aggregates that choose one row's value in each group: the first, the last, the smallest, the one
 * where another is largest. A chooser finds the rows that win, kept values of any type remember
 * what stood there.
 */
@NullMarked
package io.twinhouse.engine.function.aggregate.choice;

import org.jspecify.annotations.NullMarked;
