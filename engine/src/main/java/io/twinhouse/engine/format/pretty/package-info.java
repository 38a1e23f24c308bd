// SPDX-License-Identifier: Apache-2.0

/** The Pretty family: tables for the eye. Rows are gathered first, since widths depend on all. */
@NullMarked
package io.twinhouse.engine.format.pretty;

import org.jspecify.annotations.NullMarked;
