// SPDX-License-Identifier: Apache-2.0

/**
 * The metrics that Twinhouse brings along: the ten queries of an analytics back end's own metrics
 * page, written as SQL files with a typed header, and what reads such files.
 */
@NullMarked
package io.twinhouse.server.metrics;

import org.jspecify.annotations.NullMarked;
