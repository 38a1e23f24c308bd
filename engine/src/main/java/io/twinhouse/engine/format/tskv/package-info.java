// SPDX-License-Identifier: Apache-2.0
/** Rows of name=value, which need not all have the same columns: TSKV, and Form for one row. */
@NullMarked
package io.twinhouse.engine.format.tskv;

import org.jspecify.annotations.NullMarked;
