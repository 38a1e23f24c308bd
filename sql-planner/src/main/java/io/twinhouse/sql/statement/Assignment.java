// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.statement;

import io.twinhouse.sql.ast.Expr;
import io.twinhouse.sql.ast.Node;
import io.twinhouse.sql.ast.Position;

/** {@code column = expression}; the column may have dots. */
public record Assignment(Position position, String column, Expr value) implements Node {}
