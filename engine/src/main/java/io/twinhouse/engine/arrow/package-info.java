// SPDX-License-Identifier: Apache-2.0
/**
 * Columns as Arrow lays them out, and back: which Arrow type stands for which of ClickHouse's, and
 * the validity, offset and value buffers of a batch. Buffers are arrays on the heap; whoever wants
 * them in a file, on a connection or in vectors of Arrow's own puts them there.
 */
@NullMarked
package io.twinhouse.engine.arrow;

import org.jspecify.annotations.NullMarked;
