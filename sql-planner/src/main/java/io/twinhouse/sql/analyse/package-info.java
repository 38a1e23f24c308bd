// SPDX-License-Identifier: Apache-2.0

/**
 * From the tree of a query to relational nodes: names, aliases, types and NULLs by ClickHouse's
 * rules.
 *
 * <p>A SELECT is bound in two steps. First every expression is bound over the columns of FROM,
 * wherever it stands; aliases are bound once, aggregates, window functions and arrayJoin stay in it
 * as calls. Then the clauses are put on top of each other in the order in which they work, and at
 * each step the expressions are rewritten over what that step yields ({@code Stage}). So an alias
 * may be used in any clause, and a column that is neither grouped nor aggregated is found by the
 * rewriting.
 */
@NullMarked
package io.twinhouse.sql.analyse;

import org.jspecify.annotations.NullMarked;
