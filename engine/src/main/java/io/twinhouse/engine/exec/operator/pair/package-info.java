// SPDX-License-Identifier: Apache-2.0

/**
 * Distinct pairs of a dictionary's entry and a small number, such as the days on which a user came:
 * a bit a pair, shared by all partitions, from which rows come out by entry and number, the number
 * before beside them where a window asks for it.
 */
@NullMarked
package io.twinhouse.engine.exec.operator.pair;

import org.jspecify.annotations.NullMarked;
