// SPDX-License-Identifier: Apache-2.0

/**
 * Functions over values that carry their own type. Paths of JSON values, and functions that look at
 * the type, are entries of the registry; any other function is put behind {@link
 * io.twinhouse.engine.function.dynamic.DynamicBinding}, which runs it once for each type that a
 * batch holds. What the server makes of such a call is known for the functions listed there alone,
 * so all others are refused.
 */
@NullMarked
package io.twinhouse.engine.function.dynamic;

import org.jspecify.annotations.NullMarked;
