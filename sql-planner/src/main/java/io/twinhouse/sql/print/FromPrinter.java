// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.print;

import io.twinhouse.sql.ast.Call;
import io.twinhouse.sql.ast.Expr;
import io.twinhouse.sql.ast.FromItem;
import io.twinhouse.sql.ast.FromItem.JoinKind;
import io.twinhouse.sql.ast.FromItem.Locality;

/** Prints tables and joins. */
final class FromPrinter {
  private final SqlText text;
  private final ExprPrinter expressions;
  private final QueryPrinter queries;

  FromPrinter(SqlText text, ExprPrinter expressions, QueryPrinter queries) {
    this.text = text;
    this.expressions = expressions;
    this.queries = queries;
  }

  void item(FromItem item) {
    if (item instanceof FromItem.Table table) {
      table(table);
    } else if (item instanceof FromItem.Join join) {
      join(join);
    } else if (item instanceof FromItem.ArrayJoin join) {
      item(join.left());
      text.add(join.outer() ? " LEFT ARRAY JOIN " : " ARRAY JOIN ");
      expressions.elements(join.expressions());
    }
  }

  private void table(FromItem.Table table) {
    source(table.source());
    if (table.alias() != null) {
      text.add(" AS ").name(table.alias());
      if (!table.columns().isEmpty()) {
        text.add(" ").bracketed(table.columns(), text::name);
      }
    }
    text.add(table.isFinal() ? " FINAL" : "");
    if (table.sample() != null) {
      text.add(" SAMPLE ");
      ratio(table.sample().ratio());
      if (table.sample().offset() != null) {
        text.add(" OFFSET ");
        ratio(table.sample().offset());
      }
    }
  }

  private void ratio(FromItem.Ratio ratio) {
    text.add(ratio.numerator());
    if (!ratio.denominator().equals("1")) {
      text.add(" / ").add(ratio.denominator());
    }
  }

  private void source(FromItem.Source source) {
    if (source instanceof FromItem.Named named) {
      expressions.identifier(named.name());
    } else if (source instanceof FromItem.Function function) {
      function(function);
    } else if (source instanceof FromItem.Derived derived) {
      text.add("(");
      queries.query(derived.query());
      text.add(")");
    }
  }

  private void function(FromItem.Function function) {
    Call call = function.call();
    text.add(Names.function(call.name())).add("(");
    boolean view =
        call.name().equalsIgnoreCase("view")
            && call.arguments().size() == 1
            && call.arguments().get(0) instanceof Expr.Subquery;
    if (view) {
      queries.query(((Expr.Subquery) call.arguments().get(0)).query());
    } else {
      expressions.elements(call.arguments());
    }
    if (!function.settings().isEmpty()) {
      text.add(call.arguments().isEmpty() ? "SETTINGS " : ", SETTINGS ");
      text.list(function.settings(), queries::setting);
    }
    text.add(")");
  }

  private void join(FromItem.Join join) {
    item(join.left());
    if (join.kind() == JoinKind.COMMA) {
      text.add(", ");
    } else {
      text.add(" ");
      if (join.locality() != Locality.UNSPECIFIED) {
        text.add(join.locality().name()).add(" ");
      }
      text.add(join.condition() instanceof FromItem.Natural ? "NATURAL " : "");
      text.add(join.kind().name()).add(" ");
      if (join.strictness() != null) {
        text.add(join.strictness().name()).add(" ");
      }
      text.add("JOIN ");
    }
    right(join.right());
    if (join.condition() instanceof FromItem.On on) {
      text.add(" ON ");
      expressions.element(on.expression());
    } else if (join.condition() instanceof FromItem.Using using) {
      text.add(" USING (");
      expressions.elements(using.columns());
      text.add(")");
    }
  }

  /** Only a single table may stand on the right without brackets. */
  private void right(FromItem right) {
    if (right instanceof FromItem.Table) {
      item(right);
    } else {
      text.add("(");
      item(right);
      text.add(")");
    }
  }
}
