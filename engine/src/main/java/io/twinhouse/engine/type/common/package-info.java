// SPDX-License-Identifier: Apache-2.0

/** The type that values of several types have in common. */
@NullMarked
package io.twinhouse.engine.type.common;

import org.jspecify.annotations.NullMarked;
