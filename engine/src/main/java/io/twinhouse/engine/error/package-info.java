// SPDX-License-Identifier: Apache-2.0

/**
 * The one exception type of Twinhouse and the error codes it carries. Numbers and names are
 * ClickHouse's, so that a client sees the same code from both houses.
 */
@NullMarked
package io.twinhouse.engine.error;

import org.jspecify.annotations.NullMarked;
