// SPDX-License-Identifier: Apache-2.0
/**
 * Values of the geometric types: read from and written as well-known text and binary, drawn, and
 * measured in the plane. What the server computes on the sphere hangs on the last bits of its
 * mathematics library and is not here.
 */
@NullMarked
package io.twinhouse.engine.function.scalar.shape;

import org.jspecify.annotations.NullMarked;
