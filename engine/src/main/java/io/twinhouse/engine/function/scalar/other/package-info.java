// SPDX-License-Identifier: Apache-2.0
/** Functions about types, the server and the query, readable numbers, and the like. */
@NullMarked
package io.twinhouse.engine.function.scalar.other;

import org.jspecify.annotations.NullMarked;
