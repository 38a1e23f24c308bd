// SPDX-License-Identifier: Apache-2.0

/**
 * Functions by entry: every scalar and aggregate function is one entry in the registry (name, type
 * rule, evaluation). The planner, the operators and the generated documentation all read that
 * entry.
 */
@NullMarked
package io.twinhouse.engine.function;

import org.jspecify.annotations.NullMarked;
