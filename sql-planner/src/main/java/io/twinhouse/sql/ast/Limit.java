// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.ast;

import org.jspecify.annotations.Nullable;

/**
 * {@code LIMIT count OFFSET offset WITH TIES}, also written {@code LIMIT offset, count}, {@code TOP
 * count} and {@code OFFSET ... FETCH ...}.
 *
 * @param count null for all
 * @param offset null for 0
 */
public record Limit(
    Position position, @Nullable Expr count, @Nullable Expr offset, boolean withTies)
    implements Node {}
