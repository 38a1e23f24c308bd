// SPDX-License-Identifier: Apache-2.0
/**
 * The formats Arrow and ArrowStream: messages of Arrow's interprocess format around the blocks of
 * {@link io.twinhouse.engine.arrow}, one behind the other on a stream, or between the marks and the
 * footer of a file. Both are written and read in the memory of one block.
 */
@NullMarked
package io.twinhouse.server.arrow;

import org.jspecify.annotations.NullMarked;
