// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.spi;

/**
 * What the server reported of a query.
 *
 * @param writtenRows rows that an INSERT wrote
 * @param peakMemoryBytes the server's own figure
 * @param exactPeak whether it was read under conditions that make it final and repeatable
 */
public record RemoteStatistics(
    long readRows,
    long readBytes,
    long writtenRows,
    long resultRows,
    long elapsedNanos,
    long peakMemoryBytes,
    boolean exactPeak) {}
