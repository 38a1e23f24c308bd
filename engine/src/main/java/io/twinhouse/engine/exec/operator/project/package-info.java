// SPDX-License-Identifier: Apache-2.0

/** Row by row: filters and computed columns. */
@NullMarked
package io.twinhouse.engine.exec.operator.project;

import org.jspecify.annotations.NullMarked;
