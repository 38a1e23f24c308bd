// SPDX-License-Identifier: Apache-2.0
/**
 * Points on the globe and in the plane: distances, geohashes, and what a point lies in. Distances
 * are the server's own approximations, rebuilt step by step, so that they agree to the last bit.
 */
@NullMarked
package io.twinhouse.engine.function.scalar.geo;

import org.jspecify.annotations.NullMarked;
