// SPDX-License-Identifier: Apache-2.0

/**
 * What an INSERT does to rows on their way to a table: defaults for what the data left out,
 * expressions in VALUES, and materialized views, which are fed with the rows that the table gets.
 */
@NullMarked
package io.twinhouse.engine.insert;

import org.jspecify.annotations.NullMarked;
