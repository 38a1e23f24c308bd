// SPDX-License-Identifier: Apache-2.0

/**
 * Metrics: named, windowed queries with declared parameters, the scans that see all history, a
 * distinct mode and a memory budget; the files they are written in; and pages of metrics that are
 * asked together under one cap.
 */
@NullMarked
package io.twinhouse.engine.metrics;

import org.jspecify.annotations.NullMarked;
