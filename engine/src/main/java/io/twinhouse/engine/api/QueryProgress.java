// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.api;

/**
 * How far a query is.
 *
 * @param queryId to cancel it by, see {@link Twinhouse#cancel}
 * @param readRows rows looked at so far
 * @param readBytes bytes of column data decoded so far
 * @param rowsToRead about how many rows all its scans will look at, as far as they have begun; 0 if
 *     that is not known
 * @param elapsedNanos since it began
 * @param peakMemoryBytes most that it has held so far
 */
public record QueryProgress(
    String queryId,
    long readRows,
    long readBytes,
    long rowsToRead,
    long elapsedNanos,
    long peakMemoryBytes) {}
