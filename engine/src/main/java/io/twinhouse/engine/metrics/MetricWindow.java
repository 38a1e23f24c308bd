// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.metrics;

/**
 * The half-open time window of a metric.
 *
 * @param column time column; every scan of a table that has it is bounded
 * @param since name of the parameter with the first moment inside
 * @param until name of the parameter with the first moment outside
 */
public record MetricWindow(String column, String since, String until) {}
