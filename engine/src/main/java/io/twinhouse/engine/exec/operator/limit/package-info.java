// SPDX-License-Identifier: Apache-2.0

/** LIMIT, its ties, and LIMIT BY. */
@NullMarked
package io.twinhouse.engine.exec.operator.limit;

import org.jspecify.annotations.NullMarked;
