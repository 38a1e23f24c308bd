// SPDX-License-Identifier: Apache-2.0
/** TSKV: rows of name=value, for data whose rows do not all have the same columns. */
@NullMarked
package io.twinhouse.engine.format.tskv;

import org.jspecify.annotations.NullMarked;
