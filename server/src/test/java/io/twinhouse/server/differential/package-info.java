// SPDX-License-Identifier: Apache-2.0
/**
 * Random tables and queries over ClickHouse's dialect, run on the embedded house and on the real
 * server and compared cell by cell. A difference is a defect; a refusal is counted by its reason.
 */
@NullMarked
package io.twinhouse.server.differential;

import org.jspecify.annotations.NullMarked;
