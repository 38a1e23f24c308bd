// SPDX-License-Identifier: Apache-2.0

/**
 * Physical plans as immutable records. The SQL front end makes them, the operators run them; they
 * hold no behaviour of their own.
 */
@NullMarked
package io.twinhouse.engine.plan;

import org.jspecify.annotations.NullMarked;
