// SPDX-License-Identifier: Apache-2.0

/**
 * How an aggregate function is written down: one entry of a family, a rule that looks at the call
 * and either refuses it in the server's words or names result type and states.
 */
@NullMarked
package io.twinhouse.engine.function.aggregate.define;

import org.jspecify.annotations.NullMarked;
