// SPDX-License-Identifier: Apache-2.0

/**
 * What a running query shares: its memory, limits, cancellation and figures, and the fixed pool of
 * worker threads on which queries take turns in short steps.
 */
@NullMarked
package io.twinhouse.engine.exec.task;

import org.jspecify.annotations.NullMarked;
