// SPDX-License-Identifier: Apache-2.0

/**
 * What a statement is counted by and held to: bytes of blocks as the server counts them, figures of
 * what was written, measurements of a run, limits of an engine and of a result.
 */
@NullMarked
package io.twinhouse.engine.api.measure;

import org.jspecify.annotations.NullMarked;
