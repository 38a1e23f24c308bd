// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.lookup;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a dictionary is doing.
 *
 * @param loaded whether its rows were read
 * @param asked keys that were looked up
 * @param foundRate which part of them was there
 * @param read when its rows were read; null before
 * @param nanos how long that took
 * @param errors in a row, since the last success
 * @param failure the last one's text; null for none
 */
public record LookupStatus(
    boolean loaded,
    long elements,
    long bytes,
    long asked,
    double foundRate,
    @Nullable Instant read,
    long nanos,
    long errors,
    @Nullable String failure) {}
