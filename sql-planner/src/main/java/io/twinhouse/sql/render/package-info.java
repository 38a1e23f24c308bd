// SPDX-License-Identifier: Apache-2.0
/**
 * Turns a relational query back into a ClickHouse query tree: one SELECT takes in as many nodes as
 * its clauses have room for, in the order in which ClickHouse runs them; what does not fit makes a
 * sub-query. Columns are always qualified by a scan's own alias, so that no alias of the result can
 * be mistaken for a column.
 */
@NullMarked
package io.twinhouse.sql.render;

import org.jspecify.annotations.NullMarked;
