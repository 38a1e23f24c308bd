// SPDX-License-Identifier: Apache-2.0

/**
 * The optimiser: rules that push filters towards the tables, drop what does nothing and merge
 * projections, run by Calcite's HepPlanner; then a pass that leaves each node only the columns that
 * are used. Calcite's own rules stand where ClickHouse's meaning survives them; ours cover our own
 * nodes. No rule changes an answer, not even a default that a join fills in.
 */
@NullMarked
package io.twinhouse.sql.rule;

import org.jspecify.annotations.NullMarked;
