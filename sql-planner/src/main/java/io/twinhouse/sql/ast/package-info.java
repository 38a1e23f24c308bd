// SPDX-License-Identifier: Apache-2.0
/**
 * The tree that a text becomes: expressions and queries of ClickHouse's dialect as immutable
 * records, equal when they mean the same text, wherever in a text they stood.
 *
 * <p>The tree has the shape that ClickHouse's own parser gives it, because names of result columns
 * and the meaning of aliases hang on that shape: operators are {@link io.twinhouse.sql.ast.Call}s
 * of the function behind them ({@code a + b} is {@code plus(a, b)}), {@code CASE} is {@code
 * multiIf}, {@code x::T} is {@code CAST(x, 'T')}. What has no function keeps a node of its own.
 * Nothing here knows how a tree is parsed or printed. Everything is safe to share between threads.
 */
@NullMarked
package io.twinhouse.sql.ast;

import org.jspecify.annotations.NullMarked;
