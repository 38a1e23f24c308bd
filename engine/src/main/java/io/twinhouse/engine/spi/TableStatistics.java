// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.spi;

/**
 * Size of a table.
 *
 * @param rows rows, all versions counted
 * @param bytes bytes on disk or in memory
 * @param parts immutable parts
 */
public record TableStatistics(long rows, long bytes, long parts) {}
