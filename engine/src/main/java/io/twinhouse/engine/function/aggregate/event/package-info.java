// SPDX-License-Identifier: Apache-2.0

/** Aggregates over events in the order of their times: funnels, retention, sequences. */
@NullMarked
package io.twinhouse.engine.function.aggregate.event;

import org.jspecify.annotations.NullMarked;
