// SPDX-License-Identifier: Apache-2.0

/**
 * How a plan runs: the operator protocol, the query context (memory, settings, cancellation,
 * counters) and the compilation of plans to operators.
 */
@NullMarked
package io.twinhouse.engine.exec;

import org.jspecify.annotations.NullMarked;
