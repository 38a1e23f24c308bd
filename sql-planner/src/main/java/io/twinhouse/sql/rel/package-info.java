// SPDX-License-Identifier: Apache-2.0

/**
 * Queries as Calcite sees them: our relational nodes and operators beside Calcite's.
 *
 * <p>Calcite's own nodes stand where their meaning is ClickHouse's: LogicalProject, LogicalFilter,
 * LogicalAggregate (one set of keys, no totals), LogicalSort (order only), LogicalUnion ALL,
 * LogicalIntersect, LogicalMinus and LogicalJoin (INNER ALL and CROSS). All else is a node of this
 * package. {@link io.twinhouse.sql.rel.RelQuery} holds a query's root, the names of its result and
 * its sub-queries; expressions name sub-queries by position, so a rule that must reach every scan
 * goes over {@code RelQuery.map}.
 *
 * <p>Expressions are RexInputRef and calls. {@link io.twinhouse.sql.rel.FunctionOperator} knows its
 * ClickHouse name and what it was bound with; {@link io.twinhouse.sql.rel.ConstantOperator} holds
 * type and value. Values are of engine types, conditions (of filters and joins) are Calcite's
 * BOOLEAN: ANDs of {@link io.twinhouse.sql.rel.TruthOperator} over values, so that Calcite's rules
 * can take conjunctions apart. {@code ReadTable.source()} tells a scan's table definition, the
 * alias it has in the query and FINAL; its {@code reads()} are the columns by their original names.
 *
 * <p>Nothing here is parsed or executed. Nodes are immutable; one query's nodes share a cluster and
 * belong to one thread.
 */
@NullMarked
package io.twinhouse.sql.rel;

import org.jspecify.annotations.NullMarked;
