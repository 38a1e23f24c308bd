// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.print;

import io.twinhouse.sql.ast.Expr;
import io.twinhouse.sql.ast.OrderBy;
import io.twinhouse.sql.ast.Window;
import io.twinhouse.sql.ast.Window.Bound;
import org.jspecify.annotations.Nullable;

/** Prints windows and the keys of an order. */
final class WindowPrinter {
  private final SqlText text;
  private final ExprPrinter expressions;

  WindowPrinter(SqlText text, ExprPrinter expressions) {
    this.text = text;
    this.expressions = expressions;
  }

  void over(Window window) {
    if (window instanceof Window.Reference reference) {
      text.name(reference.name());
    } else if (window instanceof Window.Definition definition) {
      definition(definition);
    }
  }

  void named(Window.Named named) {
    text.name(named.name()).add(" AS ");
    definition(named.definition());
  }

  private void definition(Window.Definition definition) {
    String space = "";
    text.add("(");
    if (definition.base() != null) {
      text.name(definition.base());
      space = " ";
    }
    if (!definition.partitionBy().isEmpty()) {
      text.add(space).add("PARTITION BY ");
      expressions.elements(definition.partitionBy());
      space = " ";
    }
    if (!definition.orderBy().isEmpty()) {
      text.add(space).add("ORDER BY ").list(definition.orderBy(), this::item);
      space = " ";
    }
    if (definition.frame() != null) {
      text.add(space);
      frame(definition.frame());
    }
    text.add(")");
  }

  private void frame(Window.Frame frame) {
    text.add(frame.unit().name()).add(" ");
    if (frame.end() == null && text.isShown()) {
      text.add("BETWEEN ");
      bound(frame.start());
      text.add(" AND CURRENT ROW");
    } else if (frame.end() == null) {
      bound(frame.start());
    } else {
      text.add("BETWEEN ");
      bound(frame.start());
      text.add(" AND ");
      bound(frame.end());
    }
  }

  private void bound(Bound bound) {
    if (bound.distance() != null) {
      expressions.operand(bound.distance(), Precedence.COMPARE);
      text.add(" ");
    }
    text.add(bound.kind().name().replace('_', ' '));
  }

  void item(OrderBy.Item item) {
    expressions.element(item.expression());
    if (item.descending()) {
      text.add(" DESC");
    } else if (text.isShown()) {
      text.add(" ASC");
    }
    switch (item.nulls()) {
      case FIRST -> text.add(" NULLS FIRST");
      case LAST -> text.add(" NULLS LAST");
      case DEFAULT -> {}
    }
    if (item.collation() != null) {
      text.add(" COLLATE ").string(item.collation());
    }
    if (item.fill() != null) {
      text.add(" WITH FILL");
      bound(" FROM ", item.fill().from());
      bound(" TO ", item.fill().to());
      bound(" STEP ", item.fill().step());
      bound(" STALENESS ", item.fill().staleness());
    }
  }

  private void bound(String keyword, @Nullable Expr value) {
    if (value != null) {
      text.add(keyword);
      expressions.element(value);
    }
  }
}
