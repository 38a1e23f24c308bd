// SPDX-License-Identifier: Apache-2.0
/**
 * Values of one type as values of another, as ClickHouse's CAST makes them: wrapping integers,
 * cutting decimals, clamping dates, parsing and printing text, element by element in containers.
 */
@NullMarked
package io.twinhouse.engine.function.convert;

import org.jspecify.annotations.NullMarked;
