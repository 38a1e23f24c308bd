// SPDX-License-Identifier: Apache-2.0

/** Grouping, grouping sets, totals and distinct rows. */
@NullMarked
package io.twinhouse.engine.exec.operator.aggregate;

import org.jspecify.annotations.NullMarked;
