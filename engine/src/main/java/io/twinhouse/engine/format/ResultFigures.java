// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.format;

/**
 * What some formats print behind the rows.
 *
 * @param rowsBeforeLimit rows there would be without LIMIT, or -1 where nothing is known of them
 */
public record ResultFigures(
    long elapsedNanos, long readRows, long readBytes, long rowsBeforeLimit) {}
