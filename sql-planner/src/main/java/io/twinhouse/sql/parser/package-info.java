// SPDX-License-Identifier: Apache-2.0
/**
 * From tokens to the tree: a recursive-descent parser for queries and types, with operator
 * precedence for expressions. What it accepts, and the tree it makes of it, follow the real
 * server's {@code EXPLAIN AST}. Every failure is a {@code TwinhouseException}: 62 for syntax, 306
 * and 167 for nesting; the depth of a tree that is returned is bounded, so that walking it by
 * recursion is safe.
 */
@NullMarked
package io.twinhouse.sql.parser;

import org.jspecify.annotations.NullMarked;
