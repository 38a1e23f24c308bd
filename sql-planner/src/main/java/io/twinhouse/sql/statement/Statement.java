// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.statement;

import io.twinhouse.sql.ast.Node;

/** One statement. */
public sealed interface Statement extends Node
    permits QueryStatement,
        Formatted,
        Insert,
        Create,
        AlterTable,
        Drop,
        TableCommand,
        Inspection,
        SessionCommand,
        ServerCommand,
        SideBySide,
        Grant {

  /** Calls the method of {@code visitor} for this kind of statement. */
  <R> R accept(StatementVisitor<R> visitor);
}
