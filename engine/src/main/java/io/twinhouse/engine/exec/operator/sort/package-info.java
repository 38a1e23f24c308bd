// SPDX-License-Identifier: Apache-2.0

/** Orders: how rows compare, full sorts and top-N. */
@NullMarked
package io.twinhouse.engine.exec.operator.sort;

import org.jspecify.annotations.NullMarked;
