// SPDX-License-Identifier: Apache-2.0
/** The scalar functions of ClickHouse, a room a family; here is the list of all families. */
@NullMarked
package io.twinhouse.engine.function.scalar;

import org.jspecify.annotations.NullMarked;
