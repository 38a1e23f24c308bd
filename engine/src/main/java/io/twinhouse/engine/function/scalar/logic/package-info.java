// SPDX-License-Identifier: Apache-2.0
/** Three-valued logic, choices between values, and functions about NULL itself. */
@NullMarked
package io.twinhouse.engine.function.scalar.logic;

import org.jspecify.annotations.NullMarked;
