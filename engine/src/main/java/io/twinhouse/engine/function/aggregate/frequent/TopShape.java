// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.frequent;

import io.twinhouse.engine.type.Type;

/**
 * What topK is asked for.
 *
 * @param type of the values
 * @param limit values in the result
 * @param capacity counters
 * @param weighted whether the second argument is a weight
 * @param withCounts whether counts and errors are part of the result
 */
record TopShape(Type type, int limit, int capacity, boolean weighted, boolean withCounts) {}
