// SPDX-License-Identifier: Apache-2.0
/**
 * How much users may ask for within an interval of time: limits of queries, rows, bytes and time,
 * and the accounts that say how much of them is used up. Intervals begin where the server's do, at
 * multiples of their length since 1970, and what is used is forgotten with the process.
 */
@NullMarked
package io.twinhouse.engine.access.quota;

import org.jspecify.annotations.NullMarked;
