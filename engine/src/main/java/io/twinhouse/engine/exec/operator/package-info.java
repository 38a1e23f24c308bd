// SPDX-License-Identifier: Apache-2.0

/**
 * The protocol between operators. A stage is a compiled plan node: prepared once by the query's
 * thread, then opened once a partition; the operators it opens are pulled for batches. Stages that
 * need all rows first (grouping, sorting, the build side of a join) run the partitions below them
 * on the workers while they are prepared.
 */
@NullMarked
package io.twinhouse.engine.exec.operator;

import org.jspecify.annotations.NullMarked;
