// SPDX-License-Identifier: Apache-2.0
/**
 * Rows between the engine and Java programs: answers as records or as Arrow batches, rows appended
 * as Java values or records. All of it works alike on the embedded house and on a ClickHouse.
 */
@NullMarked
package io.twinhouse.engine.exchange;

import org.jspecify.annotations.NullMarked;
