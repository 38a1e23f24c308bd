// SPDX-License-Identifier: Apache-2.0

/**
 * The gate for SQL that users of an application write: one tenant's rows of some tables, under
 * limits, on either house; and what of a failure its author may read.
 */
@NullMarked
package io.twinhouse.engine.gate;

import org.jspecify.annotations.NullMarked;
