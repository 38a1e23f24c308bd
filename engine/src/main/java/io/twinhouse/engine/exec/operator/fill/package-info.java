// SPDX-License-Identifier: Apache-2.0

/** WITH FILL: rows that are added where sorted keys lack values of their grids. */
@NullMarked
package io.twinhouse.engine.exec.operator.fill;

import org.jspecify.annotations.NullMarked;
