// SPDX-License-Identifier: Apache-2.0

/** Leaves: reads of tables, and rows known while planning. */
@NullMarked
package io.twinhouse.engine.exec.operator.scan;

import org.jspecify.annotations.NullMarked;
