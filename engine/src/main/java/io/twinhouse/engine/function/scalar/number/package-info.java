// SPDX-License-Identifier: Apache-2.0
/** Functions of numbers: arithmetic with ClickHouse's result types, rounding, bits, mathematics. */
@NullMarked
package io.twinhouse.engine.function.scalar.number;

import org.jspecify.annotations.NullMarked;
