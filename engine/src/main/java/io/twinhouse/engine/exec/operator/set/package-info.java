// SPDX-License-Identifier: Apache-2.0

/** UNION ALL, INTERSECT and EXCEPT. */
@NullMarked
package io.twinhouse.engine.exec.operator.set;

import org.jspecify.annotations.NullMarked;
