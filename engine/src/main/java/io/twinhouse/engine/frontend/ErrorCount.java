// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.frontend;

/**
 * How often queries failed with one error since the engine was opened.
 *
 * @param last the query that failed last
 */
public record ErrorCount(int code, long count, QueryEntry last) {}
