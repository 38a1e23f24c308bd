// SPDX-License-Identifier: Apache-2.0
/**
 * How a function is written down: one entry of a family, a rule that looks at the call and either
 * refuses it in the server's words or names result type and kernel.
 */
@NullMarked
package io.twinhouse.engine.function.define;

import org.jspecify.annotations.NullMarked;
