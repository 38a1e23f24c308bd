// SPDX-License-Identifier: Apache-2.0

/** ARRAY JOIN. */
@NullMarked
package io.twinhouse.engine.exec.operator.array;

import org.jspecify.annotations.NullMarked;
