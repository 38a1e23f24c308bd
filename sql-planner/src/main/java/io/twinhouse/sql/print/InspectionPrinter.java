// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.print;

import io.twinhouse.sql.ast.Identifier;
import io.twinhouse.sql.statement.Inspection;
import io.twinhouse.sql.statement.Inspection.Explained;
import io.twinhouse.sql.statement.Inspection.Flag;
import io.twinhouse.sql.statement.Inspection.Kind;
import io.twinhouse.sql.statement.Inspection.Subject;
import java.util.List;

/** Prints questions. */
final class InspectionPrinter {
  private final SqlText text;
  private final StatementPrinter statements;
  private final AccessPrinter access;

  InspectionPrinter(SqlText text, StatementPrinter statements, AccessPrinter access) {
    this.text = text;
    this.statements = statements;
    this.access = access;
  }

  void show(Inspection.Show show) {
    text.add("SHOW");
    for (Flag flag : List.of(Flag.EXTENDED, Flag.FULL, Flag.TEMPORARY, Flag.CHANGED)) {
      text.add(show.flags().contains(flag) ? " " + flag : "");
    }
    text.add(" ").add(show.subject().name().replace('_', ' '));
    object(show);
    if (show.users() != null) {
      text.add(" FOR ");
      access.users(show.users());
    }
    text.add(show.flags().contains(Flag.WITH_IMPLICIT) ? " WITH IMPLICIT" : "");
    text.add(show.flags().contains(Flag.FINAL) ? " FINAL" : "");
    if (show.filter() instanceof Inspection.Like like) {
      text.add(like.negated() ? " NOT" : "").add(like.ignoreCase() ? " ILIKE " : " LIKE ");
      text.string(like.pattern());
    } else if (show.filter() instanceof Inspection.Where where) {
      statements.expression(" WHERE ", where.condition());
    }
    statements.expression(" LIMIT ", show.limit());
  }

  /** What the list is taken from. */
  private void object(Inspection.Show show) {
    boolean ofTable = show.subject() == Subject.COLUMNS || show.subject() == Subject.INDEXES;
    if (show.name() != null) {
      text.add(ofTable ? " FROM " : show.subject() == Subject.ROW_POLICIES ? " ON " : " ");
      name(show.name(), show.subject() == Subject.ROW_POLICIES);
    }
    if (show.database() != null) {
      text.add(" FROM ").name(show.database());
    }
  }

  private void name(String name, boolean object) {
    if (!object) {
      text.name(name);
      return;
    }
    String dot = "";
    for (String part : name.split("\\.", 2)) {
      text.add(dot).add(part.equals("*") ? part : Names.quoted(part));
      dot = ".";
    }
  }

  void showCreate(Inspection.ShowCreate show) {
    text.add(show.temporary() ? "SHOW CREATE TEMPORARY " : "SHOW CREATE ");
    String kind = show.kind().name().replace('_', ' ');
    if (show.plural()) {
      kind = show.kind() == Kind.ROW_POLICY ? "ROW POLICIES" : kind + "S";
    }
    text.add(kind);
    if (!show.names().isEmpty()) {
      text.add(" ").list(show.names(), this::identifier);
    }
    if (show.table() != null) {
      text.add(" ON ");
      access.object(show.table());
    }
  }

  private void identifier(Identifier name) {
    new ExprPrinter(text).identifier(name);
  }

  void explain(Inspection.Explain explain) {
    text.add("EXPLAIN");
    if (explain.what() != Explained.PLAN) {
      text.add(" ").add(explain.what().name().replace('_', ' '));
    }
    if (!explain.settings().isEmpty()) {
      text.add(" ");
      statements.settings(explain.settings());
    }
    text.gap();
    explain.statement().accept(statements);
  }
}
