// SPDX-License-Identifier: Apache-2.0
/**
 * Comparisons of any two types that ClickHouse compares, the smallest and the largest of values.
 */
@NullMarked
package io.twinhouse.engine.function.scalar.compare;

import org.jspecify.annotations.NullMarked;
