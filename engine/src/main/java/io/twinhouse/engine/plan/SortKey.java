// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.plan;

/**
 * One key of an order.
 *
 * @param column of the input
 * @param nullsFirst where NULL (and NaN, as in ClickHouse) goes
 */
public record SortKey(int column, boolean descending, boolean nullsFirst) {}
