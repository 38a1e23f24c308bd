// SPDX-License-Identifier: Apache-2.0
/** Functions of dates and times: parts, beginnings, distances, sums with intervals, clocks. */
@NullMarked
package io.twinhouse.engine.function.scalar.time;

import org.jspecify.annotations.NullMarked;
